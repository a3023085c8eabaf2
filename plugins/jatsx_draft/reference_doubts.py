"""Reasons to doubt that an entry of a reference list is one whole reference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median
from typing import Final

from jatsx_draft.letters import CAPITALS
from jatsx_draft.patterns import URL
from jatsx_draft.printed import Gap
from jatsx_draft.references import FAMILY_AND_INITIAL, ReferenceEntry

LONGER: Final = 4
"""How many times longer than the usual entry of its list an entry is that may be two."""

SHORTER: Final = 5
"""How many times shorter than the usual entry of its list an entry is that may be a part of one."""

LONGEST: Final = 400
"""An entry with fewer characters is not too long, however short the others are."""

FEWEST: Final = 4
"""The minimum number of entries of a list with a usual length."""

_BEGINS = re.compile(r"[\W\d]*[^\W\d_]")
_HEAD_AND_YEAR = re.compile(rf"{FAMILY_AND_INITIAL}[^()]{{0,200}}\(\d{{4}}[a-zа-я]?[,)]")
_SECOND = re.compile(rf"[.)\]/\d]\s+(?:\d{{1,3}}\.\s+)?(?={FAMILY_AND_INITIAL})")
_YEAR = re.compile(r"(?<![\d/-])(?:1[89]|20)\d\d(?![\d/-])")
_SAME_WORK = re.compile(
    r"(?:ibid|op\.? ?cit|idem|там же|указ\.? соч|сонда|сол жерде)\b", re.IGNORECASE
)
_LINK_MARKUP: Final = "]("
_BROKEN_OFF = re.compile(rf"[,(–—]\s*\Z|\s[{CAPITALS}]\.\s*,?\Z")


def is_doubtful(entry: ReferenceEntry, others: Sequence[ReferenceEntry]) -> bool:
    """Whether it is hard to tell where an entry begins or ends.

    Args:
        entry: the entry.
        others: the entries of its list.
    """
    return (
        _begins_inside(entry.text)
        or _ends_inside(entry.text)
        or _has_two_heads(entry.text)
        or _has_other_length(entry, others)
        or _crosses_gap(entry)
        or _LINK_MARKUP in entry.text
    )


def _begins_inside(text: str) -> bool:
    """Whether an entry begins with a small letter or with a part of an address."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    letter = _BEGINS.match(first)
    is_small = letter is not None and letter[0][-1].islower() and len(letter[0]) == 1
    return is_small or (not URL.match(first) and bool(re.search(r"\w[_/=]\w", first)))


def _ends_inside(text: str) -> bool:
    """Whether an entry ends with a comma, an open bracket or a dash."""
    return bool(_BROKEN_OFF.search(text)) or text.count("(") > text.count(")") + 1


def _has_two_heads(text: str) -> bool:
    """Whether a name with a year begins the entry, and again a sentence of it."""
    first = _HEAD_AND_YEAR.match(text)
    if not first:
        return False
    return any(
        _HEAD_AND_YEAR.match(text, found.end()) for found in _SECOND.finditer(text, first.end())
    )


def _has_other_length(entry: ReferenceEntry, others: Sequence[ReferenceEntry]) -> bool:
    """Whether an entry is far longer or shorter than the others of its list."""
    if len(others) < FEWEST:
        return False
    usual = median(_length(one) for one in others)
    own = _length(entry)
    is_long = own > max(LONGER * usual, LONGEST)
    is_short = own * SHORTER < usual and not _YEAR.search(entry.text)
    return is_long or (is_short and not _SAME_WORK.match(entry.text))


def _length(entry: ReferenceEntry) -> int:
    """The number of characters without addresses."""
    return len(URL.sub("", entry.text))


def _crosses_gap(entry: ReferenceEntry) -> bool:
    """Whether an entry without number goes on after a gap of the page, and may be two."""
    lines = entry.lines
    if entry.label or lines[0].page is None:
        return False
    gaps = {line.gap for line in lines[1:]} | {
        part.gap for line in lines for part in line.parts[1:]
    }
    return bool(gaps & {Gap.PARAGRAPH, Gap.PAGE})
