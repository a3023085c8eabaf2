"""Rules on the files of articles and issues in the issue folder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import FileAccess, FoundFile, LocalFile
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule
from jatsx.standards.local_paths import is_local_path

UNREADABLE: Final = (FileAccess.LINK, FileAccess.NOT_A_FILE, FileAccess.UNREADABLE)


@rule(
    "file-path-form",
    Level.WARNING,
    message="{path} is not a path inside the issue folder.",
    hint=(
        "Copy the file into the issue folder. Write its path from the issue folder, with / between"
        " folders: pdf/01.pdf."
    ),
)
def path_form(file: LocalFile) -> Iterator[Fault]:
    """The path of a file starts at the issue folder and stays inside it.

    A path such as C:/articles/01.pdf or ../01.pdf would be wrong on another computer. Files outside
    the issue folder are never read.

    Source: jatsx's own requirement.

    Good:

        path: pdf/01.pdf
        kind: full-text

    Bad:

        path: C:/articles/01.pdf
        kind: full-text
    """
    if file.path.strip() and not is_local_path(file.path):
        yield fault("path", path=file.path)


@rule(
    "file-path-missing",
    Level.WARNING,
    message="There is no file {path} in the issue folder.",
    hint="Copy the file into the issue folder, or correct `path`. Compare capital letters too.",
)
def path_missing(found: FoundFile) -> Iterator[Fault]:
    """A file exists in the issue folder.

    The path starts at the issue folder. For a JSON Lines file, it starts at the folder that
    contains this file.

    Source: jatsx's own requirement.

    Good:

        path: pdf/01.pdf
        kind: full-text

    Bad:

        path: pdf/01.pdf
        kind: full-text
        access: missing
    """
    if found.access is FileAccess.MISSING:
        yield fault("path", path=found.file.path)


@rule(
    "file-path-unreadable",
    Level.WARNING,
    message="The file {path} cannot be read: it is a link or a folder, or access is denied.",
    hint=(
        "Copy the file itself into the issue folder, close it in other programs, and check that you"
        " have permission to read it."
    ),
)
def path_unreadable(found: FoundFile) -> Iterator[Fault]:
    """A file is a regular file that can be read.

    Links are not followed, because they can lead out of the issue folder.

    Source: jatsx's own requirement.

    Good:

        path: pdf/01.pdf
        kind: full-text

    Bad:

        path: pdf/01.pdf
        kind: full-text
        access: link
    """
    if found.access in UNREADABLE:
        yield fault("path", path=found.file.path)
