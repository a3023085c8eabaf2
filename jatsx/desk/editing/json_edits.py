"""The ways to make an edit in a JSON text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from jatsx.desk.editing.edits import Edit, SetValue
from jatsx.readers.json_text import Number, json_positions

_INDENT: Final = re.compile(r"\A\s*[{\[]\r?\n([ \t]+)")


def edited_json(text: str, expected: Any, edit: Edit) -> Iterator[str]:
    """The texts after an edit: with one value replaced, or written anew in the same layout.

    Args:
        text: the text before; empty for a new file.
        expected: the data after the edit.
        edit: the edit.
    """
    span = json_positions(text).values.get(edit.path) if text.strip() else None
    if isinstance(edit, SetValue) and span is not None and isinstance(edit.value, str):
        value = json.dumps(edit.value, ensure_ascii=False)
        yield text[: span.start] + value + text[span.end :]
    newline = "\r\n" if "\r\n" in text else "\n"
    written = _written(expected, _indent(text)).replace("\n", newline)
    is_ended = not text.strip() or text.endswith("\n")
    yield written + newline * is_ended


def _indent(text: str) -> int | str | None:
    """How each level is indented; None if the text is in one line."""
    found = _INDENT.match(text)
    if found:
        return found[1]
    return None if text.strip() else 2


def _written(data: Any, indent: int | str | None) -> str:
    """The data as JSON. A number stays as it was written."""
    numbers: list[str] = []

    def plain(value: Any) -> Any:
        if isinstance(value, Mapping):
            return {key: plain(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [plain(inner) for inner in value]
        if isinstance(value, Number):
            numbers.append(value.written)
            return f"\x00{len(numbers) - 1}\x00"
        return value

    text = json.dumps(plain(data), ensure_ascii=False, indent=indent)
    return re.sub(r'"\\u0000(\d+)\\u0000"', lambda found: numbers[int(found[1])], text)
