"""Title, abstract and keywords: plain, and in one and the same language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jatsx import inheritance, json_list, of
from jatsx.model.fieldpath import joined, written

if TYPE_CHECKING:
    from jatsx import Article, JsonList, Of, Prose, Text


def text_language(article: Article, preferred: str | None) -> str | None:
    """The language of the one title that DOAJ takes, and so of abstract and keywords.

    The preferred one, else the article's, else English, else the first: of those that have a
    title. None where there is no title.
    """
    chosen = inheritance.one_language(article.title, article, preferred)
    return chosen[0] if chosen else None


def texts(article: Article, language: str | None) -> dict[str, Of | JsonList | None]:
    """What a document in a language says in words; nothing where there is no title."""
    if language is None:
        return {"title": of("title", None)}
    return {
        "title": of(_in(language, "title"), title(article, language)),
        "abstract": of(_in(language, "abstract"), abstract(article, language)),
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
    return json_list((of(f"{own}[{n}]", _plain(word)) for n, word in words), of=own)


def filled(text: str | None) -> str | None:
    """A text without the space around it; None where nothing is left."""
    return (text or "").strip() or None


def _in(language: str, field: str) -> str:
    """The path of a field in a language."""
    return joined(field, written((language,)))


def _plain(text: Text | Prose | None) -> str | None:
    return filled(text.plain) if text else None
