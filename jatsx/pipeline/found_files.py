"""The files that articles and issues name, as they are in the issue folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import fstat
from pathlib import Path
from typing import Final

from jatsx.findings.surroundings import raise_surroundings
from jatsx.model import FileAccess, FoundFile, Issue, LocalFile
from jatsx.model.fieldpath import Path as FieldPath
from jatsx.readers.local_files import NoAccess, opened_inside

HEAD: Final = 1024
"""How many bytes of a file the rules get."""


def found_files(
    files: Iterable[LocalFile], path: FieldPath, issue: Issue, folder: Path | None
) -> Iterator[tuple[FieldPath, FoundFile]]:
    """Each file of a list with its path in the model, as it is in the folder.

    Raises:
        OSError: the system fails, for example because too many files are open.
    """
    for position, file in enumerate(files):
        yield (*path, position), found_file(file, issue, folder)


def found_file(file: LocalFile, issue: Issue, folder: Path | None) -> FoundFile:
    """A file as it is in the folder. Raises the errors of :func:`found_files`."""
    try:
        with opened_inside(folder, file.path) as opened:
            size = fstat(opened.fileno()).st_size
            return FoundFile(file, issue, FileAccess.FOUND, size, opened.read(HEAD))
    except NoAccess as refused:
        return FoundFile(file, issue, refused.access)
    except OSError as error:
        raise_surroundings(error)
        return FoundFile(file, issue, FileAccess.UNREADABLE)
