"""The type, the language and the size of the article."""

from __future__ import annotations

from typing import Final

from jatsx import Article, Sourced, inheritance, json_object, stripped

from jatsx_datacite.parts import Parts, Values
from jatsx_datacite.settings import Settings

_DATA_PAPER: Final = "data-paper"
_PLAIN_TYPE: Final = "Journal article"
"""The type of an article without a type, if a text is required."""


def types(article: Article, settings: Settings) -> Parts:
    """``types``: a journal article or a data paper, and the type as text."""
    written, version = stripped(article.type), settings.version
    general = "DataPaper" if written == _DATA_PAPER else "JournalArticle"
    needs_text = not version.has_items
    words = written.replace("-", " ").capitalize() if written else None
    described: Values = {
        "resourceType": Sourced(words or (_PLAIN_TYPE if needs_text else None), "type"),
        "resourceTypeGeneral": version.type_or_text(general),
    }
    yield json_object(described, field="type")


def language(article: Article, _: Settings) -> Parts:
    """``language``: the language of the article's text."""
    own = inheritance.language(article)
    if own and (tag := stripped(own.value)):
        yield Sourced(tag, own.field)


def sizes(article: Article, _: Settings) -> Parts:
    """``sizes``: the numbers of pages, words and other parts of the article."""
    for what, number in article.counts:
        if number is not None:
            unit = what.removesuffix("s") if number == 1 else what
            yield Sourced(f"{number} {unit}", f"counts.{what}")
