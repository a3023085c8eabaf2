"""The columns of a page: which segments stand in which, and in which order they are read.

A gutter is a vertical strip that separates many segments on its left from as many on its right.
Lines that cross it (a title, an abstract over both columns) divide the page into bands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Final

from jatsx_draft.sources.pdf.segments import Segment, rows

_LEAST_LINES: Final = 4
"""How many lines each column has at least, unless other pages have the same columns."""

_LEAST_TOGETHER: Final = 3
"""How many of them follow each other, at least."""

_LEAST_SHARE: Final = 0.5
"""How much of its column a line fills, if it is to count."""

_CLEARANCE: Final = 0.6
"""The least width of a gutter, as a multiple of the height of the font."""

_MOST_COLUMNS: Final = 4


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are read from top to bottom. ``is_column``: whether they are beside the last."""

    lines: tuple[Segment, ...]
    is_column: bool


@dataclass(slots=True)
class _Band:
    """Segments that cross the gutter, or else those on its left and right."""

    across: list[Segment] = field(default_factory=list)
    left: list[Segment] = field(default_factory=list)
    right: list[Segment] = field(default_factory=list)


def gutter(parts: Sequence[Segment], least: int = _LEAST_LINES) -> float | None:
    """The place of the gutter between two columns; None if there is only one column.

    Args:
        parts: the segments of a page or column.
        least: how many lines each column has at least.
    """
    if len(parts) < 2 * least:
        return None
    start, end = min(part.left for part in parts), max(part.right for part in parts)
    margin = 0.2 * (end - start)
    lefts = {round(part.left) for part in parts if start + margin < part.left < end - margin}
    found: list[tuple[int, float, float]] = []
    for at in sorted(left - 1.0 for left in lefts):
        strip = _strip(parts, at)
        if strip is not None and (count := _lines_beside(parts, at, start, end)) >= least:
            found.append((count, strip[1] - strip[0], sum(strip) / 2))
    return max(found)[2] if found else None


def has_gutter(parts: Sequence[Segment], at: float) -> bool:
    """Whether segments stand beside each other on both sides of a place."""
    return _strip(parts, at) is not None and any(
        band.left and band.right for band in _bands(parts, at)
    )


def _lines_beside(parts: Sequence[Segment], at: float, start: float, end: float) -> int:
    """How many lines each side has, at least, where several of them follow each other.

    Single lines that happen to have a wide space at one place are no columns.
    """
    count = 0
    for band in _bands(parts, at):
        left = sum(width >= _LEAST_SHARE * (at - start) for width in _widths(band.left))
        right = sum(width >= _LEAST_SHARE * (end - at) for width in _widths(band.right))
        if min(left, right) >= _LEAST_TOGETHER:
            count += min(left, right)
    return count


def _widths(parts: Sequence[Segment]) -> Iterator[float]:
    """The width of each line of a column, from its first segment to its last."""
    for row in _rows(parts):
        yield max(part.right for part in row) - min(part.left for part in row)


def _strip(parts: Sequence[Segment], at: float) -> tuple[float, float] | None:
    """The strip around a place that no segment beside it reaches; None if it is too narrow."""
    left = max((part.right for part in parts if part.right <= at), default=at)
    right = min((part.left for part in parts if part.left >= at), default=at)
    size = median(part.size for part in parts)
    return (left, right) if right - left >= _CLEARANCE * size else None


def blocks(parts: Sequence[Segment], place: float | None, depth: int = 1) -> Iterator[Block]:
    """The blocks of a page or column in reading order.

    Args:
        parts: the segments.
        place: the gutter; None if there is only one column.
        depth: how many columns the page has been divided into to get here.
    """
    if place is None or depth >= _MOST_COLUMNS:
        yield Block(tuple(rows(parts)), False)
        return
    for band in _bands(parts, place):
        if band.across:
            yield Block(tuple(rows(band.across)), False)
        if band.left:
            yield from blocks(band.left, gutter(band.left), depth + 1)
        if band.right:
            first, *others = blocks(band.right, gutter(band.right), depth + 1)
            yield Block(first.lines, is_column=bool(band.left))
            yield from others


def _bands(parts: Sequence[Segment], place: float) -> Iterator[_Band]:
    """The bands of a page with a gutter at this place, from top to bottom."""
    band = _Band()
    for row in _rows(parts):
        crosses = any(part.left < place < part.right for part in row)
        if crosses or (band.across and _ends(band.across, row, place)):
            if band.left or band.right:
                yield band
                band = _Band()
            band.across += row
            continue
        if band.across:
            yield band
            band = _Band()
        band.left += [part for part in row if part.right <= place]
        band.right += [part for part in row if part.left >= place]
    if parts:
        yield band


def _ends(across: Sequence[Segment], row: Sequence[Segment], place: float) -> bool:
    """Whether a row is the short last line of a paragraph that crosses the gutter."""
    start, above = min(part.left for part in across), across[-1]
    return (
        all(part.right <= place for part in row)
        and abs(row[0].left - start) < row[0].size
        and abs(above.size - row[0].size) < 0.1 * above.size
        and above.base - row[0].base < 1.5 * row[0].size
    )


def _rows(parts: Sequence[Segment]) -> list[list[Segment]]:
    """Segments of one height together, from top to bottom."""
    found: list[list[Segment]] = []
    for part in sorted(parts, key=lambda one: -one.base):
        if found and abs(found[-1][0].base - part.base) < 0.2 * part.size:
            found[-1].append(part)
        else:
            found.append([part])
    return found
