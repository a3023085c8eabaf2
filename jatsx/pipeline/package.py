"""ZIP files: a document and files of the issue folder, written in bounded memory.

The same document and the same files give the same bytes: no compression, fixed dates, fixed order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from os import fstat
from pathlib import Path
from types import MappingProxyType
from typing import IO, BinaryIO, Final, TypeAlias
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from jatsx.documents.document import Attachment, Document
from jatsx.findings.finding import Finding, Level, Place
from jatsx.findings.surroundings import raise_surroundings
from jatsx.model import FileAccess
from jatsx.model.frozenmap import FrozenMap
from jatsx.readers.local_files import NoAccess, opened_inside

DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The date of everything in a ZIP file: the first one that the format can hold."""

CHUNK: Final = 1 << 20
"""How many bytes are in memory at once."""

UNIX: Final = 3
"""The system that a ZIP file names as its origin, whatever the system is."""

READABLE: Final = 0o644 << 16
"""The permissions of the files in a ZIP file."""


Folders: TypeAlias = Mapping[str | None, Path | None]
"""The folder of the files that each article names, by its id; under None, that of the issue."""

NO_FOLDERS: Final[Folders] = MappingProxyType({})
"""For articles that are not read from files."""


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment in the state in which it was found.

    Args:
        attachment: the attachment.
        folder: the folder that its path starts at.
        size: its size in bytes.
        changed: the time of its last change.
        place: the place of its path in the source.
    """

    attachment: Attachment
    folder: Path | None
    size: int
    changed: int
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Package:
    """A ZIP file that is still to be written.

    Args:
        format: the name of its format.
        name: the name of the document in it.
        content: the bytes of the document.
        attached: the attachments.
    """

    format: str
    name: str
    content: bytes
    attached: Sequence[Attached] = ()


class AttachmentLost(Exception):
    """An attachment cannot be read, or not as it was found. ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def attached(document: Document, folders: Folders, format: str) -> list[Attached | Finding]:
    """The attachments of a document as they are now; a finding for each that cannot be read.

    Raises:
        OSError: the system fails, for example because too many files are open.
    """
    return [_attached(one, folders.get(one.article), format) for one in document.attachments]


def write_package(package: Package, file: BinaryIO) -> None:
    """Writes a ZIP file to a file that is open for writing and can be read back.

    Raises:
        AttachmentLost: an attachment cannot be read, or was changed.
        OSError: the file cannot be written.
    """
    with ZipFile(file, "w", ZIP_STORED) as zipped:
        with zipped.open(_entry(package.name, len(package.content)), "w") as target:
            target.write(package.content)
        for one in package.attached:
            with zipped.open(_entry(one.attachment.name, one.size), "w") as target:
                _copy(one, target, package.format)


def _attached(attachment: Attachment, folder: Path | None, format: str) -> Attached | Finding:
    try:
        with opened_inside(folder, attachment.path) as opened:
            found = fstat(opened.fileno())
            return Attached(attachment, folder, found.st_size, found.st_mtime_ns)
    except NoAccess as refused:
        return _finding(attachment, format, _code(refused.access))


def _copy(one: Attached, target: IO[bytes], format: str) -> None:
    """Copies an attachment, if it has the same size and date before and after.

    Raises:
        AttachmentLost: it cannot be read, or was changed.
    """
    code = CHANGED
    try:
        with opened_inside(one.folder, one.attachment.path) as source:
            is_same = _is_as_found(source, one) and _is_copied(source, target, one.size)
            if is_same and _is_as_found(source, one):
                return
    except NoAccess as refused:
        code = _code(refused.access)
    except _Unreadable:
        code = UNREADABLE
    finding = _finding(one.attachment, format, code)
    raise AttachmentLost(replace(finding, place=one.place))


def _is_copied(source: BinaryIO, target: IO[bytes], size: int) -> bool:
    """Copies so many bytes. Whether there were so many, and no more.

    Raises:
        _Unreadable: the file cannot be read.
        OSError: the copy cannot be written.
    """
    while size > 0:
        chunk = _read(source, min(CHUNK, size))
        if not chunk:
            return False
        target.write(chunk)
        size -= len(chunk)
    return not _read(source, 1)


def _read(source: BinaryIO, size: int) -> bytes:
    try:
        return source.read(size)
    except OSError as error:
        raise_surroundings(error)
        raise _Unreadable from None


class _Unreadable(Exception):
    """An open file cannot be read."""


def _is_as_found(source: BinaryIO, one: Attached) -> bool:
    now = fstat(source.fileno())
    return (now.st_size, now.st_mtime_ns) == (one.size, one.changed)


def _entry(name: str, size: int) -> ZipInfo:
    entry = ZipInfo(name, DATE)
    entry.create_system = UNIX
    entry.external_attr = READABLE
    entry.file_size = size
    return entry


CHANGED: Final = "attachment-file-changed"
MISSING: Final = "attachment-file-missing"
UNREADABLE: Final = "attachment-file-unreadable"


def _code(access: FileAccess) -> str:
    return MISSING if access is FileAccess.MISSING else UNREADABLE


def _finding(attachment: Attachment, format: str, code: str) -> Finding:
    params = FrozenMap({"path": attachment.path, "format": format})
    field, article = attachment.field, attachment.article
    return Finding(code, Level.ERROR, params, field, article, format)
