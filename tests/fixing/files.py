"""Issue folders whose files are corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

CASES: Final = sorted((Path(__file__).parent / "cases").glob("*.yaml"))

OTHERS: Final[Mapping[str, str]] = {
    "journal.yaml": "title: {en: Journal}\nissn: {print: 1563-0285}\n",
    "issue.yaml": 'year: "2024"\n',
    "articles/01.yaml": 'id: "01"\nlanguage: en\n',
}
"""The files of the folder beside the one that a case is about."""


@dataclass(frozen=True)
class Case:
    """A faulty file, what becomes of it, and what is said.

    ``mends`` are the codes of what is corrected, ``refused`` the reasons for what is not.
    """

    file: str
    before: bytes
    after: bytes
    mends: frozenset[str]
    refused: tuple[str, ...]

    @property
    def is_unchanged(self) -> bool:
        return self.before == self.after


def case(path: Path) -> Case:
    """The case that a file describes. ``lines: crlf`` and ``lines: bom`` are how it is encoded."""
    described = yaml.safe_load(path.read_text(encoding="utf-8"))
    lines = described.get("lines")
    before = _encoded(described["before"], lines)
    return Case(
        described.get("file", "articles/01.yaml"),
        before,
        _encoded(described.get("after", described["before"]), lines),
        frozenset(described.get("mends", ())),
        tuple(described.get("refused", ())),
    )


def issue_folder(folder: Path, files: Mapping[str, bytes]) -> Path:
    """An issue folder with these files, and the others that it needs."""
    stems = {name.rpartition(".")[0] for name in files}
    others = {name: text.encode() for name, text in OTHERS.items() if name[:-5] not in stems}
    for name, content in {**others, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder, but for the copies."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    return {name: one for name, one in named.items() if not name.startswith("before-fix/")}


def copies(folder: Path) -> dict[str, bytes]:
    """The copies that were kept, by the name of the file."""
    paths = (path for path in (folder / "before-fix").rglob("*") if path.is_file())
    return {"/".join(path.relative_to(folder).parts[2:]): path.read_bytes() for path in paths}


def _encoded(text: Any, lines: str | None) -> bytes:
    if lines == "crlf":
        return str(text).replace("\n", "\r\n").encode()
    return (b"\xef\xbb\xbf" if lines == "bom" else b"") + str(text).encode()
