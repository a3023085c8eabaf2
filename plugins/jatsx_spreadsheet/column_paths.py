"""Which column a field of an article is in."""

from __future__ import annotations

from dataclasses import replace

from jatsx import Finding, FrozenMap
from jatsx.model.fieldpath import Path, parse_path
from jatsx_spreadsheet.columns import ITEM, KEY, LANGUAGE, Column, ColumnSlot, Sheet
from jatsx_spreadsheet.sheets import ARTICLES, ISSUE, JOURNAL, OF_ARTICLE, SECTIONS


def with_column(finding: Finding) -> Finding:
    """The finding about a missing field as one about its column."""
    if finding.code != "field-missing" or finding.field is None:
        return finding
    slot = slot_at(parse_path(finding.field))
    if slot is None:
        return finding
    params = FrozenMap({"header": slot.header()})
    return replace(finding, code="spreadsheet-value-missing", params=params)


def slot_at(path: Path) -> ColumnSlot | None:
    """The column of a value, with its number and its language or keys; None if there is none."""
    column = column_at(path)
    if column is None:
        return None
    steps = [*zip(column.steps, _sheet_of(path)[1], strict=False)]
    numbers = [own + 1 for step, own in steps if step == ITEM and isinstance(own, int)]
    keys = tuple(str(own) for step, own in steps if step in (LANGUAGE, KEY))
    return ColumnSlot(column, next(iter(numbers), 1), keys)


def column_at(path: Path, *, is_whole: bool = True) -> Column | None:
    """The column of a value; with ``is_whole=False``, a column of a value per language or key."""
    sheet, inner = _sheet_of(path)
    for column in sheet.columns:
        steps = column.steps[:-1] if column.is_list else column.steps
        if len(inner) == len(steps) if is_whole else 0 < len(inner) <= len(steps):
            last = steps[len(inner) - 1]
            if all(map(_is_step, steps, inner)) and (is_whole or last in (LANGUAGE, KEY)):
                return column
    return None


def has_columns(path: Path) -> bool:
    """Whether there are columns for a field or for what is inside it."""
    sheet, inner = _sheet_of(path)
    return any(all(map(_is_step, column.steps, inner)) for column in sheet.columns)


def _is_step(step: str, own: str | int) -> bool:
    if isinstance(own, int):
        return step == ITEM
    return step in (own, LANGUAGE, KEY)


def _sheet_of(path: Path) -> tuple[Sheet, Path]:
    """The sheet with the column of a value, and the path of the value in a row."""
    if path[:2] == ("issue", "journal"):
        return JOURNAL, path[2:]
    if path[:2] == ("issue", "sections"):
        return SECTIONS, path[3:]
    if path[:1] == ("issue",):
        return ISSUE, path[1:]
    if path and path[0] in OF_ARTICLE:
        return OF_ARTICLE[str(path[0])], path[2:]
    return ARTICLES, path
