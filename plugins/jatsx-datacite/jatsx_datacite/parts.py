"""Types of generators that yield JSON values and losses.

The function of a property yields its values in order, and a ``Loss`` for each value that the schema
does not allow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias, TypeVar

from jatsx import (
    Article,
    JsonList,
    JsonObject,
    Loss,
    Prose,
    Sourced,
    Text,
    inheritance,
    json_list,
    values_and_losses,
)
from jatsx.model.inheritance import InLanguage

Value: TypeAlias = Sourced[Any] | JsonObject
Parts: TypeAlias = "Iterator[Value | Loss | None]"
Values: TypeAlias = dict[str, Sourced[Any] | JsonObject | JsonList | str | None]
"""The values of a JSON object by key."""

Taken = TypeVar("Taken")


def chosen(
    field: str, values: Mapping[str, Taken], article: Article, language: str | None
) -> InLanguage[Taken] | None:
    """The value in the preferred language, else the article's, else English, else the first."""
    own = inheritance.language_tag(article)
    return inheritance.in_one_language(field, values, language, own)


def unique_values(
    parts: Iterable[Value | Loss | None],
) -> tuple[tuple[Value, ...], tuple[Loss, ...]]:
    """The values without duplicates, and the losses, including those of duplicates."""
    return values_and_losses(_without_duplicates(parts))


def unique_list(
    parts: Iterable[Value | Loss | None], field: str
) -> tuple[JsonList | None, tuple[Loss, ...]]:
    """A list of the values without duplicates, or None if there are none, and the losses."""
    values, losses = unique_values(parts)
    return json_list(values, field=field), losses


def _without_duplicates(parts: Iterable[Value | Loss | None]) -> Parts:
    seen: set[object] = set()
    for part in parts:
        if part is None or isinstance(part, Loss):
            yield part
            continue
        content = part.value if isinstance(part, Sourced) else part
        yield Loss(part.field or "", "duplicate") if content in seen else part
        seen.add(content)


def plain(text: Text | Prose) -> str:
    """The characters of a text, with a line for each heading and paragraph."""
    return text.plain.strip()
