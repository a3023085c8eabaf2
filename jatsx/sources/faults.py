"""What is wrong with a file before it is any article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from jatsx.fieldpath import Path
from jatsx.frozenmap import FrozenMap
from jatsx.sources.positions import Mark

MAX_DEPTH = 100
"""How many lists and mappings may stand inside one another."""


@dataclass(frozen=True, slots=True)
class SourceFault:
    """A fault of a file's form: the code of a finding, its params, where, and of which value."""

    code: str
    params: Mapping[str, str] = FrozenMap()
    mark: Mark | None = None
    path: Path | None = None


class Unreadable(Exception):
    """A file that can't be read any further."""

    def __init__(self, code: str, mark: Mark | None = None, **params: str) -> None:
        super().__init__(code)
        self.fault = SourceFault(code, FrozenMap(params), mark)


class Lines:
    """Where the lines of a text begin, to tell the marks of many characters."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def mark(self, offset: int) -> Mark:
        """The line and column of a character."""
        line = bisect_right(self._starts, offset)
        return Mark(line, offset - self._starts[line - 1] + 1)


def mark_at(text: str, offset: int) -> Mark:
    """The line and column of one character."""
    return Lines(text[: offset + 1]).mark(offset)
