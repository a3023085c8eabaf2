"""The order of the articles of an issue."""

from __future__ import annotations

from jatsx.desk.editing.edited_text import EditedText, NotEdited
from jatsx.desk.editing.edits import SetValue
from jatsx.desk.files import FileKey, FileKind
from jatsx.desk.issue_desk import IssueDesk
from jatsx.model import Issue
from jatsx.readers.issue_folder import article_files

PAGE = "order"
"""The page that changes the order, for undo."""


def reordered(issue: IssueDesk, name: str, to: int) -> None:
    """Moves the article of a file to another position, and writes the order to issue.yaml.

    Ids in the order that have no file stay, at its end.

    Raises:
        LookupError: there is no such article or position, or an article has no id.
        NotEdited: the order cannot be written, or the issue has errors.
        ChangedMeanwhile: issue.yaml was changed meanwhile.
        NotWritable: issue.yaml is a link.
        OSError: it cannot be written.
    """
    described = issue.issue
    if described is None:
        raise NotEdited("articles")
    ids = {file.name: issue.article_id(file) for file in article_files(issue.folder)}
    names = _in_order(ids, described)
    names.insert(to, names.pop(names.index(name) if name in names else len(names)))
    ordered = [ids[one] for one in names]
    ordered += [id for id in described.articles if id not in ordered]
    file = issue.file(FileKey(FileKind.ISSUE))
    text = EditedText(file.content, Issue, is_json=file.path.suffix.lower() == ".json")
    text.make(SetValue(("articles",), ordered))
    issue.writer.write(file.path, file.content, text.content, PAGE)


def _in_order(ids: dict[str, str], issue: Issue) -> list[str]:
    """The names of the article files in the order of the issue."""
    rank = {id: n for n, id in enumerate(issue.articles)}
    return sorted(ids, key=lambda name: rank.get(ids[name], len(rank)))
