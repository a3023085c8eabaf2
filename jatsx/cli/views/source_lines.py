"""Reads the lines of places from their files when they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jatsx.findings.finding import Place

MOST = 1_000_000
"""The largest number of bytes that are read of a line."""


class SourceLines:
    """The lines of places. Each file is searched once, and no line is kept in memory.

    A file that can no longer be read or is not UTF-8 has no lines.
    """

    def __init__(self, places: Iterable[Place | None]) -> None:
        self._wanted: dict[str, set[int]] = {}
        self._offsets: dict[str, dict[int, int]] = {}
        for place in places:
            if place is not None and place.line is not None:
                self._wanted.setdefault(place.file, set()).add(place.line)

    def line(self, place: Place) -> str | None:
        """The line of one of the places, without its line break."""
        try:
            if place.file not in self._offsets:
                self._offsets[place.file] = _offsets(Path(place.file), self._wanted[place.file])
            offset = self._offsets[place.file].get(place.line or 0)
            return None if offset is None else _line_at(Path(place.file), offset)
        except (OSError, ValueError, KeyError):
            self._offsets[place.file] = {}
            return None


def _offsets(path: Path, wanted: set[int]) -> dict[int, int]:
    """The offset in bytes where each of these lines begins."""
    if not path.is_file():  # a pipe cannot be read again
        return {}
    offsets: dict[int, int] = {}
    number, offset, last = 1, 0, max(wanted)
    with path.open("rb") as file:
        while number <= last and (piece := file.readline(MOST)):
            if number in wanted:
                offsets.setdefault(number, offset)
            offset += len(piece)
            number += piece.endswith(b"\n")
    return offsets


def _line_at(path: Path, offset: int) -> str:
    with path.open("rb") as file:
        file.seek(offset)
        line = file.readline(MOST)
    is_whole = len(line) < MOST
    text = line.decode("utf-8-sig" if offset == 0 else "utf-8", "strict" if is_whole else "ignore")
    return text.rstrip("\r\n")
