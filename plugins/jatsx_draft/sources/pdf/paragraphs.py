"""Where paragraphs begin: by the distance from the line before, the indent and the size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from jatsx_draft.sources.pdf.segments import Segment

_WIDE: Final = 1.3
"""A wide distance between lines, as a multiple of the usual one."""

_OTHER_SIZE: Final = 0.08
_INDENT: Final = 0.6
_SHORT: Final = 1.5
"""How much shorter a line is that ends a paragraph, as a multiple of the height of the font."""

_VERY_SHORT: Final = 0.3
"""The share of the column that is left empty by a line which ends a paragraph in any case."""


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float
    pitch: float

    def is_centred(self, line: Segment) -> bool:
        left, right = line.left - self.left, self.right - line.right
        return min(left, right) > line.size and abs(left - right) < line.size

    def lacks(self, line: Segment) -> float:
        """The empty space at the end of a line."""
        return self.right - line.right


def paragraph_starts(lines: Sequence[Segment]) -> Iterator[bool]:
    """For each line of a block, whether a paragraph begins with it."""
    column = _column(lines)
    for position, line in enumerate(lines):
        yield not position or _begins(lines[position - 1], line, column)


def _column(lines: Sequence[Segment]) -> _Column:
    pitches = [above.base - line.base for above, line in pairwise(lines)]
    usual = [pitch for pitch in pitches if pitch > 0]
    return _Column(
        min(line.left for line in lines),
        max(line.right for line in lines),
        median(usual) if usual else 0,
    )


def _begins(above: Segment, line: Segment, column: _Column) -> bool:
    if abs(above.size - line.size) > _OTHER_SIZE * above.size:
        return True
    pitch = min(column.pitch, 1.6 * line.size) or line.size
    if above.base - line.base > _WIDE * max(pitch, line.size):
        return True
    if column.is_centred(above) and column.is_centred(line):
        return False
    is_short = column.lacks(above) > _SHORT * line.size
    if abs(line.left - above.left) > _INDENT * line.size:
        return is_short
    return column.lacks(above) > _VERY_SHORT * (column.right - column.left)
