"""The cases: what a folder of ``cases/`` holds, and how it becomes an issue folder.

``article.yaml`` says what is awkward, in the way of :mod:`jatsx.testing.awkward`; a folder without
one is named for an article that jatsx ships for the tests of any format. ``verbatim.yaml`` stands
for ``article.yaml`` where the bytes of the file are what is awkward: it becomes the article as it
is.

``jats.xml``, ``crossref.xml`` and ``doaj.json`` are what has to come of it: a format without one
has to refuse the article. ``counts.yaml`` stands for them where they would be huge: how many times
a text stands in the document. ``findings.yaml`` is all that is to be said of it; without the file,
nothing is. ``findings-other-versions.yaml`` is what JATS 1.4 and Crossref 5.4.0 and 5.3.1
refuse beyond that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from jatsx.testing.awkward import ARTICLES, described, read

HERE: Final = Path(__file__).parent
FORMATS: Final = {
    "crossref": {
        "depositor_name": "example",
        "email_address": "deposit@example.org",
        "registrant": "example",
    }
}
"""The options of formats in the journal of every case that says none."""

RULES: Final = {
    "sample-value": "off",
    "jats-license-missing": "off",
    "jats-reference-type": "off",
}
"""Rules that would report the same of every case: values for tests, and no license."""

GOLDENS: Final = {"crossref": "crossref.xml", "doaj": "doaj.json", "jats": "jats.xml"}
"""The formats that have goldens, and what each one's is called."""


@dataclass(frozen=True, slots=True)
class Case:
    """A folder of ``cases/``."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def describes_itself(self) -> bool:
        """Whether the folder says what is awkward, and no article that is shipped."""
        return any((self.folder / f"{name}.yaml").exists() for name in ("article", "verbatim"))

    @property
    def goldens(self) -> dict[str, bytes]:
        """The goldens by format."""
        paths = {format_: self.folder / name for format_, name in GOLDENS.items()}
        return {format_: path.read_bytes() for format_, path in paths.items() if path.exists()}

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How often a text stands in the document of a format."""
        counts = self._read("counts.yaml", {})
        return {
            format_: {text: int(times) for text, times in texts.items()}
            for format_, texts in counts.items()
        }

    @property
    def findings(self) -> list[dict[str, str]]:
        """What is to be said: code, level, field, target."""
        found: list[dict[str, str]] = self._read("findings.yaml", [])
        return found

    @property
    def findings_of_other_versions(self) -> list[dict[str, str]]:
        """What the other versions say beyond that."""
        found: list[dict[str, str]] = self._read("findings-other-versions.yaml", [])
        return found

    def write_goldens(self, documents: Mapping[str, bytes]) -> None:
        for format_, name in GOLDENS.items():
            path = self.folder / name
            path.unlink(missing_ok=True)
            if format_ in documents:
                path.write_bytes(documents[format_])

    def write_findings(self, findings: list[dict[str, str]]) -> None:
        path = self.folder / "findings.yaml"
        path.unlink(missing_ok=True)
        if findings:
            path.write_text(_yaml(findings), "utf-8")

    def issue_folder(self, folder: Path) -> Path:
        """Writes the case as an issue folder."""
        parts = described(self._described())
        parts["journal"].setdefault("formats", FORMATS)
        parts["journal"]["rules"] = {**RULES, **parts["journal"].get("rules", {})}
        (folder / "articles").mkdir(parents=True)
        (folder / "journal.yaml").write_text(_yaml(parts["journal"]), "utf-8")
        (folder / "issue.yaml").write_text(_yaml(parts["issue"]), "utf-8")
        (folder / "articles" / "01.yaml").write_bytes(self._article(parts["article"]))
        return folder

    def _described(self) -> Any:
        """What the case says over the base."""
        own, shipped = self.folder / "article.yaml", ARTICLES / f"{self.name}.yaml"
        return next((read(path) for path in (own, shipped) if path.exists()), {})

    def _article(self, said: Any) -> bytes:
        verbatim = self.folder / "verbatim.yaml"
        return verbatim.read_bytes() if verbatim.exists() else _yaml(said).encode()

    def _read(self, name: str, absent: Any) -> Any:
        path = self.folder / name
        return read(path) if path.exists() else absent


PAGES: Final = ("pages", "elocation_id")
"""What no article of the catalogue has unless it is about that, and eLIBRARY asks for."""


def with_pages(folder: Path) -> Path:
    """The issue folder of a case, its article with pages where it is readable and has none."""
    path = folder / "articles" / "01.yaml"
    written = path.read_bytes()
    if not any(field.encode() in written for field in PAGES) and b"\nid:" in b"\n" + written:
        path.write_bytes(written.rstrip(b"\n") + b"\npages: {first: '1', last: '2'}\n")
    return folder


CASES: Final = [Case(folder) for folder in sorted((HERE / "cases").iterdir()) if folder.is_dir()]


def _yaml(data: Any) -> str:
    """Data as YAML that says the same to every reader: what isn't printable is escaped."""
    written: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)
    return written
