"""What a part of an article becomes: values of JSON, and what is lost on the way.

A property's function yields values in order and, among them, a ``Lost`` for each field that the
schema has no place for: so each condition stands once, and so does each reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeAlias, TypeVar

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
    present,
)
from jatsx.model.fieldpath import subpath

Value: TypeAlias = Sourced[Any] | JsonObject
Parts: TypeAlias = "Iterator[Value | Loss | None]"
Values: TypeAlias = dict[str, Sourced[Any] | JsonObject | JsonList | str | None]
"""What an object of JSON is made of, by key."""

Taken = TypeVar("Taken")

PLAIN: Final = "DataCite takes plain text: the characters stay, the markup is lost"

TWICE: Final = "a list holds no value twice, and this one stands there already"


@dataclass(frozen=True, slots=True)
class Chosen(Generic[Taken]):
    """The one of several languages that a slot for one takes: its tag, its value, its field."""

    tag: str
    value: Taken
    field: str


def chosen(
    field: str, values: Mapping[str, Taken], article: Article, language: str | None
) -> Chosen[Taken] | None:
    """The value in the language preferred, else the article's, else English, else the first."""
    found = inheritance.one_language(present(values), language, inheritance.language_tag(article))
    return Chosen(found[0], found[1], subpath(field, found[0])) if found else None


def others(
    field: str, values: Mapping[str, Taken], taken: Chosen[Taken] | None, why: str
) -> Iterator[Loss]:
    """The values in other languages than the one that was taken."""
    for tag in present(values):
        if taken is None or tag != taken.tag:
            yield Loss(subpath(field, tag), why)


def parted(parts: Iterable[Value | Loss | None]) -> tuple[tuple[Value, ...], tuple[Loss, ...]]:
    """The values, each once, and apart from them what was lost: a value's twins too."""
    values: dict[object, Value] = {}
    lost: dict[Loss, None] = {}
    for part in parts:
        if isinstance(part, Loss):
            lost[part] = None
        elif part is not None and values.setdefault(_content(part), part) is not part:
            lost[Loss(part.field or "", TWICE)] = None
    return tuple(values.values()), tuple(lost)


def _content(part: Value) -> object:
    return part.value if isinstance(part, Sourced) else part


def listed(
    parts: Iterable[Value | Loss | None], field: str
) -> tuple[JsonList | None, Iterable[Loss]]:
    """A list of the values, or None where there are none, and what was lost."""
    values, lost = parted(parts)
    return json_list(values, field=field), lost


def filled(text: str | None) -> str | None:
    """A text without the space around it; None where nothing is left."""
    return (text or "").strip() or None


def plain(text: Text | Prose) -> str:
    """The characters of a text: a line for each heading and paragraph."""
    return text.plain.strip()


def markup_lost(text: Text | Prose, field: str) -> Iterator[Loss]:
    """The markup of a text, which no property of DataCite's keeps."""
    lines = text.texts if isinstance(text, Prose) else (text,)
    if any(line.has_markup for line in lines):
        yield Loss(field, PLAIN)
