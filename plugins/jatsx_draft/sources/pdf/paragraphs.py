"""Where paragraphs begin: by the distance from the line before, the indent and the size.

Paragraphs have an indented first line, or (in reference lists) all lines but the first are
indented. Which of them holds is seen from the lines nearby: a paragraph ends with a short line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from jatsx_draft.sources.pdf.segments import Segment

_WIDE: Final = 1.3
"""A wide distance between lines, as a multiple of the usual one."""

_MOST_LEADING: Final = 2.0
"""The distance between lines of loosely set text, as a multiple of the height of the font."""

_OTHER_SIZE: Final = 0.08
_INDENT: Final = 0.6
_SET_IN: Final = 0.3
"""How far both edges of a centred line are from those of the column."""

_SHORT: Final = 1.5
"""How much shorter a line is that ends a paragraph, as a multiple of the height of the font."""

_VERY_SHORT: Final = 0.3
"""The share of the column that is left empty by a line which ends a paragraph in any case."""

_NEARBY: Final = 12
"""How many lines before and after a line are nearby."""


@dataclass(frozen=True, slots=True)
class _Column:
    """The lines of a column, its edges, and the usual distance between the lines of the page."""

    lines: Sequence[Segment]
    left: float
    right: float
    leading: float

    def is_centred(self, at: int) -> bool:
        """Whether a line stands in the middle."""
        line = self.lines[at]
        left, right = line.left - self.left, self.right - line.right
        return min(left, right) > line.size and abs(left - right) < line.size

    def are_centred(self, above: int, at: int) -> bool:
        """Whether two lines are centred, and not merely indented alike. One may be full."""
        first, second = self.lines[above], self.lines[at]
        are_even = self._is_even(first) and self._is_even(second)
        is_apart = max(map(self._set_in, (first, second))) > _SET_IN * second.size
        return are_even and is_apart and abs(first.left - second.left) > 1

    def _is_even(self, line: Segment) -> bool:
        return abs((line.left - self.left) - (self.right - line.right)) < line.size

    def _set_in(self, line: Segment) -> float:
        return min(line.left - self.left, self.right - line.right)

    def is_indented(self, at: int) -> bool:
        """Whether a line is indented."""
        line = self.lines[at]
        return line.left - self.left > _INDENT * line.size and not self.is_centred(at)

    def is_short(self, at: int) -> bool:
        """Whether a line ends before the right edge."""
        line = self.lines[at]
        return self.right - line.right > _SHORT * line.size

    def is_very_short(self, at: int) -> bool:
        """Whether much of a line is empty."""
        return self.right - self.lines[at].right > _VERY_SHORT * (self.right - self.left)

    def is_hanging(self, at: int) -> bool:
        """Whether the paragraphs nearby are indented except for their first lines."""
        votes = 0
        for below in range(max(at - _NEARBY, 1), min(at + _NEARBY, len(self.lines))):
            above = below - 1
            if self.is_indented(below) and not self.is_indented(above):
                votes += -1 if self.is_short(above) else 1
            elif self.is_indented(above) and not self.is_indented(below):
                votes += 1 if self.is_short(above) else -1
        return votes > 0


def leading(blocks: Iterable[Sequence[Segment]]) -> float:
    """The usual distance between the lines of a page, as a multiple of the height of the font."""
    found = [
        (above.base - line.base) / line.size
        for lines in blocks
        for above, line in pairwise(lines)
        if above.base > line.base
    ]
    return min(max(median(found), 1.0), _MOST_LEADING) if found else 1.0


def paragraph_starts(lines: Sequence[Segment], usual: float) -> Iterator[bool]:
    """For each line of a block, whether a paragraph begins with it.

    Args:
        lines: the lines.
        usual: the usual distance between lines, as a multiple of the height of the font.
    """
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    column = _Column(lines, left, right, usual)
    for at in range(len(lines)):
        yield not at or _begins(column, at)


def _begins(column: _Column, at: int) -> bool:
    above, line = column.lines[at - 1], column.lines[at]
    if abs(above.size - line.size) > _OTHER_SIZE * above.size:
        return True
    if above.base - line.base > _WIDE * column.leading * line.size:
        return True
    if column.are_centred(at - 1, at):
        return False
    if column.is_very_short(at - 1):
        return True
    if column.is_hanging(at):
        return not column.is_indented(at) and column.is_short(at - 1)
    return column.is_indented(at) or column.is_centred(at)
