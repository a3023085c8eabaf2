"""Titles, abstracts and keywords in all languages, as plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import (
    Article,
    Loss,
    Prose,
    Sourced,
    Text,
    inheritance,
    json_object,
    lost_markup,
    present,
)
from jatsx.model.fieldpath import subpath

from jatsx_datacite.parts import Parts, Values, plain
from jatsx_datacite.settings import Settings

_CONTENTS: Final = "toc"


def titles(article: Article, _: Settings) -> Parts:
    """``titles``: first the title in the article's language, which has no type."""
    texts = inheritance.own_language_first(present(article.title), article)
    yield from typed_titles("title", texts)
    for tag, subtitle in inheritance.own_language_first(present(article.subtitle), article).items():
        yield from _title(subpath("subtitle", tag), tag, subtitle, "Subtitle")


def typed_titles(field: str, texts: Mapping[str, Text]) -> Parts:
    """The first title without a type, the others as translations."""
    for n, (tag, text) in enumerate(texts.items()):
        yield from _title(subpath(field, tag), tag, text, "TranslatedTitle" if n else None)


def _title(field: str, tag: str, text: Text, kind: str | None) -> Parts:
    yield json_object(
        {"title": Sourced(plain(text), field), "titleType": kind, "lang": tag}, field=field
    )
    yield from lost_markup(text, field, "plain-text")


def descriptions(article: Article, _: Settings) -> Parts:
    """``descriptions``: the abstracts."""
    yield from _described("abstract", article.abstract, "Abstract")
    for n, other in enumerate(article.other_abstracts):
        field = f"other_abstracts[{n}]"
        is_contents = other.type == _CONTENTS
        kind = "TableOfContents" if is_contents else "Other"
        yield from _described(f"{field}.text", other.text, kind)
        if other.type.strip() and not (is_contents and present(other.text)):
            yield Loss(f"{field}.type", "abstract-type")


def _described(field: str, texts: Mapping[str, Prose], kind: str) -> Parts:
    for tag, text in present(texts).items():
        own = subpath(field, tag)
        described: Values = {
            "description": Sourced(plain(text), own),
            "descriptionType": kind,
            "lang": tag,
        }
        yield json_object(described, field=own)
        yield from lost_markup(text, own, "plain-text")


def keywords(article: Article) -> Parts:
    """A subject for each keyword."""
    for tag, words in article.keywords.items():
        for n, word in enumerate(words):
            if word:
                field = subpath("keywords", tag, n)
                yield json_object(
                    {"subject": Sourced(plain(word), field), "lang": tag}, field=field
                )
                yield from lost_markup(word, field, "plain-text")
