"""A part of the model as fields, lists and strings of an issue file, in the model's order.

A field without a value is None. It is not written, but keeps its place for comments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from jatsx.issue_folder.typed import typed, typed_paragraphs
from jatsx.model import CitedAuthor, Pages, Part, PersonName
from jatsx.model.requirement import RuleSettings
from jatsx.model.text import Prose, Section, Text

INLINE = (CitedAuthor, Pages, PersonName)
"""Parts that are written on one line, ``{family: …, given: …}``, if they fit."""


@dataclass(frozen=True, slots=True)
class PlainScalar:
    """A string on one line, broken only if it is too long."""

    text: str


@dataclass(frozen=True, slots=True)
class RunningText:
    """A string of paragraphs, separated by empty lines."""

    text: str


@dataclass(frozen=True, slots=True)
class Token:
    """A boolean or a number, written without quotes."""

    text: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields by name, or values by language or another key."""

    items: Mapping[str, Tree | None]
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Tree, ...]


Tree: TypeAlias = PlainScalar | RunningText | Token | Fields | Items


def part_tree(part: Part, *, without: str | None = None) -> Fields:
    """The tree of a part, without the field ``without``."""
    names = (name for name in type(part).model_fields if name != without)
    fields = {name: _tree(getattr(part, name)) if _is_given(part, name) else None for name in names}
    return Fields(fields, inline=isinstance(part, INLINE))


def data_tree(data: Any) -> Tree:
    """The tree of plain data: text, lists and mappings. A text of several lines has paragraphs."""
    if isinstance(data, Mapping):
        names = [set(part.model_fields) for part in INLINE]
        fields = {name: None if one is None else data_tree(one) for name, one in data.items()}
        return Fields(fields, inline=any(data.keys() <= own for own in names))
    if isinstance(data, list):
        return Items(tuple(map(data_tree, data)))
    text = str(data)
    return RunningText(text) if "\n" in text else PlainScalar(text)


def _is_given(part: Part, name: str) -> bool:
    value = getattr(part, name)
    is_empty = isinstance(value, tuple | Mapping) and not value
    return name in part.model_fields_set and value is not None and not is_empty


def _tree(value: object) -> Tree:
    match value:
        case bool() | int():
            return Token(str(value).lower())
        case str():
            return PlainScalar(value)
        case Text():
            return PlainScalar(typed(value))
        case Prose():
            return _prose(value)
        case Part():
            return part_tree(value)
        case RuleSettings():
            return _tree(value.as_input)
        case Mapping():
            return Fields({key: _tree(item) for key, item in value.items()})
        case tuple():
            return Items(tuple(map(_tree, value)))
    raise TypeError(f"the model contains {type(value).__name__}")


def _prose(prose: Prose) -> Tree:
    """Paragraphs if no section has a title; else sections."""
    if len(prose.sections) < 2 and all(section.title is None for section in prose.sections):
        return RunningText(typed_paragraphs(prose.texts))
    return Items(tuple(map(_section, prose.sections)))


def _section(section: Section) -> Fields:
    title = None if section.title is None else PlainScalar(typed(section.title))
    return Fields({"title": title, "text": RunningText(typed_paragraphs(section.paragraphs))})
