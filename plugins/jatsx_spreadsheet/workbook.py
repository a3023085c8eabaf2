"""The sheets of an XLSX file. Values only: no formula is evaluated, no link is followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from posixpath import join, normpath
from typing import TYPE_CHECKING, Any, Final

from jatsx import InputFile, UnreadableSource
from jatsx_spreadsheet.archive import packed, parts_of
from jatsx_spreadsheet.cells import Cell, CellKind
from jatsx_spreadsheet.grids import Grid, GridRow, cell_name
from jatsx_spreadsheet.sheet_xml import SheetFacts, check_xml, sheet_facts, zero_formats

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

HIDDEN: Final = "vocabularies"
"""The sheet with the values of drop-down lists, which is not read."""


def workbook_grids(path: InputFile, file: str) -> list[Grid]:
    """The sheets of a workbook.

    Raises:
        OSError: the file cannot be read.
        UnreadableSource: it is not a workbook, or too large; or a library is missing.
    """
    parts = parts_of(path)
    facts: dict[str, SheetFacts] = {}
    for name, content in parts.items():
        if name.lower().startswith("xl/worksheets/"):
            facts[name.lower()] = sheet_facts(content)
        else:
            check_xml(content)
    zeros = zero_formats(parts.get("xl/styles.xml"))
    return list(_grids(parts, facts, zeros, file))


def _grids(
    parts: Mapping[str, bytes],
    facts: Mapping[str, SheetFacts],
    zeros: Mapping[int, int],
    file: str,
) -> Iterator[Grid]:
    files = _files_of_sheets(parts)
    book = _opened(parts)
    for name in book.sheet_names:
        known = facts.get(files.get(name, "").lower())
        if name == HIDDEN or known is None:
            continue
        values = _values(book, name)
        rows = [
            GridRow(n + 1, cells)
            for n, row in enumerate(values)
            if (cells := _cells(row, n, known, zeros))
        ]
        yield Grid(name, file, rows, known.merged)


def _opened(parts: Mapping[str, bytes]) -> CalamineWorkbook:
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError as error:
        raise UnreadableSource("spreadsheet-library-missing") from error
    try:
        return CalamineWorkbook.from_filelike(packed(parts))
    except (CalamineError, OSError, ValueError):
        raise UnreadableSource("spreadsheet-file-damaged") from None


def _values(book: CalamineWorkbook, name: str) -> list[list[Any]]:
    from python_calamine import CalamineError

    try:
        return book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError):
        raise UnreadableSource("spreadsheet-file-damaged") from None


def _files_of_sheets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part of each sheet by the name of the sheet."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    targets = {}
    links = parts.get("xl/_rels/workbook.xml.rels")
    for link in etree.fromstring(links, parser) if links else ():
        target = str(link.get("Target", ""))
        targets[link.get("Id")] = normpath(join("/xl", target)).lstrip("/")
    book = etree.fromstring(parts["xl/workbook.xml"], parser)
    found = {}
    for sheet in book.iterfind(".//{*}sheet"):
        ids = [value for key, value in sheet.attrib.items() if str(key).endswith("}id")]
        found[str(sheet.get("name", ""))] = targets.get(ids[0] if ids else None, "")
    return found


def _cells(
    row: Sequence[Any], n: int, facts: SheetFacts, zeros: Mapping[int, int]
) -> tuple[Cell, ...]:
    """The cells of a row; none if all are empty."""
    cells = tuple(_cell(value, cell_name(n, k), facts, zeros) for k, value in enumerate(row))
    is_empty = all(one.kind is CellKind.TEXT and not one.stripped for one in cells)
    return () if is_empty else cells


def _cell(value: Any, ref: str, facts: SheetFacts, zeros: Mapping[int, int]) -> Cell:
    if ref in facts.errors:
        return Cell(facts.errors[ref], CellKind.ERROR, ref)
    if ref in facts.unknown:
        return Cell("", CellKind.NO_VALUE, ref)
    if isinstance(value, bool):
        return Cell(str(value).lower(), CellKind.FLAG, ref)
    if isinstance(value, (int, float)):
        digits = zeros.get(facts.formats.get(ref, -1), 0)
        return Cell(_number(value).zfill(digits), CellKind.TEXT if digits else CellKind.NUMBER, ref)
    if isinstance(value, (date, datetime, time, timedelta)):
        return Cell(_date(value), CellKind.DATE, ref)
    return Cell(str(value), CellKind.TEXT, ref)


def _number(value: float) -> str:
    """A number as a table shows it: whole numbers without a decimal point."""
    is_whole = isinstance(value, int) or (value.is_integer() and abs(value) < 10**15)
    return str(int(value)) if is_whole else repr(value)


def _date(value: date | datetime | time | timedelta) -> str:
    """A date in ISO 8601; with its time only if it is not midnight."""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return value.isoformat() if isinstance(value, (date, time)) else str(value)
