"""Adding to a folder what other programs wrote, and printed issues."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

from jatsx.desk.editing.edited_text import NotEdited
from jatsx.desk.imported_notes import with_notes
from jatsx.desk.shown_parts import DeskParts
from jatsx.desk.writing import NotWritable
from jatsx.findings.finding import Finding, Level
from jatsx.fixing.write_files import ARTICLES
from jatsx.issue_folder.file_names import is_bare_name
from jatsx.library.conversion import Conversion, convert
from jatsx.library.drafting import draft, print_reader
from jatsx.library.session import Session
from jatsx.pipeline.whole_files import write_whole
from jatsx.readers.errors import UnreadableFile
from jatsx.readers.issue_context import named_files
from jatsx.readers.issue_folder import article_files
from jatsx.readers.notes_file import NAME
from jatsx.readers.source_file import source_file
from jatsx.report_page.overview import FindingShown

MOST_UNPACKED: Final = 512 * 1024 * 1024
"""The largest number of bytes of all files in a ZIP file."""

OF_PRINT: Final = (".txt", ".md", ".docx", ".pdf")
"""The endings of printed issues, which ``jatsx draft`` reads."""


class NothingRead(Exception):
    """No article could be read from a file."""


class SeveralIssues(Exception):
    """A file describes several issues, and there is one already."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file of another program.

    Args:
        number: the number of articles that were added.
        kept: the names of files that exist and were kept.
        refused: the ids of articles that cannot be the names of files.
        unread: why other articles could not be read.
    """

    number: int
    kept: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    unread: tuple[FindingShown, ...] = ()


def import_into(folder: Path, name: str, content: BinaryIO, session: Session) -> Imported:
    """Adds the articles of a file of another program, or of a printed issue, to a folder.

    Into an empty folder, everything is written; into an issue folder, articles only, with the notes
    about them. Nothing that exists is overwritten.

    Raises:
        NothingRead: no article could be read.
        SeveralIssues: the file describes several issues, and the folder has one.
        NotWritable: a folder in it is a link to another place.
        OSError: a file cannot be written.
    """
    with TemporaryDirectory(prefix="jatsx-desk-") as work:
        source = _received(Path(work), name, content)
        made = Path(work, "made")
        is_print = source.suffix.lower() in OF_PRINT and print_reader(session) is not None
        conversion = (draft if is_print else convert)(source, made, session=session)
        if not any(issue.folder for issue in conversion.issues):
            raise NothingRead(name)
        is_issue = bool(named_files(folder, "issue") or article_files(folder))
        if is_issue and len(conversion.issues) > 1:
            raise SeveralIssues(name)
        _forget_folder(made, source.parent)
        added, kept = _placed(made, folder, only_articles=is_issue)
        if is_issue and not _add_notes(made, folder, added):
            kept.append(NAME)
        return Imported(
            sum(1 for path in added if path.parent.name == ARTICLES),
            tuple(kept),
            tuple(str(one.id) for issue in conversion.issues for one in issue.refused),
            _unread(conversion, source.parent),
        )


def _forget_folder(made: Path, folder: Path) -> None:
    """Removes the folder of the file that was sent from the places that files name."""
    start = f"{folder}{os.sep}".encode()
    for path in made.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(start, b""))


def _placed(made: Path, folder: Path, *, only_articles: bool) -> tuple[list[Path], list[str]]:
    """Copies what was converted into a folder, except what is there.

    Returns the files that were added, and the names of those that were kept.

    Raises:
        NotWritable: a folder in it is a link to another place.
    """
    added, kept = [], []
    for path in sorted(path for path in made.rglob("*") if path.is_file()):
        inner = path.relative_to(made)
        if only_articles and inner.parts[0] != ARTICLES:
            continue
        if (folder / inner).exists():
            kept.append(inner.name)
            continue
        if not (folder / inner).resolve().is_relative_to(folder.resolve()):
            raise NotWritable(inner.parts[0])
        (folder / inner).parent.mkdir(parents=True, exist_ok=True)
        write_whole(folder / inner, path.read_bytes())
        added.append(folder / inner)
    return added, kept


def _add_notes(made: Path, folder: Path, added: list[Path]) -> bool:
    """Adds the notes about articles to notes.yaml. Returns whether that was possible."""
    path = folder / NAME
    if not (made / NAME).is_file():
        return True
    ids = {str(source_file(one).data.get("id")) for one in added}
    present = path.read_bytes() if path.is_file() else None
    try:
        content = with_notes((made / NAME).read_bytes(), present, ids)
    except (NotEdited, UnreadableFile):
        return False
    if content != present and content is not None:
        if path.is_symlink():
            return False
        write_whole(path, content)
    return True


def _unread(conversion: Conversion, start: Path) -> tuple[FindingShown, ...]:
    """Why articles could not be read."""
    found = (one for one in _unread_findings(conversion) if one.level is Level.ERROR)
    return tuple(DeskParts(conversion.result.run, start).findings(found))


def _unread_findings(conversion: Conversion) -> Iterator[Finding]:
    yield from conversion.tracked.findings
    for one in conversion.tracked.articles:
        if one.article is None:
            yield from one.record.findings


def _received(work: Path, name: str, content: BinaryIO) -> Path:
    """The file that was sent, in a folder of its own; a ZIP file is unpacked.

    Raises:
        NothingRead: the ZIP file is not valid, or too large.
    """
    own = Path(name.replace("\\", "/")).name
    received = work / "received"
    received.mkdir()
    path = received / (own if is_bare_name(own) else "file")
    with path.open("wb") as file:
        shutil.copyfileobj(content, file)
    if path.suffix.lower() != ".zip":
        return path
    return _unpacked(path, work / "unpacked")


def _unpacked(path: Path, folder: Path) -> Path:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(one.file_size for one in archive.infolist()) > MOST_UNPACKED:
                raise NothingRead(path.name)
            archive.extractall(folder)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise NothingRead(path.name) from error
    inside = [one for one in folder.iterdir() if not one.name.startswith((".", "__"))]
    return inside[0] if len(inside) == 1 and inside[0].is_dir() else folder
