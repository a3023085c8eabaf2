"""Cells as a table program stores them, and what may be read from them as text.

A table program changes what is typed: ``1-2`` becomes a date, ``11.10`` the number 11.1, ``007``
the number 7. What was typed is then unknown, so such a cell is an error, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from html.entities import html5
from typing import Final

from jatsx import Level
from jatsx_spreadsheet.columns import Column, Form

EXACT: Final = 10**15
"""From this number on, a table program changes digits. It keeps fifteen."""

SPACES: Final = " \t\r\n"
"""The characters that do not count at the ends of a cell."""

YES_NO: Final = {
    **dict.fromkeys(("yes", "true", "да", "иә", "1", "+"), "yes"),
    **dict.fromkeys(("no", "false", "нет", "жоқ", "0"), "no"),
}
"""What may be written for yes and no."""

YEARS: Final = range(1000, 3000)


class CellKind(Enum):
    """What a cell contains."""

    TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    FLAG = auto()
    ERROR = auto()
    NO_VALUE = auto()
    """A formula whose value is not stored in the file."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell.

    Args:
        text: its value as text: a number as the table shows it, a date in ISO 8601.
        kind: what it contains.
        ref: its name in its sheet: ``C7``.
    """

    text: str
    kind: CellKind
    ref: str

    @property
    def stripped(self) -> str:
        """The text without spaces at its ends."""
        return self.text.strip(SPACES)


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with the value of a cell."""

    code: str
    level: Level = Level.ERROR


def fault_of(cell: Cell, column: Column) -> CellFault | None:
    """Why the value of a cell is not what was typed, or cannot be meant; None if nothing is wrong.

    The level of the fault is error if the value is not read.
    """
    if cell.kind is CellKind.TEXT:
        return _fault_of_text(cell.stripped, column)
    if cell.kind is CellKind.ERROR:
        return CellFault("spreadsheet-cell-error")
    if cell.kind is CellKind.NO_VALUE:
        return CellFault("spreadsheet-formula-unknown")
    if cell.kind is CellKind.FLAG:
        return None if column.form is Form.FLAG else CellFault("spreadsheet-flag-unexpected")
    if cell.kind is CellKind.DATE:
        return _fault_of_date(cell, column)
    return _fault_of_number(cell, column)


def _fault_of_text(text: str, column: Column) -> CellFault | None:
    if column.form is Form.NAME and re.search(r"[;,\n]", text):
        return CellFault("spreadsheet-people-several", Level.WARNING)
    if column.is_list and any("\n" in item for item in items_of(text, column)):
        return CellFault("spreadsheet-lines-unclear")
    return None


def _fault_of_date(cell: Cell, column: Column) -> CellFault | None:
    if column.form is not Form.DATE:
        return CellFault("spreadsheet-date-unexpected")
    is_day = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cell.text)
    return None if is_day else CellFault("spreadsheet-date-time")


def _fault_of_number(cell: Cell, column: Column) -> CellFault | None:
    number = cell.text
    if column.form is Form.FLAG and number in YES_NO:
        return None
    if not re.fullmatch("-?[0-9]+", number) or abs(int(number)) >= EXACT:
        return CellFault("spreadsheet-number-changed")
    if column.form is Form.DATE:
        is_year = int(number) in YEARS
        return None if is_year else CellFault("spreadsheet-date-number")
    return CellFault("spreadsheet-code-number") if column.form is Form.CODE else None


def value_of(cell: Cell, column: Column) -> str | list[str]:
    """The value of a cell without a fault, as an article file would contain it."""
    text = cell.stripped
    if column.form is Form.FLAG:
        return YES_NO.get(text.casefold(), text)
    return items_of(text, column) if column.is_list else text


def items_of(text: str, column: Column) -> list[str]:
    """The items of a list in a cell: separated by semicolons, or each on a line of its own."""
    found = [*_marked_items(text)] if column.form is Form.MARKED else text.split(";")
    if len(found) == 1:
        found = text.split("\n")
    return [item for item in (one.strip(SPACES) for one in found) if item]


def _marked_items(text: str) -> Iterator[str]:
    """The items of a list of texts with markup: the semicolon of an entity separates nothing."""
    start = 0
    for found in re.finditer(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z0-9]+);|;", text):
        name = found[1]
        if name is None or not (name.startswith("#") or f"{name};" in html5):
            yield text[start : found.end() - 1]
            start = found.end()
    yield text[start:]


def listed(items: list[str], column: Column) -> str:
    """A list as the text of a cell."""
    if column.form is Form.MARKED:
        items = ["&#59;".join(_marked_items(item)) for item in items]
    return "; ".join(items)
