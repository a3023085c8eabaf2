"""The state of a file, by which a change while it is being read is noticed."""

from __future__ import annotations

from os import fstat
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO, NamedTuple

from jatsx.findings.surroundings import InputChanged
from jatsx.readers.memory_file import InputFile, MemoryFile
from jatsx.readers.web_address import InputSource, WebAddress


class FileState(NamedTuple):
    """What tells a file from another one, or from its own later content.

    ``size`` and ``changed`` are 0 for a folder: files may be added to it.
    """

    device: int
    inode: int
    size: int = 0
    changed: int = 0


def file_state(path: InputSource) -> FileState | None:
    """The state of a file or folder; None for one that is not on disk."""
    if isinstance(path, MemoryFile | WebAddress):
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    if S_ISDIR(found.st_mode):
        return FileState(found.st_dev, found.st_ino)
    return FileState(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def content_state(path: InputSource) -> FileState | None:
    """The state of a file as every computer sees it that can read it."""
    state = file_state(path)
    return None if state is None else state._replace(device=0, inode=0)


def check_unchanged(path: InputSource, before: FileState | None) -> None:
    """Checks that a file or folder is still in this state.

    Raises:
        InputChanged: it was changed, moved or deleted.
    """
    if file_state(path) != before:
        raise InputChanged(str(path))


def is_regular(path: InputFile) -> bool:
    """Whether a path is a file or folder, not a pipe, socket or device.

    Raises:
        OSError: there is no such file.
    """
    if isinstance(path, MemoryFile):
        return True
    mode = path.stat().st_mode
    return S_ISREG(mode) or S_ISDIR(mode)


def read_whole(path: InputFile) -> bytes:
    """The content of a file.

    Raises:
        InputChanged: it was changed meanwhile.
        OSError: it cannot be opened or read.
    """
    if isinstance(path, MemoryFile):
        return path.content
    with path.open("rb") as file:
        before = _state_of_open(file)
        content = file.read()
        if before != _state_of_open(file) or len(content) != before[0]:
            raise InputChanged(str(path))
    return content


def _state_of_open(file: BinaryIO) -> tuple[int, int]:
    """The size of an open file, and when it was changed."""
    found = fstat(file.fileno())
    return found.st_size, found.st_mtime_ns
