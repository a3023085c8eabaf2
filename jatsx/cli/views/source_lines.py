"""Reads the lines of places from their files when they are shown."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final

from jatsx.findings.finding import Place

MOST = 1_000_000
"""The largest number of bytes that are read of a line."""

UTF_16: Final = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    ("<?".encode("utf-16-le"), "utf-16-le"),
    ("<?".encode("utf-16-be"), "utf-16-be"),
)
"""How files in UTF-16 begin. An XML file may have no byte-order mark."""

_DECLARED: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<\?xml\b[^>]*\bencoding\s*=\s*[\"']([A-Za-z][\w.-]*)[\"']"
)


class SourceLines:
    """The lines of places. Each file is searched once, and no line is kept in memory.

    A file that can no longer be read or decoded has no lines.
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
        except (OSError, ValueError, LookupError):
            self._offsets[place.file] = {}
            return None


def encoding_of(head: bytes) -> str:
    """The encoding of a file, by its first bytes: UTF-16, what XML declares, else UTF-8."""
    for start, encoding in UTF_16:
        if head.startswith(start):
            return encoding
    declared = _DECLARED.match(head)
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    return "utf-8" if name.startswith(("utf-16", "ucs")) else name


def _offsets(path: Path, wanted: set[int]) -> dict[int, int]:
    """The offset in bytes where each of these lines begins."""
    if not path.is_file():  # a pipe cannot be read again
        return {}
    offsets: dict[int, int] = {}
    number, offset, last = 1, 0, max(wanted)
    with path.open("rb") as file:
        encoding = _encoding(file)
        line_break = "\n".encode(encoding)
        while number <= last and (piece := _next_line(file, line_break)):
            if number in wanted:
                offsets.setdefault(number, offset)
            offset += len(piece)
            number += piece.endswith(line_break)
    return offsets


def _line_at(path: Path, offset: int) -> str:
    with path.open("rb") as file:
        encoding = _encoding(file)
        file.seek(offset)
        line = _next_line(file, "\n".encode(encoding))
    text = line.decode(encoding, "strict" if len(line) < MOST else "ignore")
    return text.removeprefix("\ufeff" if offset == 0 else "").rstrip("\r\n")


def _encoding(file: BinaryIO) -> str:
    encoding = encoding_of(file.read(1_000))
    file.seek(0)
    return encoding


def _next_line(file: BinaryIO, line_break: bytes) -> bytes:
    """The next line with its line break, or as much of it as is read at once.

    In UTF-16, the byte of a line break may also be half of a letter.
    """
    line = b""
    while len(line) < MOST and (piece := file.readline(MOST - len(line))):
        line += piece
        line += file.read(-len(line) % len(line_break))
        if line.endswith(line_break):
            break
    return line
