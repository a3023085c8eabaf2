"""Writing files so that a file with its final name is always complete."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path
from shutil import copymode
from typing import BinaryIO

_TEMPORARY = re.compile(r"\.(.+)\.[0-9]+\.tmp")


class FileInProgress:
    """A file that is written piece by piece, and gets its final name when it is complete."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.temporary = _temporary(path)
        self.file = _opened(self.temporary)

    def sha256(self) -> str:
        """The hash of what is written so far, as hexadecimal digits."""
        self.file.flush()
        with self.temporary.open("rb") as written:
            return file_digest(written, "sha256").hexdigest()

    def finish(self) -> None:
        """Gives the file its final name."""
        self.file.close()
        self.temporary.replace(self.path)

    def discard(self) -> None:
        """Removes the file, unless it already has its final name."""
        self.file.close()
        self.temporary.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes, *, like: Path | None = None) -> None:
    """Writes a file under a temporary name and renames it. Its folder must exist.

    ``like`` is a file whose permissions it gets.

    Raises:
        OSError: the file cannot be written. A file that already has the name is unchanged.
    """
    temporary = _temporary(path)
    try:
        with _opened(temporary) as file:
            file.write(content)
        if like is not None:
            copymode(like, temporary)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def final_name(name: str) -> str | None:
    """The final name of a temporary file that a killed process left; None for another file."""
    match = _TEMPORARY.fullmatch(name)
    return match[1] if match else None


def _opened(temporary: Path) -> BinaryIO:
    """A new file. Whatever has its name is removed: a link is not followed, a pipe not opened."""
    try:
        return temporary.open("xb")
    except FileExistsError:
        temporary.unlink()
        return temporary.open("xb")


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")
