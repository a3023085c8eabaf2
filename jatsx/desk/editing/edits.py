"""Edits of a file, and what its data are afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from jatsx.model.fieldpath import Path
from jatsx.model.value_hash import value_at


@dataclass(frozen=True, slots=True)
class SetValue:
    """A value at a path gets another one; None: it is removed, and its field stays empty."""

    path: Path
    value: Any


@dataclass(frozen=True, slots=True)
class AddRow:
    """A list gets one more row at its end."""

    path: Path
    row: Any


@dataclass(frozen=True, slots=True)
class RemoveRow:
    """A row of a list is removed."""

    path: Path
    position: int


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A row of a list is moved to another position."""

    path: Path
    position: int
    to: int


Edit: TypeAlias = SetValue | AddRow | RemoveRow | MoveRow


def edited(data: Any, edit: Edit) -> Any:
    """The data after an edit.

    Raises:
        LookupError: there is no such row.
    """
    if isinstance(edit, SetValue):
        return with_value(data, edit.path, edit.value)
    rows = list(value_at(data, edit.path) or [])
    if isinstance(edit, AddRow):
        rows.append(edit.row)
    elif isinstance(edit, RemoveRow):
        del rows[edit.position]
    else:
        rows.insert(edit.to, rows.pop(edit.position))
    return with_value(data, edit.path, rows or None)


def with_value(data: Any, path: Path, value: Any) -> Any:
    """The data with another value at a path; mappings and lists around it are made.

    Raises:
        LookupError: a list has no such row.
    """
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        rows = list(data) if isinstance(data, list) else []
        if step > len(rows):
            raise LookupError(f"no row {step}")
        rows[step : step + 1] = [with_value(rows[step] if step < len(rows) else None, rest, value)]
        return rows
    fields = dict(data) if isinstance(data, Mapping) else {}
    inner = with_value(fields.get(step), rest, value)
    if inner is None:
        fields.pop(step, None)
    else:
        fields[step] = inner
    return fields


def present(data: Any) -> Any:
    """The data without values that are absent, and without mappings and lists of such values."""
    if isinstance(data, Mapping):
        inner = {key: present(value) for key, value in data.items()}
        return {key: value for key, value in inner.items() if value is not None} or None
    if isinstance(data, list):
        return [present(one) for one in data] or None
    return data


def same_text(one: Any, other: Any) -> bool:
    """Whether two data are the same, except for the line breaks inside their paragraphs."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same_text(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_text, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one == other or paragraphs(one) == paragraphs(other)
    return bool(one == other)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each on one line. They are separated by empty lines."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    return [" ".join(lines) for lines in found if lines]
