"""What kind of article it is, in which language, and how long."""

from __future__ import annotations

from typing import Final

from jatsx import Article, Sourced, inheritance, json_object

from jatsx_datacite.parts import Parts, Values, filled
from jatsx_datacite.settings import Settings

_DATA_PAPER: Final = "data-paper"
_PLAIN_TYPE: Final = "Journal article"
"""What an article is called that doesn't say of which type it is, where a text is asked for."""


def types(article: Article, settings: Settings) -> Parts:
    """``types``: a journal article or a data paper, and the type in words."""
    written, version = filled(article.type), settings.version
    general = "DataPaper" if written == _DATA_PAPER else "JournalArticle"
    is_text_due = not version.has_items
    words = written.replace("-", " ").capitalize() if written else None
    described: Values = {
        "resourceType": Sourced(words or (_PLAIN_TYPE if is_text_due else None), "type"),
        "resourceTypeGeneral": version.type_or_text(general),
    }
    yield json_object(described, field="type")


def language(article: Article, _: Settings) -> Parts:
    """``language``: that of the text."""
    said = inheritance.language(article)
    if said and filled(said.value):
        yield Sourced(filled(said.value), said.field)


def sizes(article: Article, _: Settings) -> Parts:
    """``sizes``: how much of each the article holds."""
    for what, number in article.counts:
        if number is not None:
            unit = what.removesuffix("s") if number == 1 else what
            yield Sourced(f"{number} {unit}", f"counts.{what}")
