"""Errors in the syntax of a file, found before its data is read as an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jatsx.model.fieldpath import Path
from jatsx.model.frozenmap import FrozenMap
from jatsx.readers.positions import LineIndex, Mark

MAX_DEPTH = 100
"""The maximum number of nested lists and mappings."""


@dataclass(frozen=True, slots=True)
class SourceError:
    """An error in the syntax of a file.

    ``code`` and ``params`` are those of the finding. ``path`` is the path of the value, if it is
    known.
    """

    code: str
    params: Mapping[str, str] = FrozenMap()
    mark: Mark | None = None
    path: Path | None = None


class UnreadableFile(Exception):
    """A file cannot be read, or not beyond ``mark``."""

    def __init__(self, code: str, mark: Mark | None = None, **params: str) -> None:
        super().__init__(code)
        self.fault = SourceError(code, FrozenMap(params), mark)


def mark_at(text: str, offset: int) -> Mark:
    """The line and column of the character at an offset."""
    return LineIndex(text[: offset + 1]).mark(offset)
