"""A DOCX file, opened within bounds.

The sizes in the directory of a ZIP file may be wrong, so what counts is what comes out. Pictures,
fonts and macros are replaced by nothing.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from jatsx import InputFile, UnreadableSource

if TYPE_CHECKING:
    from docx.document import Document

MAX_FILE: Final = 200_000_000
"""The maximum number of bytes of a file."""

MAX_UNPACKED: Final = 100_000_000
"""The maximum number of bytes of all parts in XML, unpacked."""

MAX_PARTS: Final = 10_000
"""The maximum number of parts. Each picture is one."""

CHUNK: Final = 1_000_000

ENCRYPTED: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The beginning of an old .doc file, and of a file with a password."""

_XML: Final = (".xml", ".rels")
_DAMAGE: Final = (
    AttributeError,
    BadZipFile,
    EOFError,
    IndexError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    SyntaxError,
    ValueError,
    zlib.error,
)
"""What zipfile and python-docx raise if a file is damaged. lxml's errors are syntax errors."""


def opened(path: InputFile) -> Document:
    """The document in a DOCX file.

    Raises:
        OSError: the file cannot be read.
        UnreadableSource: it is not a DOCX file, it is too large, or python-docx is not installed.
    """
    try:
        from docx import Document as open_document
    except ImportError as error:
        raise UnreadableSource("draft-library-missing", name="python-docx") from error
    with path.open("rb") as file:
        content = file.read(MAX_FILE + 1)
    if len(content) > MAX_FILE:
        raise _too_large(MAX_FILE)
    if content.startswith(ENCRYPTED):
        raise UnreadableSource("draft-file-encrypted")
    try:
        return open_document(_safe_copy(content))
    except _DAMAGE:
        raise damaged() from None


def damaged() -> UnreadableSource:
    """The fault of a file that is not a valid DOCX file."""
    return UnreadableSource("draft-file-damaged", format="DOCX")


def _safe_copy(content: bytes) -> BytesIO:
    """The file with its parts in XML; its other parts are empty."""
    copy = BytesIO()
    left = MAX_UNPACKED
    with ZipFile(BytesIO(content)) as archive, ZipFile(copy, "w", ZIP_STORED) as safe:
        entries = {entry.filename: entry for entry in archive.infolist()}
        if len(archive.infolist()) > MAX_PARTS:
            raise _too_large(MAX_UNPACKED)
        for name, entry in entries.items():
            part = _part(archive, entry, left) if name.lower().endswith(_XML) else b""
            if b"<!DOCTYPE" in part:
                raise UnreadableSource("draft-file-declarations")
            left -= len(part)
            safe.writestr(ZipInfo(name), part)
    copy.seek(0)
    return copy


def _part(archive: ZipFile, entry: ZipInfo, most: int) -> bytes:
    pieces: list[bytes] = []
    with archive.open(entry) as part:
        while piece := part.read(CHUNK):
            pieces.append(piece)
            most -= len(piece)
            if most < 0:
                raise _too_large(MAX_UNPACKED)
    return b"".join(pieces)


def _too_large(limit: int) -> UnreadableSource:
    return UnreadableSource("draft-file-large", limit=str(limit // 1_000_000))
