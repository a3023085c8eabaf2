"""Where the keys, values and rows of a YAML text are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from jatsx.model.fieldpath import Path
from jatsx.readers.positions import Positions, Span
from jatsx.readers.yaml_text import yaml_positions

_DASH: Final = re.compile(r"(?:\A|\n)( *)-[ \t]*(?:\n\s*)?\Z")
_COMMENT: Final = re.compile(r"(?:^|\s)#", re.MULTILINE)
EMPTY: Final = ("", "~")
"""How an absent value is written."""


class YamlPlaces:
    """The places in a YAML text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def positions(self) -> Positions:
        return yaml_positions(self.text)

    def written(self, path: Path) -> str:
        """The value at a path as it is written; empty if it is absent."""
        span = self.positions.values.get(path)
        text = self.text[span.start : span.end] if span else ""
        return "" if text.strip() in EMPTY else text

    def column(self, offset: int) -> int:
        """The column of a character, from 0."""
        return offset - (self.text.rfind("\n", 0, offset) + 1)

    def line_end(self, offset: int) -> int:
        """The offset of the end of a line, before its line break."""
        end = self.text.find("\n", offset)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[end - 1 : end] == "\r" else end

    def end(self, path: Path) -> int:
        """The offset after the last character of a value; after its key if it is absent."""
        key = self.positions.keys.get(path)
        least = self.text.find(":", key.end) + 1 if key else 0
        spans = (
            span
            for inner, span in self.positions.values.items()
            if inner[: len(path)] == path and self._has_end(inner, span)
        )
        keys = (
            span
            for inner, span in self.positions.keys.items()
            if inner[: len(path)] == path and len(inner) > len(path)
        )
        inside = max((self.text.find(":", span.end) + 1 for span in keys), default=0)
        last = max((len(self.text[: span.end].rstrip()) for span in spans), default=0)
        return max(least, inside, last)

    def _has_end(self, path: Path, span: Span) -> bool:
        is_given = bool(self.written(path))
        return is_given and (span.is_whole or self.text[span.start : span.start + 1] in ("[", "{"))

    def is_flow(self, path: Path) -> bool:
        """Whether a list or mapping is written in brackets."""
        return self.written(path)[:1] in ("[", "{")

    def names(self, path: Path) -> list[Path]:
        """The fields of a mapping, in the order of the text."""
        found = [one for one in self.positions.keys if one[:-1] == path]
        return sorted(found, key=lambda one: self.positions.keys[one].start)

    def dash(self, path: Path) -> int | None:
        """The offset of the dash of a row; None if it is not the first on its line."""
        span = self.positions.values.get(path)
        found = _DASH.search(self.text[: span.start]) if span else None
        return found.end(1) if found else None

    def row_start(self, path: Path) -> int | None:
        """The offset of the first line of a row, with the comments above it."""
        dash = self.dash(path)
        if dash is None:
            return None
        start = self.text.rfind("\n", 0, dash) + 1
        for before in self._lines_before(start):
            if not self.text[before:start].lstrip().startswith("#"):
                break
            start = before
        return start

    def _lines_before(self, offset: int) -> Iterator[int]:
        while offset > 0:
            offset = self.text.rfind("\n", 0, offset - 1) + 1
            yield offset

    def has_comment(self, start: int, end: int) -> bool:
        """Whether there is a comment between two offsets, outside values."""
        text = list(self.text[start:end])
        for span in (*self.positions.values.values(), *self.positions.keys.values()):
            if span.is_whole and start <= span.start and span.end <= end:
                inside = range(span.start - start, span.end - start)
                text[inside.start : inside.stop] = "x" * len(inside)
        return _COMMENT.search("".join(text)) is not None
