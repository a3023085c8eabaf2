"""What a part of an article becomes: values of JSON, and the losses beside them.

Each function yields a value or, where DOAJ does not allow it, its loss, so that each condition is
written once. ``bibjson`` separates them at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from jatsx import JsonList, JsonObject, Loss, Sourced, inheritance, other_languages

if TYPE_CHECKING:
    from jatsx import Article

Member: TypeAlias = "tuple[str, Sourced[Any] | JsonObject | JsonList | None]"
"""A key of an object, and its value."""

ObjectParts: TypeAlias = "Iterator[Member | Loss]"
"""What an object is made of, and the losses."""

ListParts: TypeAlias = "Iterator[JsonObject | Loss | None]"
"""What a list is made of, and the losses."""

TextParts: TypeAlias = "Iterator[Sourced[str] | Loss]"
"""What a text is made of, and the losses."""


def in_one_language(
    field: str, values: Mapping[str, str], article: Article, language: str | None, code: str
) -> TextParts:
    """The value in a language or, where there is none, in the next best; the others are lost."""
    own = inheritance.language_tag(article)
    chosen = inheritance.in_one_language(field, values, language, own)
    if chosen:
        yield Sourced(chosen.value.strip(), chosen.field)
        yield from other_languages(field, values, chosen.language, code)
