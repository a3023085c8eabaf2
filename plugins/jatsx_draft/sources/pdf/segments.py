"""Characters that stand side by side: the parts of the lines of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median
from typing import Final

from jatsx_draft.printed import MarkedSpan, TextMark
from jatsx_draft.sources.pdf.glyphs import Glyph

_WORD_GAP: Final = 0.18
_SEGMENT_GAP: Final = 1.3
_CELL_GAP: Final = 2.5
_SPREAD: Final = inf
"""Distances, as multiples of the height of the font."""

_SAME_LINE: Final = 0.45
"""How far the bases of characters of one line may be apart."""

_SMALL: Final = 0.85
_RAISED: Final = 0.1
"""A superscript is smaller than the line and stands higher."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of a line without a wide gap between them, or a whole line of a column."""

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    base: float
    size: float

    @property
    def top(self) -> float:
        """The upper edge of the line."""
        return self.base + 0.75 * self.size

    @property
    def bottom(self) -> float:
        """The lower edge of the line."""
        return self.base - 0.25 * self.size

    @property
    def width(self) -> float:
        """The width."""
        return self.right - self.left

    def shares_line(self, other: Segment) -> bool:
        """Whether both stand at one height."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > 0.5 * min(self.size, other.size)


def segment(glyphs: Sequence[Glyph]) -> Segment:
    """The segment of some characters. Its base is that of its large characters."""
    size = max(glyph.size for glyph in glyphs)
    base = median(glyph.base for glyph in glyphs if glyph.size >= _SMALL * size)
    left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
    return Segment(tuple(glyphs), left, right, base, size)


def segments(glyphs: Iterable[Glyph]) -> Iterator[Segment]:
    """The segments of a page, in the order of the file."""
    held: list[Glyph] = []
    for glyph in glyphs:
        if held and not _continues(held, glyph):
            yield segment(held)
            held = []
        held.append(glyph)
    if held:
        yield segment(held)


def _continues(held: Sequence[Glyph], glyph: Glyph) -> bool:
    last = held[-1]
    size = max(last.size, glyph.size)
    gap = glyph.left - last.right
    return (
        abs(glyph.base - last.base) < _SAME_LINE * size and -0.5 * size < gap < _SEGMENT_GAP * size
    )


def rows(parts: Iterable[Segment]) -> list[Segment]:
    """The lines that segments of one column make, from top to bottom."""
    found: list[list[Segment]] = []
    for part in sorted(parts, key=lambda one: (-one.base, one.left)):
        row = next((row for row in found[-3:] if row[0].shares_line(part)), None)
        if row is None:
            found.append([part])
        else:
            row.append(part)
    return [joined(row) for row in found]


def joined(parts: Sequence[Segment]) -> Segment:
    """The line of several segments."""
    if len(parts) == 1:
        return parts[0]
    ordered = sorted(parts, key=lambda part: part.left)
    return segment([glyph for part in ordered for glyph in part.glyphs])


def row_text(row: Segment, edge: float | None = None) -> tuple[str, tuple[MarkedSpan, ...]]:
    """The text of a line, and its marks.

    Cells are separated by tabs. Words with wide spaces between them are no cells if they fill the
    line evenly up to ``edge``, the right edge of the column.
    """
    text = ""
    marks: list[tuple[int, int, TextMark]] = []
    last: Glyph | None = None
    cell_gap = _SPREAD if edge is not None and _is_spread(row, edge) else _CELL_GAP
    for glyph in row.glyphs:
        if last is not None:
            text += _between(last, glyph, cell_gap)
        start = len(text)
        text += glyph.text
        marks += [(start, len(text), mark) for mark in _marks(glyph, row)]
        last = glyph
    return text, _spans(marks, text)


def _is_spread(row: Segment, edge: float) -> bool:
    """Whether a line is justified: its spaces are equal, and it fills its column."""
    if abs(edge - row.right) > 0.2 * row.size or row.glyphs[-1].text.isdecimal():
        return False
    gaps = [
        glyph.left - last.right
        for last, glyph in pairwise(row.glyphs)
        if glyph.follows_space or glyph.left - last.right > row.size
    ]
    return bool(gaps) and max(gaps) - min(gaps) < 0.5 * row.size


def _between(last: Glyph, glyph: Glyph, cell_gap: float) -> str:
    gap = glyph.left - last.right
    if gap > cell_gap * max(glyph.size, last.size):
        return "\t"
    small = min(glyph.size, last.size)
    return " " if glyph.follows_space or gap > _WORD_GAP * small else ""


def _marks(glyph: Glyph, row: Segment) -> Iterator[TextMark]:
    if glyph.size < _SMALL * row.size:
        if glyph.base > row.base + _RAISED * row.size:
            yield TextMark.SUPERSCRIPT
        elif glyph.base < row.base - _RAISED * row.size / 2:
            yield TextMark.SUBSCRIPT
    if glyph.is_bold:
        yield TextMark.BOLD
    if glyph.is_italic:
        yield TextMark.ITALIC


def _spans(marks: Iterable[tuple[int, int, TextMark]], text: str) -> tuple[MarkedSpan, ...]:
    """The spans, each as long as possible: over spaces too."""
    open_spans: dict[TextMark, MarkedSpan] = {}
    done: list[MarkedSpan] = []
    for start, end, mark in marks:
        span = open_spans.get(mark)
        if span is not None and not text[span.end : start].strip():
            open_spans[mark] = MarkedSpan(span.start, end, mark)
        else:
            if span is not None:
                done.append(span)
            open_spans[mark] = MarkedSpan(start, end, mark)
    return tuple(sorted([*done, *open_spans.values()], key=lambda span: (span.start, -span.end)))
