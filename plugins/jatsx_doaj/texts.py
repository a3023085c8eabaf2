"""Title, abstract and keywords: plain text, all in the same language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from jatsx import (
    Extent,
    Loss,
    Prose,
    Sourced,
    Text,
    inheritance,
    is_present,
    json_list,
    lost_markup,
    stripped,
    values_and_losses,
)
from jatsx.model.fieldpath import subpath
from jatsx.model.text import subtitle_separator
from jatsx_doaj.parts import ObjectParts, TextParts

if TYPE_CHECKING:
    from jatsx import Article

FIELDS = ("title", "subtitle", "abstract", "keywords")


def text_language(article: Article, preferred: str | None) -> str | None:
    """The language of the title, the abstract and the keywords.

    Of the languages with a title, it is the preferred one, else the article's, else English, else
    the first. It is None if there is no title.
    """
    own = inheritance.language_tag(article)
    chosen = inheritance.in_one_language("title", article.title, preferred, own)
    return chosen.language if chosen else None


def texts(article: Article, language: str | None) -> ObjectParts:
    """``title``, ``abstract`` and ``keywords`` in a language; only losses if there is no title."""
    if language is None:
        yield "title", Sourced(None, "title")
        yield from _without_title(article)
        return
    yield from title(article, language)
    yield from abstract(article, language)
    yield from keywords(article, language)
    for field in FIELDS:
        yield from _other_languages(field, getattr(article, field), language)


def title(article: Article, language: str) -> ObjectParts:
    """Title and subtitle, separated by a colon unless the title ends with a punctuation mark."""
    parts = (
        *_plain(article.title.get(language), subpath("title", language)),
        *_plain(article.subtitle.get(language), subpath("subtitle", language)),
    )
    found, losses = values_and_losses(parts)
    yield "title", Sourced(_joined([part.value for part in found]), subpath("title", language))
    yield from losses


def abstract(article: Article, language: str) -> ObjectParts:
    """The abstract, with a line for each heading and paragraph."""
    field = subpath("abstract", language)
    found, losses = values_and_losses(_plain(article.abstract.get(language), field))
    yield "abstract", found[0] if found else Sourced(None, field)
    yield from losses


def keywords(article: Article, language: str) -> ObjectParts:
    """The keywords, in order."""
    field = subpath("keywords", language)
    found, losses = values_and_losses(
        part
        for n, word in enumerate(article.keywords.get(language, ()))
        for part in _plain(word, f"{field}[{n}]")
    )
    yield "keywords", json_list(found, field=field)
    yield from losses


def _plain(text: Text | Prose | None, field: str) -> TextParts:
    """The characters of a text, and the loss of its markup."""
    if text is None:
        return
    plain = stripped(text.plain) if text else None
    if plain:
        yield Sourced(plain, field)
    yield from lost_markup(text, field, "plain-text")


def _joined(parts: list[str]) -> str | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    main, subtitle = parts
    return f"{main}{subtitle_separator(main)}{subtitle}"


def _without_title(article: Article) -> Iterator[Loss]:
    """The losses of an article without a title: subtitle, abstract, keywords."""
    for field in FIELDS:
        for tag in _filled(getattr(article, field)):
            yield Loss(subpath(field, tag), "no-title")


def _other_languages(field: str, values: Mapping[str, object], language: str) -> Iterator[Loss]:
    """The losses of texts in other languages. If none is in this language, all are lost."""
    filled, params = _filled(values), {"language": language}
    extent = Extent.LANGUAGE if language in filled else Extent.WHOLE
    for tag in filled:
        if tag != language:
            yield Loss(subpath(field, tag), "one-language", params, extent)


def _filled(values: Mapping[str, object]) -> list[str]:
    """The languages of the values that are not blank."""
    return [tag for tag, value in values.items() if is_present(value)]
