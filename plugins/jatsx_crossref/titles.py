"""``titles``: of an article in every language, of an issue in one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jatsx import Built, Content, Loss, element, inheritance, present
from jatsx.model.fieldpath import subpath
from jatsx.model.text import Text
from jatsx_crossref.options import Settings
from jatsx_crossref.pieces import others
from jatsx_crossref.texts import face_markup

if TYPE_CHECKING:
    from jatsx.model import Article, Issue

MOST_TITLES: Final = 20


def article_titles(article: Article) -> Iterator[Content]:
    """A ``titles`` for each language, the article's own first. They don't say which it is."""
    titles = inheritance.own_language_first(present(article.title), article)
    written = tuple(titles)[:MOST_TITLES]
    for tag in written:
        yield _titles(article, tag)
    for tag in tuple(titles)[MOST_TITLES:]:
        yield Loss(subpath("title", tag), f"journal_article holds {MOST_TITLES} titles")
    for tag in present(article.subtitle):
        if tag not in written:
            yield Loss(subpath("subtitle", tag), "titles needs a title before a subtitle")


def issue_titles(issue: Issue, settings: Settings) -> Iterator[Content]:
    """``titles`` of a thematic issue, in one language: there is one such element."""
    titles = present(issue.title)
    own = issue.language or issue.journal.language
    tag, title = inheritance.one_language(titles, settings.language, own) or (None, None)
    if tag is not None:
        field = subpath("issue.title", tag)
        yield element("titles", None, _text("title", title, field), field=field)
    yield from others(titles, tag, "issue.title", "journal_issue holds a title in one language")


def _titles(article: Article, tag: str) -> Built:
    """``titles``: ``title`` and ``subtitle`` in one language."""
    field = subpath("title", tag)
    title = _text("title", article.title[tag], field)
    subtitle = _text("subtitle", article.subtitle.get(tag), subpath("subtitle", tag))
    return element("titles", None, title, subtitle, field=field)


def _text(tag: str, text: Text | None, field: str) -> Built:
    """A ``title`` or ``subtitle`` with face markup."""
    return element(tag, None, face_markup(text), field=field) if text is not None else None
