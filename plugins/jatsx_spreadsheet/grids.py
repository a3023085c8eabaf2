"""A source as sheets of cells, whatever its format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from jatsx import Place
from jatsx_spreadsheet.cells import Cell

MAX_COLUMNS: Final = 2_000
"""The maximum number of columns of a sheet."""

MAX_GRID: Final = 2_000_000
"""The maximum number of cells of a sheet, counting empty ones between others."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a sheet that is not empty: its number, its line in a text file, and its cells."""

    number: int
    cells: Sequence[Cell]
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet.

    Args:
        name: its name in the file.
        file: the file, as it is shown to users.
        rows: its rows that are not empty.
        merged: the names of its merged cells: ``A3:B4``.
        is_named: whether places name the sheet. In a text file they have a line instead.
    """

    name: str
    file: str
    rows: Sequence[GridRow]
    merged: Sequence[str] = ()
    is_named: bool = True

    def place(self, row: GridRow | None = None, ref: str = "") -> Place:
        """The place of a row or a cell."""
        if not self.is_named:
            return Place(self.file, row.line if row else None)
        name = ref or (f"A{row.number}" if row else "")
        return Place(self.file, cell=f"{_quoted(self.name)}!{name}" if name else None)


def _quoted(name: str) -> str:
    """The name of a sheet as a formula writes it."""
    return name if name.replace("_", "").isalnum() else "'" + name.replace("'", "''") + "'"


def cell_name(row: int, column: int) -> str:
    """The name of a cell, given its row and column from 0.

    >>> cell_name(6, 2), cell_name(0, 27)
    ('C7', 'AB1')
    """
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
