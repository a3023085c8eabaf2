"""The positions of keys and values in a file. They are computed only if there are findings."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from jatsx.model.fieldpath import Path


class Mark(NamedTuple):
    """A line and a column, counted from 1, and the column after the last character.

    ``column`` is None if only the line is known.
    """

    line: int
    column: int | None
    end_column: int | None = None


class Span(NamedTuple):
    """The offsets of the first character of a value and of the one after its last.

    ``is_whole`` is False for a list or mapping. Its end is shown only if it is on the first line.
    """

    start: int
    end: int
    is_whole: bool = True


class LineIndex:
    """The offsets at which the lines of a text start."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def mark(self, offset: int) -> Mark:
        """The line and column of the character at an offset."""
        line = bisect_right(self._starts, offset)
        return Mark(line, offset - self._starts[line - 1] + 1)

    def mark_of(self, span: Span) -> Mark:
        """The line and column where a span starts, and its end on that line."""
        line = bisect_right(self._starts, span.start)
        column = span.start - self._starts[line - 1] + 1
        end = span.end
        if line < len(self._starts) and end > self._starts[line]:
            if not span.is_whole:
                return Mark(line, column)
            end = self._starts[line]
        length = len(self._text[span.start : end].rstrip())
        return Mark(line, column, column + length if length else None)


@dataclass(slots=True)
class Positions:
    """The spans of values and of their keys, by path."""

    values: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)

    def of_value(self, path: Path) -> tuple[Path, Span] | None:
        """The path and span of a value, or of the nearest list or mapping around it."""
        for length in range(len(path), -1, -1):
            span = self.values.get(path[:length])
            if span is not None:
                return path[:length], span
        return None

    def of_key(self, path: Path) -> Span | None:
        """The span of a key; if there is none, that of its value or of what is around it."""
        found = self.of_value(path)
        return self.keys.get(path) or (found[1] if found else None)

    def at(self, offset: int) -> Path | None:
        """The path of the innermost value or key that contains the character at an offset."""
        around = (
            (span.end - span.start, path)
            for spans in (self.values, self.keys)
            for path, span in spans.items()
            if span.start <= offset < span.end
        )
        return min(around, key=lambda found: found[0], default=(0, None))[1]
