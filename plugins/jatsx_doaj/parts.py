"""Types of generators that yield JSON values and losses.

Each function yields a value or, if DOAJ does not allow the value, its loss. ``bibjson`` separates
the values from the losses.
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
"""The members of an object, and losses."""

ListParts: TypeAlias = "Iterator[JsonObject | Loss | None]"
"""The items of a list, and losses."""

TextParts: TypeAlias = "Iterator[Sourced[str] | Loss]"
"""The parts of a text, and losses."""


def in_one_language(
    field: str, values: Mapping[str, str], article: Article, language: str | None, code: str
) -> TextParts:
    """The value in a language, else in the next preferred one, and the losses of the others."""
    own = inheritance.language_tag(article)
    chosen = inheritance.in_one_language(field, values, language, own)
    if chosen:
        yield Sourced(chosen.value.strip(), chosen.field)
        yield from other_languages(field, values, chosen.language, code)
