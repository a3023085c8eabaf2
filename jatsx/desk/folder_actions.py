"""What the desk adds to a folder: issues, articles, and what other programs wrote."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, Final

from jatsx.desk.editing.edited_text import EditedText
from jatsx.desk.editing.edits import SetValue
from jatsx.issue_folder.file_names import id_from_name, is_bare_name
from jatsx.issue_folder.next_issue import issue_text
from jatsx.issue_folder.schema_files import write_schemas
from jatsx.library.conversion import Conversion, convert
from jatsx.library.drafting import draft, print_reader
from jatsx.library.session import Session
from jatsx.model import Issue, Journal, Part
from jatsx.pipeline.whole_files import write_whole
from jatsx.readers.issue_context import journal_files, named_files
from jatsx.readers.issue_folder import article_files
from jatsx.rules.common import is_file_name

MOST_UNPACKED: Final = 512 * 1024 * 1024
"""The largest number of bytes of all files in a ZIP file."""


OF_PRINT: Final = (".txt", ".md", ".docx", ".pdf")
"""The endings of printed issues, which ``jatsx draft`` reads."""


class IdTaken(Exception):
    """A file or folder with this name exists."""


class IdInvalid(Exception):
    """An id cannot be used as the name of a file."""


class NothingRead(Exception):
    """No article could be read from a file."""


class SeveralIssues(Exception):
    """A file describes several issues, and there is one already."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file of another program: the number of articles, and files that exist."""

    number: int
    kept: tuple[str, ...] = ()


def create_issue(
    folder: Path, id: str, titles: Mapping[str, str], languages: Iterable[str]
) -> None:
    """Creates the files of a new issue and its journal. A journal that exists is kept.

    Raises:
        IdTaken: the folder has an issue already.
        OSError: a file cannot be written.
    """
    if named_files(folder, "issue") or article_files(folder):
        raise IdTaken(folder.name)
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    own = id_from_name(id or folder.resolve().name)
    write_whole(folder / "issue.yaml", _described(Issue, {"id": own}))
    if not journal_files(folder):
        given = {tag: title for tag, title in titles.items() if title}
        journal = {"title": given or None, "languages": list(languages)}
        write_whole(folder / "journal.yaml", _described(Journal, journal))
    write_schemas(folder / "schemas")


def create_issue_like(last: Issue, folder: Path) -> None:
    """Creates an issue folder with the sections of another issue, and the values to fill in.

    Raises:
        IdTaken: there is such a folder.
    """
    if folder.exists():
        raise IdTaken(folder.name)
    (folder / "articles").mkdir(parents=True)
    write_whole(folder / "issue.yaml", issue_text(last, None).encode())
    write_schemas(folder / "schemas")


def copy_journal(source: Path, folder: Path) -> None:
    """Gives an issue folder the journal of another one, unless it has one, or one is above it."""
    if not journal_files(folder):
        write_whole(folder / source.name, source.read_bytes())


def create_article(folder: Path, id: str, values: Mapping[str, Any]) -> Path:
    """Creates an article file.

    Raises:
        IdInvalid: the id cannot be the name of a file.
        IdTaken: there is such a file.
    """
    if not is_file_name(id):
        raise IdInvalid(id)
    path = folder / "articles" / f"{id}.yaml"
    if any(file.stem.lower() == id.lower() for file in article_files(folder)):
        raise IdTaken(id)
    path.parent.mkdir(parents=True, exist_ok=True)
    from jatsx.model import Article

    write_whole(path, _described(Article, {"id": id, **values}))
    return path


def import_into(folder: Path, name: str, content: BinaryIO, session: Session) -> Imported:
    """Adds the articles of a file of another program, or of a printed issue, to a folder.

    Into an empty folder, everything is written; into an issue folder, articles only. Nothing that
    exists is overwritten.

    Raises:
        NothingRead: no article could be read.
        SeveralIssues: the file describes several issues, and the folder has one.
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
        return _placed(made, folder, conversion, f"{source.parent}/", only_articles=is_issue)


def _placed(
    made: Path, folder: Path, conversion: Conversion, start: str, *, only_articles: bool
) -> Imported:
    """Copies what was converted into a folder, except what is there.

    ``start`` is the folder of the file that was sent, which places in files do not name.
    """
    kept: list[str] = []
    files = sorted(path for path in made.rglob("*") if path.is_file())
    for path in files:
        inner = path.relative_to(made)
        if only_articles and inner.parts[0] != "articles":
            continue
        if (folder / inner).exists():
            kept.append(inner.name)
            continue
        (folder / inner).parent.mkdir(parents=True, exist_ok=True)
        write_whole(folder / inner, path.read_bytes().replace(start.encode(), b""))
    number = sum(len(issue.articles) for issue in conversion.issues)
    return Imported(number - len([one for one in kept if only_articles]), tuple(kept))


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


def _described(root: type[Part], values: Mapping[str, Any]) -> bytes:
    """The content of a file with these values."""
    text = EditedText(b"", root)
    for name, value in values.items():
        if value:
            text.make(SetValue((name,), value))
    return text.content
