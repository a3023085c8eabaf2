"""From articles of an issue to the rows of the sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from jatsx.model import Article
from jatsx.model.fieldpath import Path
from jatsx_spreadsheet.cells import Cell, CellKind, listed, value_of
from jatsx_spreadsheet.columns import ARTICLE, ITEM, KEY, LANGUAGE, Column, ColumnSlot, Sheet
from jatsx_spreadsheet.headers import slot_of
from jatsx_spreadsheet.sheets import (
    ARTICLES,
    ISSUE,
    JOURNAL,
    OF_ARTICLE,
    SECTIONS,
    SHEETS,
)

LONGEST: Final = 32_767
"""The maximum number of characters in a cell (Excel specifications and limits)."""

RowTexts: TypeAlias = Mapping[ColumnSlot, str]
"""A row: the text of each cell."""


@dataclass(slots=True)
class FilledSheet:
    """A sheet with its rows."""

    sheet: Sheet
    rows: list[RowTexts] = field(default_factory=list)

    @property
    def slots(self) -> list[ColumnSlot]:
        """The columns that have a value, in the order of the table of columns.

        Columns of one group stand side by side: all parts of a name in a language. Languages are
        in the order in which they occur first.
        """
        present = list(dict.fromkeys(slot for row in self.rows for slot in row))
        columns = {column: n for n, column in enumerate(self.sheet.all_columns)}
        groups = {column.group: n for n, column in reversed([*enumerate(columns)])}
        order: dict[tuple[str, tuple[str, ...]], int] = {}
        for slot in present:
            order.setdefault((slot.column.group, slot.keys), len(order))
        return sorted(
            present,
            key=lambda slot: (
                groups[slot.column.group],
                slot.number,
                order[slot.column.group, slot.keys] if _is_by_language(slot.column) else 0,
                columns[slot.column],
                order[slot.column.group, slot.keys],
            ),
        )


def _is_by_language(column: Column) -> bool:
    """Whether the columns of a group are put together by language."""
    return column.group.rpartition(".")[2] == LANGUAGE


def filled_sheets(articles: Sequence[Article]) -> list[FilledSheet]:
    """The sheets of articles of one issue."""
    data = [as_text(article.model_dump(exclude_defaults=True)) for article in articles]
    issue = data[0].get("issue", {})
    filled = {sheet.name: FilledSheet(sheet) for sheet in SHEETS}
    for sheet, part in ((JOURNAL, issue.get("journal", {})), (ISSUE, issue)):
        if row := row_of(part, sheet):
            filled[sheet.name].rows.append(row)
    filled[SECTIONS.name].rows += [row_of(one, SECTIONS) for one in issue.get("sections", ())]
    for article in data:
        filled[ARTICLES.name].rows.append(row_of(article, ARTICLES))
        for name, sheet in OF_ARTICLE.items():
            rows = [row_of(one, sheet, article["id"]) for one in article.get(name, ())]
            filled[sheet.name].rows += rows
    return list(filled.values())


def as_text(value: Any) -> Any:
    """Data of the model with numbers and flags as text, and sections of texts as paragraphs."""
    if isinstance(value, Mapping):
        return {key: as_text(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_text(item) for item in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def row_of(
    part: Mapping[str, Any], sheet: Sheet, article: str | None = None
) -> dict[ColumnSlot, str]:
    """The row that describes a part."""
    row = {ColumnSlot(ARTICLE): article} if article is not None else {}
    for column in (one for one in sheet.columns if not one.is_read_only):
        for slot, value in _slots(part, column):
            text = cell_text(value, column)
            if text and len(text) <= LONGEST:
                row[slot] = text
    return row


def _slots(part: Mapping[str, Any], column: Column) -> Iterator[tuple[ColumnSlot, Any]]:
    """The values of a column in a part, each with its number and keys."""
    for number, keys, value in _found(part, column.steps, 1, ()):
        yield ColumnSlot(column, number, keys), value


def _found(
    data: Any, steps: Sequence[str], number: int, keys: tuple[str, ...]
) -> Iterator[tuple[int, tuple[str, ...], Any]]:
    if not steps or [*steps] == [ITEM]:
        yield number, keys, data
        return
    step, *rest = steps
    if step == ITEM:
        for n, item in enumerate(data, 1):
            yield from _found(item, rest, n, keys)
    elif step in (LANGUAGE, KEY):
        for key, item in data.items():
            yield from _found(item, rest, number, (*keys, key))
    elif step in data:
        yield from _found(data[step], rest, number, keys)


def cell_text(value: Any, column: Column) -> str:
    """A value as the text of a cell. Sections of a text become paragraphs."""
    if isinstance(value, str):
        return value
    if column.is_list:
        return listed(value, column)
    parts = [text for part in value for text in (part.get("title"), part.get("text")) if text]
    return "\n\n".join(parts)


def read_back(slot: ColumnSlot, text: str, sheet: Sheet) -> tuple[Path, Any] | None:
    """What a reader of the workbook finds in a cell: a path, and a value; None if nothing."""
    found = slot_of(slot.header(), sheet)
    if not isinstance(found, ColumnSlot) or not text.strip():
        return None
    cell = Cell(text.replace("\r\n", "\n").replace("\r", "\n"), CellKind.TEXT, "")
    value = value_of(cell, found.column)
    return (found.path, value) if value else None


def sheets_with(rows: Iterable[FilledSheet]) -> list[FilledSheet]:
    """The sheets that have rows."""
    return [one for one in rows if one.rows]
