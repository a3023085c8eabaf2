"""``titles``: of an article in every language, of an issue in one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final

from jatsx.elements import el
from jatsx.model import inheritance
from jatsx.text import Text
from jatsx_crossref.language import language_code, one_language, stated
from jatsx_crossref.options import Settings
from jatsx_crossref.pieces import Lost, Piece, at, only, others, wrapped
from jatsx_crossref.texts import faces

if TYPE_CHECKING:
    from jatsx.model import Article, Issue

MOST_TITLES: Final = 20


def article_titles(article: Article) -> Iterator[Piece]:
    """A ``titles`` for each language, the article's own first."""
    titles = inheritance.own_language_first(stated(article.title), article)
    for n, tag in enumerate(titles):
        if n < MOST_TITLES:
            yield from _titles(article, tag)
        else:
            yield Lost(at("title", tag), f"journal_article holds {MOST_TITLES} titles")
    yield from _language_losses(article, titles)
    for tag in stated(article.subtitle):
        if tag not in titles:
            yield Lost(at("subtitle", tag), "titles needs a title before a subtitle")


def issue_titles(issue: Issue, settings: Settings) -> Iterator[Piece]:
    """``titles`` of a thematic issue, in one language: there is one such element."""
    from jatsx.model import Article

    titles = stated(issue.title)
    tag, title = one_language(titles, Article(id="", issue=issue), settings)
    if tag is not None and title is not None:
        yield from wrapped("titles", None, _text("title", title, at("issue.title", tag)))
    yield from others(titles, tag, "issue.title", "journal_issue holds a title in one language")


def _titles(article: Article, tag: str) -> Iterator[Piece]:
    """``titles``: ``title`` and ``subtitle`` in one language."""
    title = _text("title", article.title[tag], at("title", tag))
    subtitle = _text("subtitle", article.subtitle.get(tag), at("subtitle", tag))
    yield from wrapped("titles", None, chain(title, subtitle))


def _text(tag: str, text: Text | None, of: str) -> Iterator[Piece]:
    """A ``title`` or ``subtitle`` with face markup."""
    if text is not None:
        yield from only(el(tag, None, faces(text), of=of))


def _language_losses(article: Article, titles: inheritance.FrozenMap[Text]) -> Iterator[Lost]:
    """The languages of the titles, but for that of the article, which the article itself says."""
    own = inheritance.language(article)
    said = language_code(own.value) if own else None
    for tag in titles:
        if said is None or tag.lower() != said:
            yield Lost(at("title", tag), "titles has no language: the title is sent without")
