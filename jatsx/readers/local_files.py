"""Opening files of the issue folder that articles name, and no files outside of it."""

from __future__ import annotations

import os
from os import fstat
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import BinaryIO, Final

from jatsx.findings.surroundings import raise_surroundings
from jatsx.model import FileAccess
from jatsx.readers.web_address import InputSource
from jatsx.standards.local_paths import is_local_path

_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
"""A link is not followed, and a pipe is not waited for."""


class NoAccess(Exception):
    """A file of the issue folder cannot be opened.

    ``detail`` is the system's message, if there is one.
    """

    def __init__(self, access: FileAccess, detail: str = "") -> None:
        super().__init__(access)
        self.access = access
        self.detail = detail


def folder_of(path: InputSource) -> Path | None:
    """The folder of the files that articles of a source name: a folder itself, else the folder that
    contains the file; None for a file in memory or on the web."""
    if not isinstance(path, Path):
        return None
    return path.absolute() if path.is_dir() else path.absolute().parent


def opened_inside(folder: Path | None, path: str) -> BinaryIO:
    """A file of a folder, opened. Links are not followed.

    Raises:
        NoAccess: it cannot be opened, is not a regular file, or is not in the folder.
        OSError: the system fails, for example because too many files are open.
    """
    if folder is None:
        raise NoAccess(FileAccess.NO_FOLDER)
    if not is_local_path(path):
        raise NoAccess(FileAccess.OUTSIDE)
    try:
        return _opened(folder, path)
    except (FileNotFoundError, NotADirectoryError):
        raise NoAccess(FileAccess.MISSING) from None
    except (OSError, ValueError) as error:
        raise_surroundings(error)
        detail = getattr(error, "strerror", None) or str(error)
        raise NoAccess(FileAccess.UNREADABLE, detail) from None


def _opened(folder: Path, path: str) -> BinaryIO:
    """The file.

    Raises:
        NoAccess: the path leads through a link, or not to a regular file.
        OSError: it cannot be opened.
    """
    found = folder
    for step in path.split("/"):
        found /= step
        state = found.lstat()
        if S_ISLNK(state.st_mode) or _is_junction(found):
            raise NoAccess(FileAccess.LINK)
    if not S_ISREG(state.st_mode):
        raise NoAccess(FileAccess.NOT_A_FILE)
    file = os.fdopen(os.open(found, _FLAGS), "rb")
    now = fstat(file.fileno())
    if (now.st_dev, now.st_ino) != (state.st_dev, state.st_ino):
        file.close()
        raise NoAccess(FileAccess.LINK)
    return file


def _is_junction(path: Path) -> bool:
    """Whether a folder is a junction, a kind of link on Windows."""
    is_junction = getattr(os.path, "isjunction", None)
    return is_junction is not None and is_junction(path)
