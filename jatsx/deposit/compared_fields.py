"""What is the same in an article and in the record of an agency, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest
from typing import Final, TypeAlias

from jatsx.deposit.shown_values import (
    Shown,
    ShownItems,
    ShownLanguages,
    ShownParts,
    ShownValue,
    shown_values,
    text_of,
)
from jatsx.model import Article
from jatsx.model.fieldpath import Path, format_path
from jatsx.plugin.agency import ShownField

Pair: TypeAlias = tuple[int | None, int | None]
"""The positions of values that belong together. None: there is no such value."""

UNDETERMINED: Final = "und"
"""A language that is not known (ISO 639-2)."""


class FieldState(StrEnum):
    """How a field of an article compares with the record."""

    SAME = "same"
    """It has the same value."""
    DIFFERENT = "different"
    """It has another value."""
    OLDER = "older"
    """It has another value, and the record is older than what was last sent."""
    MISSING = "missing"
    """The record does not have it."""
    ADDED = "added"
    """Only the record has it."""


@dataclass(frozen=True, slots=True)
class ComparedField:
    """A field, and its values here and in the record."""

    field: str
    state: FieldState
    here: str = ""
    there: str = ""

    def to_dict(self) -> dict[str, str]:
        """The field as plain data."""
        state = self.state.value
        return {"field": self.field, "state": state, "here": self.here, "there": self.there}


def compared_fields(
    here: Article, there: Article, fields: Sequence[ShownField]
) -> list[ComparedField]:
    """The comparison of each field that a record shows and that one of the articles has.

    Lists are compared item by item: an item that was inserted leaves the others as they are.
    """
    return [*_in_parts((), shown_values(here, fields), shown_values(there, fields))]


def _compared(path: Path, here: Shown | None, there: Shown | None) -> Iterator[ComparedField]:
    """The comparison of two values, of which at least one exists."""
    field = format_path(path)
    match here, there:
        case (None, node) if node:
            yield ComparedField(field, FieldState.ADDED, "", text_of(node))
        case (node, None) if node:
            yield ComparedField(field, FieldState.MISSING, text_of(node))
        case (ShownParts(), ShownParts()):
            yield from _in_parts(path, here, there)
        case (ShownLanguages(), ShownLanguages()):
            yield from _in_languages(path, here, there)
        case (ShownItems(), ShownItems()):
            yield from _in_items(path, here, there)
        case (ShownValue(), ShownValue()):
            state = FieldState.SAME if here == there else FieldState.DIFFERENT
            yield ComparedField(field, state, here.shown, there.shown)


def _in_parts(path: Path, here: Shown | None, there: Shown | None) -> Iterator[ComparedField]:
    ours, theirs = (dict(one.named) if isinstance(one, ShownParts) else {} for one in (here, there))
    for name in {**ours, **theirs}:
        yield from _compared((*path, name), ours.get(name), theirs.get(name))


def _in_languages(
    path: Path, here: ShownLanguages, there: ShownLanguages
) -> Iterator[ComparedField]:
    for n, other in _paired(here, there):
        yield from _compared(
            (*path, here.tags[n] if n is not None else there.tags[other or 0]),
            None if n is None else here.values[n],
            None if other is None else there.values[other],
        )


def _paired(here: ShownLanguages, there: ShownLanguages) -> Iterator[Pair]:
    """Equal values, then those in the same language, then the others in order.

    A record may not say the language of a value: it is undetermined (``und``).
    """
    left, others = [*range(len(here.values))], [*range(len(there.values))]

    def taken(is_pair: Callable[[int, int], bool]) -> Iterator[Pair]:
        for n in [*left]:
            other = next((one for one in others if is_pair(n, one)), None)
            if other is not None:
                left.remove(n)
                others.remove(other)
                yield n, other

    yield from taken(lambda n, other: here.values[n] == there.values[other])
    yield from taken(lambda n, other: _is_same_language(here.tags[n], there.tags[other]))
    yield from zip_longest(left, others)


def _is_same_language(tag: str, other: str) -> bool:
    return tag == other and not tag.startswith(UNDETERMINED)


def _in_items(path: Path, here: ShownItems, there: ShownItems) -> Iterator[ComparedField]:
    for n, other in _aligned(here.values, there.values):
        position = other if n is None else n
        assert position is not None  # one of them exists
        yield from _compared(
            (*path, position),
            None if n is None else here.values[n],
            None if other is None else there.values[other],
        )


def _aligned(here: Sequence[Shown], there: Sequence[Shown]) -> Iterator[Pair]:
    """Equal items, and between them the others in order."""
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    for _, start, end, other_start, other_end in matcher.get_opcodes():
        yield from zip_longest(range(start, end), range(other_start, other_end))
