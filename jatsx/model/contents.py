"""An issue with what fits memory of each of its articles, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jatsx.model.article import Article, Pages
from jatsx.model.issue import Issue


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """What an issue's table of contents would say of an article."""

    id: str
    doi: str | None
    pages: Pages
    section: str | None
    languages: tuple[str, ...]
    """The languages of its titles."""

    @classmethod
    def of(cls, article: Article) -> ContentsEntry:
        """The entry of an article."""
        return cls(article.id, article.doi, article.pages, article.section, tuple(article.title))


@dataclass(frozen=True, slots=True)
class IssueContents:
    """An issue and its articles, in the order read."""

    issue: Issue
    entries: Sequence[ContentsEntry]
