"""Writes the lists of sheets and columns into ``docs/reading/spreadsheet.md``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jatsx_spreadsheet.columns import KEY, LANGUAGE, Column, Sheet
from jatsx_spreadsheet.sheets import SHEETS

FOLDER: Final = Path(__file__).parent
PAGE: Final = FOLDER / "reading" / "spreadsheet.md"
PROSE: Final = FOLDER / "spreadsheet_prose.md"
PLACE: Final = "{{ sheets }}\n"


def pages() -> dict[Path, str]:
    """The page and its text."""
    prose = PROSE.read_text(encoding="utf-8")
    return {PAGE: prose.replace(PLACE, "\n".join(_section(sheet) for sheet in SHEETS))}


def _section(sheet: Sheet) -> str:
    english, russian, kazakh = sheet.names
    heading = f"### {english.capitalize()}\n\n*{russian} · {kazakh}*\n"
    table = ["| column | на русском | қазақша | field | note |", "|---|---|---|---|---|"]
    return "\n".join([heading, *table, *_rows(sheet)]) + "\n"


def _rows(sheet: Sheet) -> Iterator[str]:
    for column in sheet.all_columns:
        names = " | ".join(f"{name}{_ending(column)}" for name in column.names)
        field = f"`{column.field}`"
        yield f"| {names} | {field} | {_note(column)} |"


def _ending(column: Column) -> str:
    """What follows the name of a column in its header."""
    number = " [2]" if column.is_numbered else ""
    if LANGUAGE in column.keys:
        return f"{number} *ru*"
    return f"{number} *key*" if KEY in column.keys else number


def _note(column: Column) -> str:
    values = f"One of: {', '.join(column.values)}." if 0 < len(column.values) < 7 else ""
    is_extra = column.is_extra or column.is_read_only or KEY in column.keys
    extra = "Not in the empty workbook." if is_extra else ""
    return " ".join(filter(None, (column.note, values, extra)))


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
