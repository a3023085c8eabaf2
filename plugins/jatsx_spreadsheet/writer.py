"""Writes sheets as an XLSX file. The same sheets give the same bytes.

XlsxWriter writes without temporary files and without the clock. All values are written as text, so
that nothing is a formula, a number or a link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from jatsx import PackageMissing
from jatsx_spreadsheet.columns import ARTICLE, Column, ColumnSlot, Form, Sheet
from jatsx_spreadsheet.sheets import SHEETS
from jatsx_spreadsheet.workbook import HIDDEN

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

CREATED: Final = datetime(2000, 1, 1)
"""The date of every file, so that it does not depend on the clock."""
WIDTHS: Final = {Form.PROSE: 60, Form.MARKED: 40, Form.DATE: 12, Form.FLAG: 12}
WIDTH: Final = 18
WIDE: Final = 40
LONG_FIELDS: Final = ("title.LANG", "text.LANG", "institution.LANG", "statement.LANG")
FORMATTED_ROWS: Final = 5_000
"""The last row with a drop-down list."""


@dataclass(frozen=True, slots=True)
class WrittenSheet:
    """A sheet as it is written.

    Args:
        sheet: the sheet.
        name: its name in the file.
        headers: its headers with their columns, in order.
        rows: the texts of its cells.
    """

    sheet: Sheet
    name: str
    headers: Sequence[tuple[str, ColumnSlot]]
    rows: Sequence[Mapping[ColumnSlot, str]] = ()


def workbook(
    sheets: Iterable[WrittenSheet],
    note: Callable[[Column], str] = lambda column: "",  # noqa: ARG005
) -> bytes:
    """The bytes of a workbook.

    Args:
        sheets: its sheets.
        note: the note on the header of a column; empty for none.

    Raises:
        PackageMissing: XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise PackageMissing("XlsxWriter", "office") from error
    content = BytesIO()
    book = Workbook(
        content,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    book.set_properties({"created": CREATED})
    formats = {
        "text": book.add_format({"num_format": "@", "valign": "top"}),
        "wrapped": book.add_format({"num_format": "@", "valign": "top", "text_wrap": True}),
        "head": book.add_format({"bold": True, "num_format": "@", "bottom": 1}),
    }
    pages = [(one, book.add_worksheet(one.name)) for one in sheets]
    ranges = _vocabularies(book, formats["text"])
    for one, page in pages:
        _write(page, one, formats, ranges, note)
    book.close()
    return content.getvalue()


def _vocabularies(book: Workbook, text: Any) -> dict[tuple[str, ...], str]:
    """Writes the values of drop-down lists to a hidden sheet. Returns the range of each list."""
    page = book.add_worksheet(HIDDEN)
    page.hide()
    lists = dict.fromkeys(column.values for sheet in SHEETS for column in sheet.columns)
    ranges = {}
    for n, values in enumerate(filter(None, lists)):
        for row, value in enumerate(values):
            page.write_string(row, n, value, text)
        letter = chr(ord("A") + n)
        ranges[values] = f"={HIDDEN}!${letter}$1:${letter}${len(values)}"
    return ranges


def _write(
    page: Worksheet,
    written: WrittenSheet,
    formats: Mapping[str, Any],
    ranges: Mapping[tuple[str, ...], str],
    note: Callable[[Column], str],
) -> None:
    page.freeze_panes(1, 2 if written.sheet.article == "required" else 1)
    for n, (header, slot) in enumerate(written.headers):
        column = slot.column
        page.set_column(n, n, _width(column), _format(column, formats))
        page.write_string(0, n, header, formats["head"])
        if column.values:
            _add_list(page, n, ranges[column.values])
        if text := note(column):
            page.write_comment(0, n, text, {"author": "", "x_scale": 2, "font_size": 10})
    for row, values in enumerate(written.rows, 1):
        for n, (_, slot) in enumerate(written.headers):
            if slot in values:
                page.write_string(row, n, values[slot], _format(slot.column, formats))


def _format(column: Column, formats: Mapping[str, Any]) -> Any:
    return formats["wrapped" if _width(column) > WIDTH else "text"]


def _add_list(page: Worksheet, n: int, source: str) -> None:
    """Adds a drop-down list. Another value gives a warning, and may be written all the same."""
    options = {"validate": "list", "source": source, "error_type": "warning"}
    page.data_validation(1, n, FORMATTED_ROWS, n, options)


def _width(column: Column) -> int:
    if column.field in LONG_FIELDS:
        return WIDE
    return 10 if column is ARTICLE else WIDTHS.get(column.form, WIDTH)
