"""The place of each field in the text of a file."""

from __future__ import annotations

import re

from jatsx.model.fieldpath import Path
from jatsx.readers.excerpts import excerpt_span
from jatsx.readers.json_text import json_positions
from jatsx.readers.positions import LineIndex, Mark, Positions, Span


class SourceMap:
    """The places of the fields in a well-formed JSON text or a YAML text."""

    def __init__(self, text: str, *, is_json: bool) -> None:
        self._text = text
        self._lines = LineIndex(text)
        self._positions = json_positions(text) if is_json else _yaml_positions(text)

    def of_value(self, path: Path, excerpt: str = "") -> Mark | None:
        """The place of an excerpt of a value; else of the value; else of what is around it.

        The excerpt may also be in the key of the value, for example a language tag.
        """
        found = self._positions.of_value(path)
        if found is None:
            return None
        written, span = found
        key = self._positions.keys.get(path)
        if key and excerpt == path[-1]:
            span = self._excerpt(key, excerpt) or key
        elif excerpt and (written == path or span.is_whole):
            inside = self._excerpt(span, excerpt) or (key and self._excerpt(key, excerpt))
            span = inside or span
        return self._lines.mark_of(span)

    def of_lines(
        self, path: Path, lines: tuple[str, ...], first: int, excerpt: str = ""
    ) -> Mark | None:
        """The place of lines in a text, or of an excerpt of them; else that of the text.

        ``first`` is the position of the first of them among the lines that are not empty.
        """
        around = self._positions.of_value(path)
        if around is None:
            return None
        found = around[1]
        span = self._lines_span(found, lines, first) or self._excerpt(found, " ".join(lines))
        inside = self._excerpt(span or found, excerpt) if excerpt else None
        return self._lines.mark_of(inside or span or found)

    def _lines_span(self, span: Span, lines: tuple[str, ...], first: int) -> Span | None:
        """The span of lines in the span of a block of text; None if it has other lines."""
        written = list(re.finditer(r"[^\s\n][^\n]*", self._text[span.start : span.end]))
        here = written[first : first + len(lines)]
        if [one[0].rstrip() for one in here] != list(lines):
            return None
        return Span(span.start + here[0].start(), span.start + here[-1].end())

    def of_key(self, path: Path) -> Mark | None:
        """The place of a key; if there is none, that of its value or of what is around it."""
        span = self._positions.of_key(path)
        return self._lines.mark_of(span) if span else None

    def path_at(self, offset: int) -> Path | None:
        """The path of the innermost value or key that contains the character at an offset."""
        return self._positions.at(offset) or None

    def _excerpt(self, span: Span, excerpt: str) -> Span | None:
        return excerpt_span(self._text, span, excerpt)


def _yaml_positions(text: str) -> Positions:
    from jatsx.readers.yaml_text import yaml_positions

    return yaml_positions(text)
