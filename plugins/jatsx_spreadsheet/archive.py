"""The parts of an XLSX file that are needed, unpacked within bounds.

The sizes in the directory of a ZIP file may be wrong, so what counts is what comes out. Only the
parts with values are kept: no macros, pictures, external links or queries.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from jatsx import InputFile, UnreadableSource

MAX_FILE: Final = 50_000_000
"""The maximum number of bytes of a file."""

MAX_UNPACKED: Final = 64_000_000
"""The maximum number of bytes of all parts, unpacked."""

MAX_PARTS: Final = 2_000
"""The maximum number of parts. A workbook has about twenty."""

CHUNK: Final = 1_000_000

_NEEDED: Final = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/styles\.xml|xl/sharedStrings\.xml|xl/worksheets/[^/]+\.xml",
    re.IGNORECASE,
)

ENCRYPTED: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The beginning of an old .xls file, and of a file with a password."""


def parts_of(path: InputFile) -> dict[str, bytes]:
    """The needed parts of an XLSX file by name.

    Raises:
        OSError: the file cannot be read.
        UnreadableSource: it is not an XLSX file, or too large.
    """
    with path.open("rb") as file:
        content = file.read(MAX_FILE + 1)
    if len(content) > MAX_FILE:
        raise UnreadableSource("spreadsheet-file-large", limit=_megabytes(MAX_FILE))
    if content.startswith(ENCRYPTED):
        raise UnreadableSource("spreadsheet-file-locked")
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _unpacked(archive)
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise UnreadableSource("spreadsheet-file-damaged") from None


def _unpacked(archive: ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MAX_PARTS:
        raise UnreadableSource("spreadsheet-file-parts", limit=str(MAX_PARTS))
    parts: dict[str, bytes] = {}
    left = MAX_UNPACKED
    for entry in entries:
        if not _NEEDED.fullmatch(entry.filename):
            continue
        if entry.filename in parts:
            raise UnreadableSource("spreadsheet-file-damaged")
        parts[entry.filename] = _unpacked_part(archive, entry, left)
        left -= len(parts[entry.filename])
    if "xl/workbook.xml" not in parts:
        raise UnreadableSource("spreadsheet-file-damaged")
    return parts


def _unpacked_part(archive: ZipFile, entry: ZipInfo, most: int) -> bytes:
    if entry.file_size > most:
        raise UnreadableSource("spreadsheet-file-large", limit=_megabytes(MAX_UNPACKED))
    pieces: list[bytes] = []
    with archive.open(entry) as part:
        while piece := part.read(CHUNK):
            pieces.append(piece)
            most -= len(piece)
            if most < 0:
                raise UnreadableSource("spreadsheet-file-large", limit=_megabytes(MAX_UNPACKED))
    return b"".join(pieces)


def packed(parts: Mapping[str, bytes]) -> BytesIO:
    """A file with these parts only, which is safe to open."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name), content)
    file.seek(0)
    return file


def _megabytes(size: int) -> str:
    return str(size // 1_000_000)
