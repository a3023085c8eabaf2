"""The empty workbook that an editorial office fills in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jatsx_spreadsheet.columns import KEY, LANGUAGE, LANGUAGES, Column, ColumnSlot, Sheet
from jatsx_spreadsheet.layout import FilledSheet
from jatsx_spreadsheet.sheets import SHEETS
from jatsx_spreadsheet.writer import WrittenSheet, workbook


def empty_workbook(language: str, translated: Callable[[str], str]) -> bytes:
    """The workbook with headers and notes in a language.

    Args:
        language: the language (BCP 47); English if it is not one of ``LANGUAGES``.
        translated: translates a note.
    """
    own = language if language in LANGUAGES else LANGUAGES[0]
    sheets = [_written(sheet, own) for sheet in SHEETS]
    return workbook(sheets, lambda column: translated(column.note) if column.note else "")


def _written(sheet: Sheet, language: str) -> WrittenSheet:
    headers = [(slot.header(language), slot) for slot in template_slots(sheet)]
    return WrittenSheet(sheet, sheet.names[LANGUAGES.index(language)], headers)


def template_slots(sheet: Sheet) -> list[ColumnSlot]:
    """The columns of a sheet in the template."""
    slots = (slot for column in sheet.all_columns for slot in _slots(column))
    return FilledSheet(sheet, [dict.fromkeys(slots, "")]).slots


def _slots(column: Column) -> Iterator[ColumnSlot]:
    if column.is_extra or column.is_read_only or KEY in column.keys:
        return
    if LANGUAGE in column.keys:
        yield from (ColumnSlot(column, 1, (tag,)) for tag in column.tags)
    else:
        yield ColumnSlot(column)
