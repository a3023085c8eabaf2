"""Where in a file each value stands. Looked up only when there is something to report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from jatsx.fieldpath import Path


class Mark(NamedTuple):
    """A line and a column, both counted from 1."""

    line: int
    column: int


@dataclass(slots=True)
class Positions:
    """The marks of values and of the keys before them, by path."""

    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)

    def of_value(self, path: Path) -> Mark | None:
        """Where a value stands, else the nearest thing around it that is written."""
        for length in range(len(path), -1, -1):
            mark = self.values.get(path[:length])
            if mark is not None:
                return mark
        return None

    def of_key(self, path: Path) -> Mark | None:
        """Where a key stands, else its value or what is around it."""
        return self.keys.get(path) or self.of_value(path)
