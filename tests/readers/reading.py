"""Reading small files, and where findings should stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jatsx.findings.finding import Finding
from jatsx.plugin.registry import Plugin, Registry
from jatsx.readers import READERS
from jatsx.readers.reader import Record

MARK = "▶"
"""Stands in a test's file before what a finding points at."""


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the line and column of each."""
    places = []
    for number, line in enumerate(text.split("\n"), 1):
        pieces = line.split(MARK)
        columns = [sum(map(len, pieces[:count])) + 1 for count in range(1, len(pieces))]
        places += [(number, column) for column in columns]
    return text.replace(MARK, ""), places


def read(path: Path) -> list[Record]:
    """What the first reader that knows a path makes of it."""
    head = b"" if path.is_dir() else path.read_bytes()[:100]
    reader = next(reader for reader in READERS if reader.recognises(path, head))
    return list(reader.read(path))


def read_text(folder: Path, name: str, text: str | bytes) -> list[Record]:
    """The records of a file with this text."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path)


def written(folder: Path, **files: str) -> Path:
    """An issue folder with files of these names; double underscores stand for ``/``."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def findings(records: Iterable[Record]) -> list[Finding]:
    """The findings of all records, in the order in which they stand in the file."""
    found = [finding for record in records for finding in record.findings]
    return sorted(found, key=_position)


def told(found: Iterable[Finding]) -> list[str]:
    """The code and field of each finding."""
    return [f"{finding.code} {finding.field or ''}".strip() for finding in found]


def places(found: Iterable[Finding]) -> list[tuple[int | None, int | None]]:
    """The line and column of each finding."""
    return [_position(finding) for finding in found]


def core_registry() -> Registry:
    """The core's readers alone."""
    return Registry([Plugin("jatsx", "jatsx", "0", readers=list(READERS))])


def _position(finding: Finding) -> tuple[int, int]:
    place = finding.place
    return (place.line or 0, place.column or 0) if place else (0, 0)
