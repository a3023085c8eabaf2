"""``titles``: of an article in every language, of an issue in one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jatsx import Built, Content, Extent, Loss, element, inheritance, other_languages, present
from jatsx.model.fieldpath import subpath
from jatsx.model.text import Text
from jatsx_crossref.language import language_code, language_loss
from jatsx_crossref.options import Settings
from jatsx_crossref.texts import face_markup
from jatsx_crossref.version import Version

if TYPE_CHECKING:
    from jatsx.model import Article, Issue

MOST_TITLES: Final = 20

TRANSLATION: Final = "translation-of"
"""The type of the relation of a translation to the original."""


def article_titles(article: Article, version: Version) -> Iterator[Content]:
    """A ``titles`` for each language, the article's own first. It has no language attribute."""
    titles = inheritance.own_language_first(present(article.title), article)
    written = tuple(titles)[:MOST_TITLES]
    original = original_language_title(article, version)
    for n, tag in enumerate(written):
        yield _titles(article, tag, None if n else original)
    for tag in tuple(titles)[MOST_TITLES:]:
        limit = {"limit": f"{MOST_TITLES}"}
        yield Loss(subpath("title", tag), "titles-limit", limit, Extent.LANGUAGE)
    for tag in present(article.subtitle):
        if tag not in written:
            yield Loss(subpath("subtitle", tag), "subtitle-without-title")


def original_language_title(article: Article, version: Version) -> Content:
    """``original_language_title`` of a translation: the title of the translated work, in the first
    language that is not the article's. None if the article has no title to write it after."""
    own = inheritance.language_tag(article)
    for n, relation in enumerate(article.relations if present(article.title) else ()):
        titles = {tag: text for tag, text in present(relation.title).items() if tag != own}
        if relation.type == TRANSLATION and titles:
            tag, text = next(iter(titles.items()))
            field = subpath(f"relations[{n}].title", tag)
            attributes = {"language": language_code(tag, version)}
            words = face_markup(text)
            made = element("original_language_title", attributes, words, field=field)
            return made, language_loss(tag, field, version)
    return None


def issue_titles(issue: Issue, settings: Settings) -> Iterator[Content]:
    """``titles`` of a thematic issue, in one language, because only one is allowed."""
    own = issue.language or issue.journal.language
    title = inheritance.in_one_language("issue.title", issue.title, settings.language, own)
    if title:
        text = _text("title", title.value, title.field)
        yield element("titles", None, text, field=title.field)
        params = {"element": "journal_issue/titles"}
        yield from other_languages(
            "issue.title", issue.title, title.language, "one-language", params
        )


def _titles(article: Article, tag: str, original: Content) -> Built:
    """``titles``: ``title`` and ``subtitle`` in one language, and the original title."""
    field = subpath("title", tag)
    title = _text("title", article.title[tag], field)
    subtitle = _text("subtitle", article.subtitle.get(tag), subpath("subtitle", tag))
    return element("titles", None, title, subtitle, original, field=field)


def _text(tag: str, text: Text | None, field: str) -> Built:
    """A ``title`` or ``subtitle`` with face markup."""
    return element(tag, None, face_markup(text), field=field) if text is not None else None
