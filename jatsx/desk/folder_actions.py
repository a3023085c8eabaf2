"""What the desk adds to a folder: issues and articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jatsx.desk.editing.edited_text import EditedText
from jatsx.desk.editing.edits import SetValue
from jatsx.issue_folder.file_names import id_from_name
from jatsx.issue_folder.next_issue import issue_text
from jatsx.issue_folder.schema_files import write_schemas
from jatsx.model import Issue, Journal, Part
from jatsx.pipeline.whole_files import write_whole
from jatsx.readers.issue_context import journal_files, named_files
from jatsx.readers.issue_folder import article_files
from jatsx.rules.common import is_file_name


class IdTaken(Exception):
    """A file or folder with this name exists."""


class IdInvalid(Exception):
    """An id cannot be used as the name of a file."""


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


def _described(root: type[Part], values: Mapping[str, Any]) -> bytes:
    """The content of a file with these values."""
    text = EditedText(b"", root)
    for name, value in values.items():
        if value:
            text.make(SetValue((name,), value))
    return text.content
