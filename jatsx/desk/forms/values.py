"""Values as they stand in a form, and as they are written to files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, get_origin

from jatsx.desk.editing.edits import paragraphs
from jatsx.model import Part
from jatsx.model.fieldpath import Path
from jatsx.model.fields import inner_type, type_at
from jatsx.model.text import Prose, Text


class ControlKind(StrEnum):
    """The kind of a control."""

    LINE = "line"
    """A line: an identifier, a name, a date."""
    AREA = "area"
    """Text that may be long, without paragraphs: a title."""
    PROSE = "prose"
    """Paragraphs, separated by empty lines."""
    LINES = "lines"
    """A list of texts, one on each line."""
    FLAG = "flag"
    """Yes or no."""


KINDS: Final = {
    str: ControlKind.LINE,
    int: ControlKind.LINE,
    bool: ControlKind.FLAG,
    Text: ControlKind.AREA,
    Prose: ControlKind.PROSE,
}
"""The kinds of controls by the types of the model."""

YES: Final = "true"
_BREAKS: Final = re.compile(r"[\r\n\t\v\f\x85\u2028\u2029]+")
_FLAGS: Final = ("true", "yes")


def kind_at(root: type[Part], path: Path) -> ControlKind | None:
    """The kind of the control for the value at a path; None if it has no control of its own."""
    return kind_of(type_at(root, path))


def kind_of(held: Any) -> ControlKind | None:
    """The kind of the control for values of a type of the model."""
    if get_origin(held) is tuple:
        inner = kind_of(inner_type(held))
        return ControlKind.LINES if inner in (ControlKind.LINE, ControlKind.AREA) else None
    kinds = {
        str: ControlKind.LINE,
        int: ControlKind.LINE,
        bool: ControlKind.FLAG,
        Text: ControlKind.AREA,
        Prose: ControlKind.PROSE,
    }
    return kinds.get(held) if isinstance(held, type) else None


def shown(kind: ControlKind, value: Any) -> str:
    """A value of a file as it stands in its control."""
    if value is None:
        return ""
    if kind is ControlKind.LINES:
        rows = value if isinstance(value, list) else [value]
        return "\n".join(_one_line(str(row)) for row in rows if row is not None)
    if kind is ControlKind.FLAG:
        return YES if str(value).lower() in _FLAGS else ""
    if isinstance(value, Mapping | list):
        return ""
    return "\n\n".join(paragraphs(str(value))) if kind is ControlKind.PROSE else str(value)


def typed(kind: ControlKind, text: str) -> Any:
    """What is written to a file for the text of a control; None if it is empty."""
    if kind is ControlKind.FLAG:
        return YES if text else None
    if kind is ControlKind.PROSE:
        return "\n\n".join(paragraphs(text)) or None
    if kind is ControlKind.LINES:
        return _rows(text) or None
    return _one_line(text).strip(" ") or None


def _rows(text: str) -> list[str]:
    """The texts of a list. A single line may hold several, separated by semicolons."""
    lines = [line.strip() for line in re.split(r"\r?\n", text)]
    rows = [line for line in lines if line]
    if len(rows) == 1 and "&" not in rows[0]:
        rows = [one.strip() for one in rows[0].split(";")]
    return [_one_line(one) for one in rows if one]


def _one_line(text: str) -> str:
    return _BREAKS.sub(" ", text)
