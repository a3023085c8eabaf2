"""A lock on a folder, so that two processes do not write to it at the same time."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO, Final

LOCK: Final = ".jatsx.lock"
"""The name of the file that is locked. It stays in the folder."""

_held: set[Path] = set()
"""The folders that this process has locked: the lock of the system is for whole processes."""


class FolderLocked(OSError):
    """Another export is writing to the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is locked by another export")
        self.folder = folder


class FolderLock:
    """The lock on a folder. It is released by :meth:`release`, and when the process ends."""

    def __init__(self, folder: Path) -> None:
        """Locks a folder, which is created if necessary.

        Raises:
            FolderLocked: it is already locked.
            OSError: the folder or the lock file cannot be opened.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self._key = folder.resolve()
        if self._key in _held:
            raise FolderLocked(folder)
        self._file = _opened(folder / LOCK)
        try:
            _lock(self._file)
        except OSError:
            self._file.close()
            raise FolderLocked(folder) from None
        _held.add(self._key)

    def release(self) -> None:
        """Unlocks the folder."""
        _held.discard(self._key)
        self._file.close()


def _opened(path: Path) -> BinaryIO:
    """The lock file, open for writing. A link in its place is not followed."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    return os.fdopen(os.open(path, flags, 0o666), "r+b")


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
