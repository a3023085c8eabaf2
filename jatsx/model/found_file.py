"""A file that an article or issue names, as it is in the issue folder."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jatsx.model.files import LocalFile
from jatsx.model.issue import Issue


class FileAccess(StrEnum):
    """Whether a file can be read, and why not."""

    FOUND = "found"
    """It can be read."""
    MISSING = "missing"
    """There is no such file."""
    LINK = "link"
    """The path leads through a link, which might lead out of the folder."""
    NOT_A_FILE = "not-a-file"
    """It is a folder or a device."""
    UNREADABLE = "unreadable"
    """It cannot be opened or read."""
    OUTSIDE = "outside"
    """The path is not a path inside the folder."""
    NO_FOLDER = "no-folder"
    """The source is not a file, so there is no folder."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of an article or issue, as it is in the issue folder.

    Args:
        file: the file in the model.
        issue: the issue of the file or of its article.
        access: whether it can be read.
        size: the number of bytes.
        head: the first bytes, at most 1,024.
    """

    file: LocalFile
    issue: Issue
    access: FileAccess = FileAccess.FOUND
    size: int = 0
    head: bytes = b""
