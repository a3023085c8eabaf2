"""Finding labels in printed lines.

A label is found where a line begins with it: as a whole line, or before a colon, stop or dash. It
is compared by its letters, so that lost spaces, capitals and letters of the other alphabet do not
matter; long labels may have a wrong letter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jatsx_draft.letters import folded
from jatsx_draft.words.labels import LABELS, Kind

LONGEST: Final = 70
"""The maximum number of characters of a label."""

_ENUMERATION = re.compile(r"\s*(?:(?:\d{1,2}|[IVX]{1,4})[.)]\s+)?[*†‡_]*")
_MARK = re.compile(r"[:.–—]|\s-\s|$")
_ONE_SLIP: Final = 6
_TWO_SLIPS: Final = 14
_GLUED: Final = (Kind.KEYWORDS, Kind.ABSTRACT)


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a line.

    Args:
        kind: what it says.
        language: its language; None if it is the same in several.
        end: the position in the line after it and its mark.
        is_whole: whether nothing else is in the line.
        is_exact: whether it is spelt as in the list.
    """

    kind: Kind
    language: str | None
    end: int
    is_whole: bool
    is_exact: bool = True


@lru_cache(maxsize=100_000)
def label_of(text: str) -> Label | None:
    """The label with which a line begins."""
    start = _ENUMERATION.match(text)
    at = start.end() if start else 0
    for end, after in _ends(text, at):
        found = _named(text[at:end])
        if found:
            kind, language, is_exact = found
            rest = text[after:].strip(" .:*_")
            return Label(kind, language, after, not rest, is_exact)
    return _glued(text, at)


def label_in(text: str, kinds: Collection[Kind]) -> Label | None:
    """The label with which a line begins, if it is of one of these kinds."""
    found = label_of(text)
    return found if found and found.kind in kinds else None


def _ends(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Where a label may end, and where the text after it begins."""
    for mark in _MARK.finditer(text, at, at + LONGEST):
        yield mark.start(), mark.end()
    if len(text) - at <= LONGEST:
        yield len(text), len(text)


def _named(written: str) -> tuple[Kind, str | None, bool] | None:
    """The label that a text is, and whether it is spelt as in the list."""
    plain = folded(written)
    if plain in _EXACT:
        return (*_EXACT[plain], True)
    if len(plain) < _ONE_SLIP or sum(one.isdigit() for one in plain) > 2:
        return None
    for label, found in _EXACT.items():
        slips = 2 if len(label) >= _TWO_SLIPS else 1 if len(label) >= _ONE_SLIP else 0
        if slips and _may_be_alike(label, plain, slips) and _is_within(label, plain, slips):
            return (*found, False)
    return None


def _may_be_alike(label: str, plain: str, slips: int) -> bool:
    """Whether two words are similar at first sight, because the distance takes time."""
    has_end = label[:3] == plain[:3] or label[-3:] == plain[-3:]
    return has_end and abs(len(label) - len(plain)) <= slips


def _glued(text: str, at: int) -> Label | None:
    """A label of keywords or an abstract that no mark separates from a capital letter."""
    for kind in _GLUED:
        for language, variants in LABELS[kind].items():
            for variant in variants:
                after = text[at + len(variant) :]
                starts = text[at : at + len(variant)].casefold() == variant.casefold()
                if starts and re.match(r"\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ«“\"]", after) and len(after) > 40:
                    return Label(kind, language, at + len(variant), is_whole=False)
    return None


def _table() -> dict[str, tuple[Kind, str | None]]:
    table: dict[str, tuple[Kind, str | None]] = {}
    for kind, by_language in LABELS.items():
        for language, variants in by_language.items():
            for variant in variants:
                plain = folded(variant)
                known = table.get(plain)
                table[plain] = (kind, None if known and known[1] != language else language)
    return table


_EXACT: Final = _table()


def _is_within(first: str, second: str, most: int) -> bool:
    """Whether at most this number of letters is wrong, missing, added or swapped."""
    if most == 0 or first == second:
        return first == second
    pairs = enumerate(zip(first, second, strict=False))
    n = next((n for n, (one, two) in pairs if one != two), None)
    if n is None:
        return abs(len(first) - len(second)) <= most
    one, two = first[n:], second[n:]
    is_swapped = one[1:2] == two[:1] and one[:1] == two[1:2]
    tails = ((one[1:], two[1:]), (one[1:], two), (one, two[1:]))
    swapped = ((one[2:], two[2:]),) if is_swapped else ()
    return any(_is_within(*tail, most - 1) for tail in (*swapped, *tails))
