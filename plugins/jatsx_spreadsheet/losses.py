"""What a workbook does not hold of an article: every value that is not read back as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from jatsx import N_, Extent, Loss
from jatsx.model import Article
from jatsx.model.fieldpath import Path, format_path
from jatsx_spreadsheet.cells import SPACES
from jatsx_spreadsheet.column_paths import column_at, has_columns
from jatsx_spreadsheet.columns import Column, ColumnSlot, Form, Sheet
from jatsx_spreadsheet.layout import LONGEST, FilledSheet, as_text, cell_text, read_back, row_of
from jatsx_spreadsheet.sheets import ARTICLES, ISSUE, JOURNAL, OF_ARTICLE, SECTIONS
from jatsx_spreadsheet.tables import nested

LOSSES: Final = {
    "xlsx-field-unplaced": N_("The workbook has no column for this field."),
    "xlsx-text-length": N_(
        "A cell can contain at most {most} characters. The text is longer, and is left out as a"
        " whole."
    ),
    "xlsx-text-sections": N_(
        "A cell has no titled sections. The titles are written as paragraphs."
    ),
    "xlsx-item-separator": N_(
        "The items of a list are in one cell, separated by semicolons, and this item contains a"
        " semicolon or a line end, or is empty."
    ),
    "xlsx-value-spaces": N_(
        "Spaces and line ends at the beginning and the end of a cell are not read back, and line"
        " ends may change."
    ),
    "xlsx-language-order": N_(
        "The languages of a field are in the order of the columns, which is another one."
    ),
    "xlsx-header-form": N_(
        "The header of a column cannot contain this language tag or key in a form that is read"
        " back."
    ),
    "xlsx-item-empty": N_("A row without a value is not read back."),
}
"""The English sentence for each code of a loss."""


def losses_of_article(article: Article, sheets: Sequence[FilledSheet]) -> list[Loss]:
    """The losses of an article in these sheets."""
    data = as_text(article.model_dump(exclude_defaults=True))
    slots = {one.sheet: one.slots for one in sheets}
    return list(_losses(data, read_again(data, slots), ()))


def read_again(
    data: Mapping[str, Any], slots: Mapping[Sheet, Sequence[ColumnSlot]]
) -> dict[str, Any]:
    """The data of an article as it is read back from its rows, given the columns of the sheets."""
    again = _of_row(data, ARTICLES, slots)
    for name, sheet in OF_ARTICLE.items():
        again[name] = [_of_row(one, sheet, slots) for one in data.get(name, ())]
    issue = data.get("issue", {})
    again["issue"] = _of_row(issue, ISSUE, slots)
    again["issue"]["journal"] = _of_row(issue.get("journal", {}), JOURNAL, slots)
    sections = issue.get("sections", ())
    again["issue"]["sections"] = [_of_row(one, SECTIONS, slots) for one in sections]
    return again


def _of_row(
    part: Mapping[str, Any], sheet: Sheet, slots: Mapping[Sheet, Sequence[ColumnSlot]]
) -> dict[str, Any]:
    row = row_of(part, sheet)
    cells = (read_back(slot, row[slot], sheet) for slot in slots[sheet] if slot in row)
    return nested(dict(one for one in cells if one is not None))


def _losses(own: Any, again: Any, path: Path) -> Iterator[Loss]:
    """The losses of the values that differ."""
    if own == again and not isinstance(own, Mapping):
        return
    column = column_at(path)
    if isinstance(own, str):
        if own:
            yield _loss_of_text(own, column, path)
    elif isinstance(own, Mapping):
        yield from _losses_of_mapping(own, again if isinstance(again, Mapping) else {}, path)
    elif column is None:
        yield from _losses_of_parts(own, again, path)
    elif any(own):
        yield _loss_of_list(own, column, path)


def _losses_of_mapping(
    own: Mapping[str, Any], again: Mapping[str, Any], path: Path
) -> Iterator[Loss]:
    for key, value in own.items():
        if has_columns((*path, key)):
            yield from _losses(value, again.get(key), (*path, key))
        elif value:
            yield Loss(format_path((*path, key)), "xlsx-field-unplaced")
    is_keyed = any(column_at((*path, key), is_whole=False) for key in own)
    if is_keyed and [key for key in own if key in again] != [*again]:
        yield Loss(format_path(path), "xlsx-language-order", extent=Extent.FORM)


def _losses_of_parts(own: Sequence[Any], again: Any, path: Path) -> Iterator[Loss]:
    """The losses of the items of a list that have columns or rows of their own."""
    is_complete = isinstance(again, list) and len(again) == len(own)
    for n, item in enumerate(own):
        if is_complete:
            yield from _losses(item, again[n], (*path, n))
        elif item:
            code, extent = "xlsx-field-unplaced", Extent.WHOLE
            if isinstance(item, Mapping):
                code, extent = "xlsx-item-empty", Extent.FORM
            yield Loss(format_path((*path, n)), code, extent=extent)


def _loss_of_list(own: Sequence[Any], column: Column, path: Path) -> Loss:
    """The loss of a list in one cell: items, or sections of a text."""
    if len(cell_text(own, column)) > LONGEST:
        return Loss(format_path(path), "xlsx-text-length", {"most": str(LONGEST)})
    code = "xlsx-text-sections" if column.form is Form.PROSE else "xlsx-item-separator"
    return Loss(format_path(path), code, extent=Extent.FORM)


def _loss_of_text(value: str, column: Column | None, path: Path) -> Loss:
    name = format_path(path)
    if column is None:
        return Loss(name, "xlsx-field-unplaced")
    if len(value) > LONGEST:
        return Loss(name, "xlsx-text-length", {"most": str(LONGEST)})
    if value != value.strip(SPACES) or "\r" in value:
        return Loss(name, "xlsx-value-spaces", extent=Extent.FORM)
    return Loss(name, "xlsx-header-form", extent=Extent.FORM)
