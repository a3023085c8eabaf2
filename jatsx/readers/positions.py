"""Where in a file each value stands. Looked up only when there is something to report."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from jatsx.model.fieldpath import Path


class Mark(NamedTuple):
    """A line and a column, both counted from 1, and the column where it ends on that line."""

    line: int
    column: int
    end_column: int | None = None


class Span(NamedTuple):
    """From which character of a text to which, exclusive, a value reaches.

    ``is_whole`` is false of what holds other values: it has no end that is worth showing, unless
    it ends on its first line.
    """

    start: int
    end: int
    is_whole: bool = True


class LineIndex:
    """Where the lines of a text begin, to tell the marks of many characters."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def mark(self, offset: int) -> Mark:
        """The line and column of a character."""
        line = bisect_right(self._starts, offset)
        return Mark(line, offset - self._starts[line - 1] + 1)

    def mark_of(self, span: Span) -> Mark:
        """The line and column where a span begins, and where it ends on that line."""
        line, column, _ = self.mark(span.start)
        end = span.end
        if line < len(self._starts) and end > self._starts[line]:
            if not span.is_whole:
                return Mark(line, column)
            end = self._starts[line]
        length = len(self._text[span.start : end].rstrip())
        return Mark(line, column, column + length if length else None)


@dataclass(slots=True)
class Positions:
    """The spans of values and of the keys before them, by path."""

    values: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)

    def of_value(self, path: Path) -> tuple[Path, Span] | None:
        """Where a value stands, else the nearest thing around it that is written; and its path."""
        for length in range(len(path), -1, -1):
            span = self.values.get(path[:length])
            if span is not None:
                return path[:length], span
        return None

    def of_key(self, path: Path) -> Span | None:
        """Where a key stands, else its value or what is around it."""
        found = self.of_value(path)
        return self.keys.get(path) or (found[1] if found else None)

    def at(self, offset: int) -> Path | None:
        """The path of the innermost value or key in which a character stands."""
        around = (
            (span.end - span.start, path)
            for spans in (self.values, self.keys)
            for path, span in spans.items()
            if span.start <= offset < span.end
        )
        return min(around, key=lambda found: found[0], default=(0, None))[1]
