"""Numbered reference lists, with lines that continue the entry above them.

A line may start with a number without beginning an entry: “Т. / 3. – С. 1–10”. A line begins an
entry if its number is the next one and the text after it does not look like pages. If the same
number follows on a later line, such a line certainly continues the entry; else it is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from jatsx.readers.read_list import ListEntry, ReadList
from jatsx.readers.reference_marks import CAPITALS, STYLES, Numbered, is_bare_number, numbered

MOST_BEFORE: Final = 3
"""How many lines may stand before the number 1 of a list."""

_ENDED = re.compile(r"[.!?)\]»”\"]\Z")
_LIKE_HEADING = re.compile(rf"[{CAPITALS}][^\d.,;:]*:?\Z")


class Numbering(NamedTuple):
    """The position of the first line with a number, and the style of the numbers."""

    start: int
    style: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line, its own number, and the next number on a later line; None if there is none.

    ``is_before_number`` tells whether that is the next line, or there are no more lines.
    """

    line: ListEntry
    own: Numbered | None
    following: Numbered | None
    is_before_number: bool

    def begins(self, expected: int) -> bool:
        """Whether the line begins the entry with this number, or one after which others go on."""
        if self.own is None or not self.own.is_entry:
            return False
        is_next_given = self.following and self.following.number == self.own.number + 1
        return self.own.number == expected or bool(is_next_given and self.own.rest)

    def wrong_number(self, expected: int) -> int | None:
        """The number of the line, if it is that of another entry."""
        if self.own and self.own.number != expected and self.own.is_entry and self.own.rest:
            return self.own.number
        return None

    def is_unclear(self, expected: int, above: ListEntry) -> bool:
        """Whether a line that does not begin an entry may be more than a part of that above."""
        is_later = self.following is not None and self.following.number == expected
        return (not is_later and self._has_number(expected)) or self._is_like_heading(above)

    def _has_number(self, expected: int) -> bool:
        if self.own is not None:
            return self.own.number == expected
        return is_bare_number(self.line.text, expected)

    def _is_like_heading(self, above: ListEntry) -> bool:
        """Whether a line stands between two entries like a heading: words without a year."""
        is_between = self.own is None and self.is_before_number and _ENDED.search(above.text)
        return bool(is_between and _LIKE_HEADING.match(self.line.text))


def numbering_of(lines: Sequence[ListEntry]) -> Numbering | None:
    """The numbering of a list; None if it has no numbers.

    A list that does not begin with the number 1 on its first line needs further evidence: the next
    number on a later line.
    """
    for style in STYLES:
        found = list(_numbers(lines, style))
        if not found:
            continue
        (start, first), *others = found
        is_followed = any(one.number == first.number + 1 for _, one in others)
        is_sure = style is STYLES[0] and start == 0 and first.number == 1
        is_begun = start == 0 or (first.number == 1 and start <= MOST_BEFORE)
        if is_sure or (is_followed and is_begun):
            return Numbering(start, style)
    return None


def _numbers(lines: Sequence[ListEntry], style: re.Pattern[str]) -> Iterator[tuple[int, Numbered]]:
    """The lines that start with a number and look like the beginning of an entry."""
    for n, line in enumerate(lines):
        found = numbered(line.text, style)
        if found and (n == 0 or found.is_entry):
            yield n, found


def read_numbered(lines: Sequence[ListEntry], numbering: Numbering, read: ReadList) -> None:
    """Reads a numbered list. Lines before its first number are reported."""
    for line in lines[: numbering.start]:
        read.error("references-line-outside", line)
    expected = 1
    for one in _numbered_lines(lines[numbering.start :], numbering.style):
        wrong = one.wrong_number(expected)
        if wrong is not None:
            params = {"number": str(wrong), "expected": str(expected)}
            read.error("references-number-order", one.line, **params)
        if one.own and (one.begins(expected) or not read.entries):
            read.begin(one.line, one.own.rest)
            expected = one.own.number + 1
            continue
        if one.is_unclear(expected, read.entries[-1]):
            read.error("references-line-unclear", one.line)
        read.continue_last(one.line)


def _numbered_lines(lines: Sequence[ListEntry], style: re.Pattern[str]) -> Iterator[NumberedLine]:
    found = [numbered(line.text, style) for line in lines]
    for n, line in enumerate(lines):
        following = next(filter(None, found[n + 1 :]), None)
        yield NumberedLine(line, found[n], following, all(found[n + 1 : n + 2]))
