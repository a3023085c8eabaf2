"""The files of an issue folder: journal.yaml, issue.yaml, articles/<id>.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from jatsx.findings.finding import Finding
from jatsx.findings.messages import Sentences
from jatsx.issue_folder.comments import OF_THE_WHOLE_INPUT, Comment, Comments, field_path, note_of
from jatsx.issue_folder.file_names import article_names
from jatsx.issue_folder.layout import file_text
from jatsx.issue_folder.yaml_tree import Fields, PlainScalar, part_tree
from jatsx.model import Article, Issue, Journal
from jatsx.pipeline.tracked import TrackedArticle

JOURNAL_HEAD: Final = Comment("The journal: what stays the same from issue to issue.")
ISSUE_HEAD: Final = Comment("The issue: what its articles have in common.")
ARTICLE_HEAD: Final = Comment("An article of the issue.")
LEGEND: Final = Comment(
    "What was found of a field stands above it: error, warning.",
    "A field that is missing is noted out: delete its # and fill it in, or leave it.",
)


def issue_files(
    issue: Issue,
    articles: Sequence[TrackedArticle],
    findings: Iterable[Finding],
    sentences: Sentences,
) -> dict[str, bytes]:
    """The content of each file by its name.

    ``findings`` are those of the issue and its journal; each article brings its own.
    """
    notes = _IssueNotes(sentences)
    notes.take(findings, notes.issue)
    read = [one.article for one in articles if one.article is not None]
    files: dict[str, bytes] = {}
    for name, article, tracked in zip(article_names(read), read, articles, strict=True):
        own = Comments()
        notes.take(tracked.findings, own)
        files[f"articles/{name}"] = _file(_article_tree(article), ARTICLE_HEAD, own)
    return {
        "journal.yaml": _file(_journal_tree(issue.journal), JOURNAL_HEAD, notes.journal),
        "issue.yaml": _file(_issue_tree(issue), ISSUE_HEAD, notes.issue),
        **files,
    }


class _IssueNotes:
    """The notes of an issue and its journal, whoever's findings they are."""

    def __init__(self, sentences: Sentences) -> None:
        self.sentences = sentences
        self.journal = Comments()
        self.issue = Comments()

    def take(self, findings: Iterable[Finding], own: Comments) -> None:
        """Notes findings at their fields; those of no field of the issue go to ``own``."""
        for finding in findings:
            if finding.code in OF_THE_WHOLE_INPUT:
                continue
            note = note_of(finding, self.sentences)
            path = field_path(finding)
            if path[:2] == ("issue", "journal"):
                self.journal.add(path[2:], note)
            elif path[:1] == ("issue",):
                self.issue.add(path[1:], note)
            else:
                own.add(path, note)


def _file(fields: Fields, head: Comment, notes: Comments) -> bytes:
    return file_text(fields, [head, LEGEND] if notes else [head], notes).encode()


def _article_tree(article: Article) -> Fields:
    return part_tree(article, without="issue")


def _issue_tree(issue: Issue) -> Fields:
    """The issue's fields. Without an id it would take the folder's name for one."""
    return Fields({**part_tree(issue, without="journal").items, "id": PlainScalar(issue.id)})


def _journal_tree(journal: Journal) -> Fields:
    """The journal's fields, one at least: a file that says nothing can't be read."""
    fields = part_tree(journal)
    is_silent = all(value is None for value in fields.items.values())
    return Fields({**fields.items, "title": Fields({})}) if is_silent else fields
