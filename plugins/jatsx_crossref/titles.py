"""``titles``: of an article in every language, of an issue in one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jatsx import Element, el, inheritance
from jatsx.documents.build import Inside, Lost, Pieces, at, stated, wrapped
from jatsx.model.text import Text
from jatsx_crossref.language import one_language
from jatsx_crossref.options import Settings
from jatsx_crossref.pieces import others
from jatsx_crossref.texts import faces

if TYPE_CHECKING:
    from jatsx.model import Article, Issue

MOST_TITLES: Final = 20


def article_titles(article: Article) -> Iterator[Inside]:
    """A ``titles`` for each language, the article's own first. They don't say which it is."""
    titles = inheritance.own_language_first(stated(article.title), article)
    written = tuple(titles)[:MOST_TITLES]
    for tag in written:
        yield _titles(article, tag)
    for tag in tuple(titles)[MOST_TITLES:]:
        yield Lost(at("title", tag), f"journal_article holds {MOST_TITLES} titles")
    for tag in stated(article.subtitle):
        if tag not in written:
            yield Lost(at("subtitle", tag), "titles needs a title before a subtitle")


def issue_titles(issue: Issue, settings: Settings) -> Iterator[Inside]:
    """``titles`` of a thematic issue, in one language: there is one such element."""
    from jatsx.model import Article

    titles = stated(issue.title)
    tag, title = one_language(titles, Article(id="", issue=issue), settings)
    if tag is not None and title is not None:
        of = at("issue.title", tag)
        inside = _text("title", title, of)
        yield wrapped("titles", None, inside, of=of)
    yield from others(titles, tag, "issue.title", "journal_issue holds a title in one language")


def _titles(article: Article, tag: str) -> Pieces:
    """``titles``: ``title`` and ``subtitle`` in one language."""
    of = at("title", tag)
    title = _text("title", article.title[tag], of)
    subtitle = _text("subtitle", article.subtitle.get(tag), at("subtitle", tag))
    return wrapped("titles", None, title, subtitle, of=of)


def _text(tag: str, text: Text | None, of: str) -> Element | None:
    """A ``title`` or ``subtitle`` with face markup."""
    return el(tag, None, faces(text), of=of) if text is not None else None
