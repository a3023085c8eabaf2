"""What is wrong with a file before it is any article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jatsx.model.fieldpath import Path
from jatsx.model.frozenmap import FrozenMap
from jatsx.readers.positions import LineIndex, Mark

MAX_DEPTH = 100
"""How many lists and mappings may stand inside one another."""


@dataclass(frozen=True, slots=True)
class SourceError:
    """A fault of a file's form: the code of a finding, its params, where, and of which value."""

    code: str
    params: Mapping[str, str] = FrozenMap()
    mark: Mark | None = None
    path: Path | None = None


class UnreadableFile(Exception):
    """A file that can't be read any further."""

    def __init__(self, code: str, mark: Mark | None = None, **params: str) -> None:
        super().__init__(code)
        self.fault = SourceError(code, FrozenMap(params), mark)


def mark_at(text: str, offset: int) -> Mark:
    """The line and column of one character."""
    return LineIndex(text[: offset + 1]).mark(offset)
