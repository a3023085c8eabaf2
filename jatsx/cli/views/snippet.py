"""A line of a file with carets under the value, cut to the width of the terminal."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import accumulate

from jatsx.cli.views.words import visible_character

TAB = "    "
CUT = "…"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line or part of a line, and the carets under it; no carets if the column is unknown."""

    line: str
    carets: str = ""


def snippet(line: str, start: int | None, end: int | None, width: int) -> Snippet:
    """Returns the line around its characters from ``start`` to ``end`` (counted from 0).

    A line that is wider than ``width`` is cut. It is cut at the left only if the value is far to
    the right.
    """
    if start is None:
        return Snippet(_window(_Cells(line.strip()[: 4 * width]), 0, width)[0])
    first = max(0, start - 4 * width)
    cells = _Cells(line[first : start + 4 * width])
    begin, finish = cells.column(start - first), cells.column((end or start + 1) - first)
    shown, offset = _window(cells, begin, width)
    finish = min(finish + offset, text_width(shown))
    return Snippet(shown, " " * (begin + offset) + "^" * max(1, finish - begin - offset))


class _Cells:
    """Characters as they are displayed, and the column where each one begins."""

    def __init__(self, text: str) -> None:
        self.shown = [
            TAB if character == "\t" else visible_character(character) for character in text
        ]
        self.columns = [0, *accumulate(map(text_width, self.shown))]

    @property
    def width(self) -> int:
        return self.columns[-1]

    def column(self, position: int) -> int:
        """The column of a character; a combining mark has the column of its base character."""
        position = min(position, len(self.shown))
        if position and position < len(self.shown) and not text_width(self.shown[position]):
            return self.columns[position - 1]
        return self.columns[position]


def _window(cells: _Cells, begin: int, width: int) -> tuple[str, int]:
    """The text that is shown around a column, and how far the column moves."""
    if cells.width <= width:
        return "".join(cells.shown).rstrip(), 0
    is_far = begin > width * 2 // 3
    left = max(0, min(begin - width // 3, cells.width - width)) if is_far else 0
    right = left + width
    from_, to = left + (left > 0), right - (right < cells.width)
    inside = [
        (column, character)
        for column, character in zip(cells.columns, cells.shown, strict=False)
        if from_ <= column and column + text_width(character) <= to
    ]
    before, after = CUT if left else "", CUT if right < cells.width else ""
    text = before + "".join(character for _, character in inside) + after
    return text.rstrip(), len(before) - inside[0][0] if left else 0


def text_width(text: str) -> int:
    """The number of terminal cells of a text: two for a wide character, none for a combining mark.

    Source: Unicode Standard Annex #11.
    """
    return sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
