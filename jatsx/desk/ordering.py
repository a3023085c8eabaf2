"""The order of the articles of an issue."""

from __future__ import annotations

from pathlib import Path

from jatsx.desk.editing.edited_text import EditedText
from jatsx.desk.editing.edits import SetValue
from jatsx.desk.files import FileKey, FileKind
from jatsx.desk.issue_desk import IssueDesk
from jatsx.model import Issue
from jatsx.readers.issue_folder import article_files

PAGE = "order"
"""The page that changes the order, for undo."""


def reordered(issue: IssueDesk, name: str, to: int) -> None:
    """Moves the article of a file to another position, and writes the order to issue.yaml.

    Raises:
        LookupError: there is no such article or position, or an article has no id.
        NotEdited: the order cannot be written.
        ChangedMeanwhile: issue.yaml was changed meanwhile.
        OSError: it cannot be written.
    """
    names = [file.name for file in ordered_files(issue)]
    names.insert(to, names.pop(names.index(name) if name in names else len(names)))
    ids = [article_id(issue, one) for one in names]
    file = issue.file(FileKey(FileKind.ISSUE))
    text = EditedText(file.content, Issue, is_json=file.path.suffix.lower() == ".json")
    text.make(SetValue(("articles",), ids))
    issue.writer.write(file.path, file.content, text.content, PAGE)


def ordered_files(issue: IssueDesk) -> list[Path]:
    """The article files in the order of the issue."""
    files = article_files(issue.folder)
    described = issue.issue
    rank = {id: n for n, id in enumerate(described.articles if described else ())}
    return sorted(files, key=lambda one: rank.get(article_id(issue, one.name), len(rank)))


def article_id(issue: IssueDesk, name: str) -> str:
    """The id of the article in a file.

    Raises:
        LookupError: it has none.
    """
    data = issue.file(FileKey(FileKind.ARTICLE, name)).data
    return str(data["id"])
