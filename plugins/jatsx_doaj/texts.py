"""Title, abstract and keywords: plain, and in one and the same language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jatsx import Sourced, inheritance, json_list
from jatsx.model.fieldpath import format_path, join_path

if TYPE_CHECKING:
    from jatsx import Article, JsonList, Prose, Sourced, Text


def text_language(article: Article, preferred: str | None) -> str | None:
    """The language of the one title that DOAJ takes, and so of abstract and keywords.

    The preferred one, else the article's, else English, else the first: of those that have a
    title. None where there is no title.
    """
    chosen = inheritance.one_language(article.title, preferred, inheritance.language_tag(article))
    return chosen[0] if chosen else None


def texts(article: Article, language: str | None) -> dict[str, Sourced[Any] | JsonList | None]:
    """What a document in a language says in words; nothing where there is no title."""
    if language is None:
        return {"title": Sourced(None, "title")}
    return {
        "title": Sourced(title(article, language), _in(language, "title")),
        "abstract": Sourced(abstract(article, language), _in(language, "abstract")),
        "keywords": keywords(article, language),
    }


def title(article: Article, language: str) -> str | None:
    """Title and subtitle. A colon stands between them, where the title has no mark of its own."""
    main, subtitle = _plain(article.title.get(language)), _plain(article.subtitle.get(language))
    if main and subtitle:
        return f"{main} {subtitle}" if main.endswith(tuple(".:?!…")) else f"{main}: {subtitle}"
    return main or subtitle


def abstract(article: Article, language: str) -> str | None:
    """The abstract, a line for each heading and paragraph."""
    return _plain(article.abstract.get(language))


def keywords(article: Article, language: str) -> JsonList | None:
    """The keywords, in the order written."""
    own = _in(language, "keywords")
    words = enumerate(article.keywords.get(language, ()))
    return json_list((Sourced(_plain(word), f"{own}[{n}]") for n, word in words), field=own)


def filled(text: str | None) -> str | None:
    """A text without the space around it; None where nothing is left."""
    return (text or "").strip() or None


def _in(language: str, field: str) -> str:
    """The path of a field in a language."""
    return join_path(field, format_path((language,)))


def _plain(text: Text | Prose | None) -> str | None:
    return filled(text.plain) if text else None
