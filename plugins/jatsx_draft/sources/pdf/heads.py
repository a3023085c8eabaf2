"""Running heads and page numbers: what stands at the top or bottom of page after page.

A line is a running head if the same words, other numbers aside, stand at the same height on another
page and apart from the text. So is a line at that height on any page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from jatsx_draft.sources.pdf.segments import Segment, row_text, rows

_OUTER: Final = 3
"""How many lines at the top and at the bottom may be running heads."""

_APART: Final = 0.5
"""The least distance from the text below or above, as a multiple of the height of the font."""

_NEAR: Final = 3.0
"""Heights that differ by less, in points, are the same."""

_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_ONLY_NUMBER = re.compile(r"\W*\d{1,4}\W*")


@dataclass(frozen=True, slots=True)
class Page:
    """The segments of a page without running heads, and the number printed on it."""

    parts: tuple[Segment, ...]
    folio: str = ""


@dataclass(frozen=True, slots=True)
class _Outer:
    """A line at the top or bottom of a page.

    ``words``: its text with ``#`` for numbers. ``gap``: its distance from the next line inwards.
    """

    row: Segment
    text: str
    words: str
    height: tuple[str, int]
    gap: float


def without_heads(pages: Sequence[Sequence[Segment]]) -> list[Page]:
    """The pages without running heads and page numbers."""
    outer = [list(_outer_lines(page)) for page in pages]
    heads = _heads(outer)
    found = [[line for line in lines if _is_head(line, heads)] for lines in outer]
    folios = _folios([[line.text for line in lines] for lines in found])
    return [
        Page(_without(parts, [line.row for line in lines]), folio)
        for parts, lines, folio in zip(pages, found, folios, strict=True)
    ]


def _outer_lines(parts: Sequence[Segment]) -> Iterator[_Outer]:
    lines = rows(parts)
    for side, ordered in (("top", lines), ("bottom", lines[::-1])):
        for line, inner in pairwise(ordered[: _OUTER + 1]):
            gap = line.bottom - inner.top if side == "top" else inner.bottom - line.top
            text = row_text(line)[0]
            words = " ".join(_NUMBER.sub("#", text).casefold().split())
            yield _Outer(line, text, words, (side, round(line.base / _NEAR)), gap / line.size)


def _heads(outer: Sequence[Sequence[_Outer]]) -> set[tuple[str, int]]:
    """The heights at which lines are running heads."""
    counts: Counter[tuple[str, tuple[str, int]]] = Counter()
    for lines in outer:
        counts.update({(line.words, line.height) for line in lines if line.gap > _APART})
    return {height for (_, height), count in counts.items() if count > 1}


def _is_head(line: _Outer, heads: set[tuple[str, int]]) -> bool:
    side, height = line.height
    return line.gap > _APART and any(
        (side, near) in heads for near in range(height - 1, height + 2)
    )


def _folios(texts: Sequence[Iterable[str]]) -> list[str]:
    """The page numbers: those that grow by one from page to page."""
    numbers = [
        [number for text in of_page for number in _NUMBER.findall(text)] for of_page in texts
    ]
    votes = Counter(
        int(number) - page for page, of_page in enumerate(numbers) for number in set(of_page)
    )
    if not votes:
        return ["" for _ in texts]
    shift = votes.most_common(1)[0][0]
    return [
        next((number for number in of_page if int(number) == page + shift), "")
        for page, of_page in enumerate(numbers)
    ]


def _without(parts: Sequence[Segment], heads: Sequence[Segment]) -> tuple[Segment, ...]:
    return tuple(part for part in parts if not any(head.shares_line(part) for head in heads))
