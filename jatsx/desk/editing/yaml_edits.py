"""The ways to make an edit in a YAML text, so that the rest stays as it is.

They are tried in order: the first one after which the text is read as expected is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from jatsx.desk.editing.edits import AddRow, Edit, MoveRow, RemoveRow, SetValue, edited
from jatsx.desk.editing.field_order import position_in_model
from jatsx.desk.editing.yaml_places import YamlPlaces
from jatsx.issue_folder.layout import WIDTH, field_lines, item_lines
from jatsx.issue_folder.scalars import on_one_line
from jatsx.issue_folder.yaml_tree import data_tree
from jatsx.model import Part
from jatsx.model.fieldpath import Path
from jatsx.model.value_hash import value_at

NARROWEST: Final = 40
"""The smallest width of a text, however deep it is."""


def edited_texts(places: YamlPlaces, data: Any, edit: Edit, root: type[Part]) -> Iterator[str]:
    """The texts after an edit of the data of a text, which describes a part of the model."""
    if not isinstance(edit, SetValue):
        yield from _edited_rows(places, data, edit)
    path = edit.path
    while path:
        value = value_at(edited(data, edit), path)
        yield from _with_value(places, data, path, value, root)
        path = path[:-1]


def _with_value(
    places: YamlPlaces, data: Any, path: Path, value: Any, root: type[Part]
) -> Iterator[str]:
    """The texts in which a value is written, or written anew."""
    key = places.positions.keys.get(path)
    if value is None:
        yield from _without(places, path)
    elif key is not None and not places.is_flow(path[:-1]):
        yield from _at_key(places, path, value)
    elif isinstance(path[-1], int):
        yield from _as_row(places, data, path, value)
    elif isinstance(value_at(data, path[:-1]) if path[:-1] else data, dict):
        yield from _new_field(places, path, value, root)


def _at_key(places: YamlPlaces, path: Path, value: Any) -> Iterator[str]:
    """The texts with another value after a key."""
    key, text = places.positions.keys[path], places.text
    colon, end = text.find(":", key.end) + 1, places.end(path)
    written = places.written(path)
    if isinstance(value, str) and "\n" not in value and written[:1] in ("'", '"'):
        for scalar in _scalars(value, written[0]):
            yield text[:colon] + " " + scalar + text[end:]
    if places.has_comment(colon, end):
        is_scalar = isinstance(value_of(places, path), str)
        if not is_scalar:
            return
    column = places.column(key.start)
    lines = field_lines(str(path[-1]), data_tree(value), max(NARROWEST, WIDTH - column))
    head = lines[0][len(on_one_line(str(path[-1]))) + 1 :]
    new = _joined([head, *lines[1:]], column, _newline(text))
    line_end = places.line_end(end)
    after = text[end:line_end]
    if after.strip().startswith("#"):  # behind text, it would look like a part of the text
        start = text.rfind("\n", 0, key.start) + 1
        if not text[start : key.start].strip():
            comment = text[start : key.start] + after.strip() + _newline(text)
            yield text[:start] + comment + text[start:colon] + new + text[line_end:]
    yield text[:colon] + new + text[end:]


def value_of(places: YamlPlaces, path: Path) -> str | None:
    """The value at a path as it is written, if it is a text."""
    span = places.positions.values.get(path)
    return places.written(path) if span and span.is_whole else None


def _scalars(value: str, quote: str) -> Iterator[str]:
    """The value with the quotation marks that it had."""
    if quote == "'":
        yield "'" + value.replace("'", "''") + "'"
    else:
        yield '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _without(places: YamlPlaces, path: Path) -> Iterator[str]:
    """The texts in which a field has no value."""
    key = places.positions.keys.get(path)
    if key is None or places.is_flow(path[:-1]):
        return
    colon, end = places.text.find(":", key.end) + 1, places.end(path)
    if not places.has_comment(colon, end):
        yield places.text[:colon] + places.text[end:]


def _new_field(places: YamlPlaces, path: Path, value: Any, root: type[Part]) -> Iterator[str]:
    """The texts in which a mapping has one more field, in the order of the model."""
    text, parent = places.text, path[:-1]
    siblings = places.names(parent)
    if places.is_flow(parent) or not siblings:
        return
    place = position_in_model(root, path)
    before = [one for one in siblings if position_in_model(root, one) <= place]
    column = places.column(places.positions.keys[siblings[0]].start)
    width = max(NARROWEST, WIDTH - column)
    lines = field_lines(str(path[-1]), data_tree(value), width)
    newline = _newline(text)
    new = _joined(lines, column, newline)
    if before:
        end = places.line_end(places.end(before[-1]))
        gap = newline * (2 if _is_apart(siblings, lines) else 1)
        rest = text[end:]
        apart = newline if gap != newline and rest.strip() and not _starts_empty(rest) else ""
        yield text[:end] + gap + " " * column + new + apart + rest
    start = places.positions.keys[siblings[0]].start
    yield text[:start] + new + newline + " " * column + text[start:]


def _is_apart(siblings: Sequence[Path], lines: list[str]) -> bool:
    """Whether an empty line goes before a new field of the file."""
    return len(siblings[0]) == 1 and len(lines) > 1


def _starts_empty(text: str) -> bool:
    return text.replace("\r", "").startswith("\n\n")


def _as_row(places: YamlPlaces, data: Any, path: Path, value: Any) -> Iterator[str]:
    """The texts in which a row of a list is written anew."""
    parent, position = path[:-1], int(path[-1])
    rows = value_at(data, parent)
    if not isinstance(rows, list) or places.is_flow(parent):
        return
    if position == len(rows):
        yield from _added(places, rows, parent, value)
        return
    dash = places.dash(path)
    if dash is None:
        return
    end = places.end(path)
    if places.has_comment(dash, end):
        return
    column = places.column(dash)
    lines = item_lines(data_tree(value), max(NARROWEST, WIDTH - column))
    yield places.text[:dash] + _joined(lines, column, _newline(places.text)) + places.text[end:]


def _edited_rows(
    places: YamlPlaces, data: Any, edit: AddRow | RemoveRow | MoveRow
) -> Iterator[str]:
    rows = value_at(data, edit.path)
    if not isinstance(rows, list) or not rows or places.is_flow(edit.path):
        return
    if isinstance(edit, AddRow):
        yield from _added(places, rows, edit.path, edit.row)
        return
    chunks = _chunks(places, edit.path, len(rows))
    if chunks is None:
        return
    start, end = chunks[0][0], chunks[-1][1]
    newline = _newline(places.text)
    pieces = [places.text[a:b].removesuffix("\n").removesuffix("\r") + newline for a, b in chunks]
    if isinstance(edit, RemoveRow):
        del pieces[edit.position]
    else:
        pieces.insert(edit.to, pieces.pop(edit.position))
    yield places.text[:start] + "".join(pieces) + places.text[end:]


def _added(places: YamlPlaces, rows: list[Any], path: Path, row: Any) -> Iterator[str]:
    """The text with one more row after the last one."""
    last = (*path, len(rows) - 1)
    dash = places.dash(last)
    if dash is None:
        return
    column = places.column(dash)
    lines = item_lines(data_tree(row), max(NARROWEST, WIDTH - column))
    newline, end = _newline(places.text), places.line_end(places.end(last))
    new = newline + " " * column + _joined(lines, column, newline)
    yield places.text[:end] + new + places.text[end:]


def _chunks(places: YamlPlaces, path: Path, number: int) -> list[tuple[int, int]] | None:
    """The lines of each row, with the comments above it; None if rows share lines."""
    starts = [places.row_start((*path, n)) for n in range(number)]
    last = places.line_end(places.end((*path, number - 1)))
    end = last if last >= len(places.text) else places.text.find("\n", last) + 1
    known = [one for one in starts if one is not None]
    if len(known) != number or sorted(set(known)) != known:
        return None
    return list(pairwise([*known, end]))


def _joined(lines: Sequence[str], column: int, newline: str) -> str:
    """The lines, all but the first one with an indent."""
    indent = " " * column
    return newline.join([lines[0], *(indent + line if line else "" for line in lines[1:])])


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
