"""From the cells of a sheet to rows with values for columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from jatsx import Finding, FrozenMap, Level, Place
from jatsx.model.fieldpath import Path
from jatsx_spreadsheet.cells import Cell, CellFault, CellKind, fault_of, value_of
from jatsx_spreadsheet.columns import ARTICLE, ColumnSlot, Sheet
from jatsx_spreadsheet.grids import Grid, GridRow
from jatsx_spreadsheet.headers import UnknownHeader, known_headers, slot_of

FIRST_ROWS: Final = 5
"""In how many rows the headers are looked for."""


@dataclass(slots=True)
class TableRow:
    """A row: the data that it describes, and the places of its values.

    Args:
        place: its place.
        article: the id of the article that it belongs to, if it names one.
        data: the part that it describes, as in an article file.
        places: the places of the values, by their paths in the part.
        findings: what is wrong with its cells.
    """

    place: Place
    article: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Its id; empty if it has none."""
        return str(self.data.get("id", ""))


@dataclass(slots=True)
class Table:
    """The rows of a sheet, and the findings about the sheet as a whole."""

    sheet: Sheet
    grid: Grid
    rows: list[TableRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def table_of(grid: Grid, sheet: Sheet) -> Table:
    """The rows of a sheet: those below the row with the headers."""
    table = Table(sheet, grid)
    if not grid.rows:
        return table
    number = _head_number(grid, sheet)
    if number is None:
        place = grid.place(grid.rows[0])
        table.findings.append(Finding("spreadsheet-headers-missing", place=place))
        return table
    above, head, rows = grid.rows[:number], grid.rows[number], grid.rows[number + 1 :]
    for row in above:
        place = grid.place(row)
        table.findings.append(Finding("spreadsheet-row-ignored", Level.WARNING, place=place))
    slots = _slots(head, rows, table)
    table.findings += _missing_columns(slots, head, table)
    for merged in grid.merged:
        place = grid.place(ref=merged.partition(":")[0])
        params = FrozenMap({"cells": merged})
        table.findings.append(
            Finding("spreadsheet-cells-merged", Level.WARNING, params, place=place)
        )
    table.rows = [_row(row, slots, grid) for row in rows]
    return table


def _head_number(grid: Grid, sheet: Sheet) -> int | None:
    """Which row contains the headers; None if no header is known.

    It is the first row that is not empty, or one below it if the first has no known header.
    """
    known = [
        known_headers((cell.stripped for cell in row.cells), sheet)
        for row in grid.rows[:FIRST_ROWS]
    ]
    if known[0]:
        return 0
    return known.index(max(known)) if any(known) else None


def _slots(head: GridRow, rows: Sequence[GridRow], table: Table) -> dict[int, ColumnSlot]:
    """The column of each cell of the first row. Headers that name none are reported."""
    slots: dict[int, ColumnSlot] = {}
    for n, cell in enumerate(head.cells):
        header = cell.stripped
        if not header:
            if any(_has_value(row, n) for row in rows):
                table.findings.append(_of_header("spreadsheet-header-missing", cell, head, table))
            continue
        found = slot_of(header, table.sheet)
        if isinstance(found, UnknownHeader):
            table.findings.append(_unknown(found, cell, head, table))
        elif found in slots.values():
            table.findings.append(_of_header("spreadsheet-column-twice", cell, head, table))
        else:
            slots[n] = found
    table.findings += _beyond_headers(head, rows, table)
    return slots


def _beyond_headers(head: GridRow, rows: Sequence[GridRow], table: Table) -> Iterator[Finding]:
    """The first value after the last header, for example of a CSV row with a separator too many."""
    for row in rows:
        for n in range(len(head.cells), len(row.cells)):
            if _has_value(row, n):
                yield _of_header("spreadsheet-header-missing", row.cells[n], row, table)
                return


def _has_value(row: GridRow, n: int) -> bool:
    return n < len(row.cells) and _is_given(row.cells[n])


def _is_given(cell: Cell) -> bool:
    return bool(cell.stripped) or cell.kind is not CellKind.TEXT


def _unknown(found: UnknownHeader, cell: Cell, head: GridRow, table: Table) -> Finding:
    """A header that is probably a misspelt one is an error, another one is not read."""
    if found.is_without_language:
        return _of_header("spreadsheet-column-language", cell, head, table)
    if found.similar:
        return _of_header("spreadsheet-column-misspelt", cell, head, table, similar=found.similar)
    return _of_header("spreadsheet-column-unknown", cell, head, table, Level.WARNING)


def _of_header(
    code: str, cell: Cell, head: GridRow, table: Table, level: Level = Level.ERROR, **params: str
) -> Finding:
    named = FrozenMap({"header": cell.stripped, **params})
    return Finding(code, level, named, place=table.grid.place(head, cell.ref))


def _missing_columns(
    slots: Mapping[int, ColumnSlot], head: GridRow, table: Table
) -> Iterator[Finding]:
    """The columns without which no row has a meaning: the id, and the article."""
    required = [one for one in table.sheet.columns if one.field == "id"]
    if table.sheet.is_single:
        required = []
    if table.sheet.article == "required":
        required.append(ARTICLE)
    present = {slot.column for slot in slots.values()}
    for column in required:
        if column not in present:
            params = FrozenMap({"header": column.names[0], "sheet": table.grid.name})
            place = table.grid.place(head)
            yield Finding("spreadsheet-column-missing", params=params, place=place)


def _row(row: GridRow, slots: Mapping[int, ColumnSlot], grid: Grid) -> TableRow:
    read = TableRow(grid.place(row))
    values: dict[Path, Any] = {}
    for n, slot in slots.items():
        if not _has_value(row, n):
            continue
        cell, place = row.cells[n], grid.place(row, row.cells[n].ref)
        fault = fault_of(cell, slot.column)
        if fault:
            read.findings.append(_of_cell(fault, cell, slot, place))
        if fault and fault.level is Level.ERROR:
            continue
        value = value_of(cell, slot.column)
        if slot.column is ARTICLE:
            read.article = str(value)
        else:
            values[slot.path] = value
            read.places[slot.path] = place
    read.data = nested(values)
    read.places = {path: read.places[each] for each, path in dense_paths(values).items()}
    return read


def _of_cell(fault: CellFault, cell: Cell, slot: ColumnSlot, place: Place) -> Finding:
    params = FrozenMap({"value": cell.stripped, "header": slot.header()})
    return Finding(fault.code, fault.level, params, place=place)


def nested(values: Mapping[Path, Any]) -> dict[str, Any]:
    """Values by path as nested data. The items of lists are without gaps.

    >>> nested({("links", 1, "url"): "u", ("title", "en"): "t"})
    {'links': [{'url': 'u'}], 'title': {'en': 't'}}
    """
    dense = dense_paths(values)
    data: dict[str, Any] = {}
    for path, value in values.items():
        _put(data, dense[path], value)
    return data


def dense_paths(paths: Iterable[Path]) -> dict[Path, Path]:
    """The path of each value when the items of lists are numbered without gaps."""
    numbers: dict[Path, set[int]] = {}
    known = list(paths)
    for path in known:
        for n, step in enumerate(path):
            if isinstance(step, int):
                numbers.setdefault(path[:n], set()).add(step)
    return {
        path: tuple(
            sorted(numbers[path[:n]]).index(step) if isinstance(step, int) else step
            for n, step in enumerate(path)
        )
        for path in known
    }


def _put(data: Any, path: Path, value: Any) -> None:
    """Puts a value at a path. Lists become longer as needed."""
    for step, following in pairwise(path):
        empty: Any = [] if isinstance(following, int) else {}
        if isinstance(step, int):
            while len(data) <= step:
                data.append({})
            data = data[step]
        else:
            data = data.setdefault(step, empty)
    data[path[-1]] = value
