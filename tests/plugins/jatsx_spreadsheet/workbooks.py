"""Workbooks made by openpyxl, and what the reader finds in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import openpyxl

from jatsx import Article, Finding, InputFile, MemoryFile, Record
from jatsx_spreadsheet import jatsx_readers

(READER,) = jatsx_readers()


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> openpyxl.Workbook:
    """A workbook with these rows in each sheet."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def saved(book: openpyxl.Workbook, name: str = "table.xlsx") -> MemoryFile:
    """The file of a workbook."""
    content = BytesIO()
    book.save(content)
    return MemoryFile(name, content.getvalue())


def records(file: InputFile, **options: str) -> list[Record]:
    """The records of a file."""
    return list(READER.records(file, options))


def findings(found: Sequence[Record]) -> list[Finding]:
    """All findings of records."""
    return [finding for record in found for finding in record.findings]


def codes(found: Sequence[Record]) -> dict[str, str]:
    """The code of each finding, with its place in its file: a cell or a line."""
    return {
        one.code: str(one.place.cell or one.place.line or "") if one.place else ""
        for one in findings(found)
    }


def articles(found: Sequence[Record]) -> list[Article]:
    """The articles of records."""
    return [record.article for record in found if record.article is not None]


def read_rows(*rows: Sequence[Any]) -> list[Record]:
    """The records of a workbook with a sheet of articles."""
    return records(saved(workbook({"articles": rows})))
