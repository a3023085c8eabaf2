"""The columns of a page: which segments stand in which, and in which order they are read.

A gutter is a vertical strip that separates many segments on its left from as many on its right.
Lines that cross it (a title, an abstract over both columns) divide the page into bands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from jatsx_draft.sources.pdf.segments import Segment, rows

_LEAST_LINES: Final = 4
"""How many lines each column has at least, unless other pages have the same columns."""

_LEAST_SHARE: Final = 0.5
"""How much of its column a line fills, if it is to count."""

_CLEARANCE: Final = 0.6
"""The least width of a gutter, as a multiple of the height of the font."""

_STEP: Final = 3.0
_MOST_COLUMNS: Final = 4


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are read from top to bottom. ``is_column``: whether they are beside the last."""

    lines: tuple[Segment, ...]
    is_column: bool


def gutter(parts: Sequence[Segment], least: int = _LEAST_LINES) -> float | None:
    """The place of the gutter between two columns; None if there is only one."""
    if len(parts) < 2 * least:
        return None
    start, end = min(part.left for part in parts), max(part.right for part in parts)
    width = end - start
    found: dict[float, tuple[int, float]] = {}
    at = start + 0.2 * width
    while at < end - 0.2 * width:
        count = _lines_beside(parts, at, start, end)
        if count >= least:
            found[at] = (count, _clearance(parts, at))
        at += _STEP
    if not found:
        return None
    best = max(found.values())
    return median(at for at, score in found.items() if score == best)


def _lines_beside(parts: Sequence[Segment], at: float, start: float, end: float) -> int:
    """How many lines each side has, at least, beside lines of the other side."""
    left = [part for part in parts if part.right <= at]
    right = [part for part in parts if part.left >= at]
    if not left or not right or _clearance(parts, at) <= 0:
        return 0
    wide_left = sum(part.width >= _LEAST_SHARE * (at - start) for part in left)
    wide_right = sum(part.width >= _LEAST_SHARE * (end - at) for part in right)
    top = min(max(one.top for one in left), max(one.top for one in right))
    bottom = max(min(one.bottom for one in left), min(one.bottom for one in right))
    return min(wide_left, wide_right) if top > bottom else 0


def _clearance(parts: Sequence[Segment], at: float) -> float:
    """The width of the strip around a place that no segment beside it reaches; 0 if too small."""
    left = max((part.right for part in parts if part.right <= at), default=at)
    right = min((part.left for part in parts if part.left >= at), default=at)
    size = median(part.size for part in parts)
    return right - left if right - left >= _CLEARANCE * size else 0


def blocks(parts: Sequence[Segment], usual: float | None = None, depth: int = 1) -> Iterator[Block]:
    """The blocks of a page in reading order.

    Args:
        parts: the segments.
        usual: the gutter of other pages, for a page with few lines.
        depth: how many columns there may be beside these.
    """
    place = gutter(parts) if depth < _MOST_COLUMNS else None
    if place is None and usual is not None and _lines_beside(parts, usual, 0, 0):
        place = usual
    if place is None:
        yield Block(tuple(rows(parts)), False)
        return
    for band in _bands(parts, place):
        if isinstance(band, Block):
            yield band
            continue
        left, right = band
        if left:
            yield from blocks(left, depth=depth + 1)
        if right:
            first, *others = blocks(right, depth=depth + 1)
            yield Block(first.lines, is_column=bool(left))
            yield from others


def _bands(
    parts: Sequence[Segment], place: float
) -> Iterator[Block | tuple[list[Segment], list[Segment]]]:
    """The blocks that cross a gutter, and the two columns between them, from top to bottom."""
    left: list[Segment] = []
    right: list[Segment] = []
    across: list[Segment] = []
    for row in _rows(parts):
        crosses = any(part.left < place < part.right for part in row)
        if crosses or (across and not left and not right and _ends(across, row, place)):
            if left or right:
                yield left, right
                left, right = [], []
            across += row
            continue
        if across:
            yield Block(tuple(rows(across)), False)
            across = []
        left += [part for part in row if part.right <= place]
        right += [part for part in row if part.left >= place]
    if across:
        yield Block(tuple(rows(across)), False)
    if left or right:
        yield left, right


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
