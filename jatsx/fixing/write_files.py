"""Writing changed files, with a copy of what was there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from jatsx.findings.surroundings import InputChanged
from jatsx.fixing.mended_files import MendedFile
from jatsx.pipeline.whole_files import write_whole
from jatsx.readers.file_state import read_whole

KEPT: Final = "before-fix"
"""The folder of the copies, beside journal.yaml and issue.yaml. No reader reads it."""

ARTICLES: Final = "articles"

_WRITABLE: Final = 0o222


class NotWritten(StrEnum):
    """Why a file is not written."""

    CHANGED = "changed"
    """It was changed after it was read."""
    PROTECTED = "protected"
    """It is protected against writing."""
    LINK = "link"
    """It is a link to another file."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """What became of a changed file.

    Args:
        file: the file.
        folder: the folder of the copies of this run.
        copy: the copy of what was there.
        reason: why the file was not written; None if it was.
    """

    file: MendedFile
    folder: Path | None = None
    copy: Path | None = None
    reason: NotWritten | None = None


def write_file(file: MendedFile, timestamp: str) -> WrittenFile:
    """Writes a changed file. What was there is kept in the folder ``before-fix``.

    Args:
        file: the file.
        timestamp: 14 digits or more, which name the folder of the copies.

    Raises:
        OSError: the copy or the file cannot be written.
    """
    reason = obstacle(file)
    if reason is not None:
        return WrittenFile(file, reason=reason)
    folder, name = _place_of_copy(file.path, timestamp)
    copy = folder / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    write_whole(copy, file.before)
    write_whole(file.path, file.after, like=file.path)
    return WrittenFile(file, folder, copy)


def obstacle(file: MendedFile) -> NotWritten | None:
    """Why a changed file cannot be written; None if it can."""
    if file.path.is_symlink():
        return NotWritten.LINK
    try:
        if read_whole(file.path) != file.before:
            return NotWritten.CHANGED
        is_writable = file.path.stat().st_mode & _WRITABLE and os.access(file.path, os.W_OK)
    except (InputChanged, FileNotFoundError):
        return NotWritten.CHANGED
    return None if is_writable else NotWritten.PROTECTED


def _place_of_copy(path: Path, timestamp: str) -> tuple[Path, Path]:
    """The folder of the copies of this run, and a free name in it: ``before-fix/20240601-120000``
    and ``articles/01.yaml``."""
    is_article = path.absolute().parent.name == ARTICLES
    root = path.parent.parent if is_article else path.parent
    inner = Path(ARTICLES, path.name) if is_article else Path(path.name)
    run = f"{timestamp[:8]}-{timestamp[8:14]}"
    number = 1
    while ((folder := root / KEPT / (run if number == 1 else f"{run}-{number}")) / inner).exists():
        number += 1
    return folder, inner
