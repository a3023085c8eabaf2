"""Writes the catalogues of translations anew, with all sentences of the code.

``locale/LANGUAGE/LC_MESSAGES/DOMAIN.po`` keeps the translations that it has. A new sentence has
none until it is written into the file (a test finds it). A sentence that is no longer in the code
is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from jatsx.findings.translation import LANGUAGES, SOURCE_LANGUAGE
from jatsx.plugin.extraction import extract

ROOT: Final = Path(__file__).parent.parent

PACKAGES: Final[Mapping[str, tuple[Path, Path]]] = {
    "jatsx": (ROOT / "jatsx", ROOT / "jatsx" / "findings" / "locale"),
    **{
        path.name: (path, path / "locale")
        for folder in ("plugins", "plugins/jatsx-datacite")
        for path in sorted((ROOT / folder).glob("jatsx_*"))
        if path.is_dir()
    },
}
"""The packages with sentences, by the name of their catalogues: the code, and the catalogues."""

UNREVIEWED: Final = "Not yet reviewed by a native speaker."
"""The comment on each Kazakh translation until somebody has reviewed it."""

FIXED: Final = datetime(2024, 1, 1, tzinfo=UTC)
"""The date in the headers: the files depend only on the sentences."""


def pages() -> dict[Path, str]:
    """The catalogues, by their paths. A package without sentences has none."""
    found = {}
    for domain, (code, folder) in PACKAGES.items():
        for language in LANGUAGES:
            path = folder / language / "LC_MESSAGES" / f"{domain}.po"
            sentences = list(_sentences(code))
            if language != SOURCE_LANGUAGE and sentences:
                found[path] = _written(_catalogue(path, language, domain, sentences))
    return found


def _sentences(code: Path) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """The sentences of a package, each with the file that it is in."""
    for path in sorted(code.rglob("*.py")):
        if "tests" in path.relative_to(code).parts:
            continue
        for _, _, text, _ in extract(BytesIO(path.read_bytes()), (), (), {}):
            yield path.relative_to(code.parent).as_posix(), text


def _catalogue(
    path: Path, language: str, domain: str, sentences: list[tuple[str, str | tuple[str, ...]]]
) -> Catalog:
    """The catalogue of a package, with the translations that it already has."""
    former = _read(path, language)
    catalogue = Catalog(
        language,
        domain,
        header_comment=f"# Sentences of {domain}.",
        project=domain,
        version="1",
        copyright_holder="jatsx",
        msgid_bugs_address=" ",
        creation_date=FIXED,
        revision_date=FIXED,
        last_translator=" ",
        fuzzy=False,
    )
    for file, text in sentences:
        known = former.get(_key(text))
        catalogue.add(
            text,
            known.string if known else None,
            locations=[(file, 0)],
            user_comments=known.user_comments if known else (),
        )
    return catalogue


def _read(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(language)
    with path.open("rb") as file:
        return read_po(file, language)


def _key(text: str | tuple[str, ...]) -> str:
    return text if isinstance(text, str) else text[0]


def _written(catalogue: Catalog) -> str:
    written = BytesIO()
    write_po(written, catalogue, width=100, include_lineno=False, sort_by_file=True)
    text = written.getvalue().decode("utf-8")
    return re.sub(r'"(?:Generated-By|Language-Team|[A-Z-]+-Date|[\w-]+-To): .*\n', "", text)


def untranslated() -> Iterator[tuple[Path, Message]]:
    """The sentences without a translation, each with its catalogue."""
    for path in pages():
        for message in _read(path, path.parts[-3]):
            texts = message.string if isinstance(message.string, tuple) else (message.string,)
            if message.id and not all(texts):
                yield path, message


def write() -> None:
    """Writes the catalogues."""
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
    for path, message in untranslated():
        print(f"{path.relative_to(ROOT)}: {message.id!r} has no translation")
