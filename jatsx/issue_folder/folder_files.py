"""The files of an issue folder: journal.yaml, issue.yaml, articles/<id>.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from jatsx.findings.finding import Finding
from jatsx.findings.joining import joined_formats
from jatsx.findings.sentences import Sentences
from jatsx.findings.translation import N_
from jatsx.findings.translation import gettext as _
from jatsx.issue_folder.comments import (
    OF_THE_WHOLE_INPUT,
    Comment,
    Comments,
    field_path,
    finding_comment,
)
from jatsx.issue_folder.file_names import article_names
from jatsx.issue_folder.layout import file_text
from jatsx.issue_folder.notes import without_note
from jatsx.issue_folder.yaml_tree import Fields, PlainScalar, part_tree
from jatsx.model import Article, Issue, Journal
from jatsx.pipeline.tracked import TrackedArticle

JOURNAL_HEAD: Final = N_("The journal: information that is the same for all its issues.")
ISSUE_HEAD: Final = N_("The issue: information that is the same for all its articles.")
ARTICLE_HEAD: Final = N_("An article of the issue.")
LEGEND: Final = N_("Errors and warnings are above the field that they concern.")
LEGEND_HINT: Final = N_(
    "A missing field is commented out. Uncomment a line to use that field (delete “# ”)."
)


def issue_files(
    issue: Issue,
    articles: Sequence[TrackedArticle],
    findings: Iterable[Finding],
    sentences: Sentences,
) -> dict[str, bytes]:
    """The content of each file, by its path in the folder.

    ``findings`` are those of the issue and its journal. Each tracked article has its own findings.
    """
    comments = _IssueComments(sentences)
    comments.take(findings, comments.issue)
    read = [one.article for one in articles if one.article is not None]
    files: dict[str, bytes] = {}
    for name, article, tracked in zip(article_names(read), read, articles, strict=True):
        own = Comments()
        comments.take(tracked.findings, own)
        files[f"articles/{name}"] = _file(_article_tree(article), ARTICLE_HEAD, own)
    return {
        "journal.yaml": _file(_journal_tree(issue.journal), JOURNAL_HEAD, comments.journal),
        "issue.yaml": _file(_issue_tree(issue), ISSUE_HEAD, comments.issue),
        **files,
    }


class _IssueComments:
    """The comments of an issue and of its journal."""

    def __init__(self, sentences: Sentences) -> None:
        self.sentences = sentences
        self.journal = Comments()
        self.issue = Comments()

    def take(self, findings: Iterable[Finding], own: Comments) -> None:
        """Adds comments for findings; ``own`` gets those outside the issue and the journal."""
        for finding in joined_formats(findings):
            if finding.code in OF_THE_WHOLE_INPUT:
                continue
            comment = finding_comment(without_note(finding), self.sentences)
            path = field_path(finding)
            if path[:2] == ("issue", "journal"):
                self.journal.add(path[2:], comment)
            elif path[:1] == ("issue",):
                self.issue.add(path[1:], comment)
            else:
                own.add(path, comment)


def _file(fields: Fields, head: str, comments: Comments) -> bytes:
    heads = [Comment(_(head))]
    if comments:
        heads.append(Comment(_(LEGEND), _(LEGEND_HINT)))
    return file_text(fields, heads, comments).encode()


def _article_tree(article: Article) -> Fields:
    return part_tree(article, without="issue")


def _issue_tree(issue: Issue) -> Fields:
    """The issue's fields, always with the id: without it, the folder's name would be the id."""
    return Fields({**part_tree(issue, without="journal").items, "id": PlainScalar(issue.id)})


def _journal_tree(journal: Journal) -> Fields:
    """The journal's fields, at least one: a file without fields cannot be read."""
    fields = part_tree(journal)
    is_empty = all(value is None for value in fields.items.values())
    return Fields({**fields.items, "title": Fields({})}) if is_empty else fields
