"""An issue with a summary of each article, which needs little memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jatsx.model.article import Article, Pages
from jatsx.model.inheritance import licenses
from jatsx.model.issue import Issue


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """The summary of an article, as in a table of contents."""

    id: str
    doi: str | None
    pages: Pages
    section: str | None
    languages: tuple[str, ...]
    """The languages of the titles."""
    is_licensed: bool = False
    """Whether it has a license, its own or that of its issue or journal."""
    files: tuple[str, ...] = ()
    """The paths of its files."""

    @classmethod
    def of(cls, article: Article) -> ContentsEntry:
        """The entry of an article."""
        return cls(
            article.id,
            article.doi,
            article.pages,
            article.section,
            tuple(article.title),
            bool(licenses(article)),
            tuple(file.path for file in article.files),
        )


@dataclass(frozen=True, slots=True)
class IssueContents:
    """An issue and the summaries of its articles, in the order of the input."""

    issue: Issue
    entries: Sequence[ContentsEntry]
