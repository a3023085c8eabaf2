"""JSON as plain data, and where each value stands."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from jatsx.fieldpath import Path
from jatsx.frozenmap import FrozenMap
from jatsx.sources.faults import MAX_DEPTH, SourceFault, Unreadable, mark_at
from jatsx.sources.positions import Positions


def read_json(text: str) -> tuple[Any, list[SourceFault]]:
    """The data of a JSON text, without the values that are null, and its faults.

    Raises:
        Unreadable: the text isn't well-formed, or too deep.
    """
    twice: list[str] = []

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len({key for key, _ in pairs}) < len(pairs):
            twice.append("")
        return {key: value for key, value in reversed(pairs) if value is not None}

    try:
        data = json.loads(text, object_pairs_hook=mapping)
    except json.JSONDecodeError as error:
        mark = mark_at(text, error.pos)
        raise Unreadable("file-syntax", mark, syntax="JSON", detail=error.msg) from None
    except RecursionError:
        raise Unreadable("file-depth", limit=str(MAX_DEPTH)) from None
    return data, _Scanner(text).duplicates() if twice else []


def json_positions(text: str) -> Positions:
    """Where each value of a well-formed JSON text stands."""
    scanner = _Scanner(text)
    scanner.value((), 0)
    return scanner.positions


_SPACE = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r"[^\s,\]}]+")


class _Scanner:
    """Goes through a text that is known to be JSON and notes where everything begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.positions = Positions()
        self.faults: list[SourceFault] = []

    def duplicates(self) -> list[SourceFault]:
        """A fault for each key that is given twice in its mapping."""
        self.value((), 0)
        return self.faults

    def value(self, path: Path, at: int) -> int:
        """Notes the value that begins at or after ``at``; returns where it ends."""
        at = self.after_space(at)
        self.positions.values.setdefault(path, mark_at(self.text, at))
        first = self.text[at]
        if first == "{":
            return self.mapping(path, at + 1)
        if first == "[":
            return self.sequence(path, at + 1)
        if first == '"':
            return int(scanstring(self.text, at + 1)[1])
        scalar = _SCALAR.match(self.text, at)
        return scalar.end() if scalar else at + 1

    def mapping(self, path: Path, at: int) -> int:
        at = self.after_space(at)
        while self.text[at] != "}":
            key, end = scanstring(self.text, at + 1)
            self.key((*path, key), key, at)
            colon = self.after_space(end)
            at = self.after_comma(self.value((*path, key), colon + 1))
        return at + 1

    def sequence(self, path: Path, at: int) -> int:
        at = self.after_space(at)
        position = 0
        while self.text[at] != "]":
            at = self.after_comma(self.value((*path, position), at))
            position += 1
        return at + 1

    def key(self, path: Path, key: str, at: int) -> None:
        mark = mark_at(self.text, at)
        first = self.positions.keys.setdefault(path, mark)
        if first is not mark:
            params = FrozenMap({"key": key, "line": str(first.line)})
            self.faults.append(SourceFault("key-duplicate", params, mark))

    def after_comma(self, at: int) -> int:
        at = self.after_space(at)
        return self.after_space(at + 1) if self.text[at] == "," else at

    def after_space(self, at: int) -> int:
        space = _SPACE.match(self.text, at)
        return space.end() if space else at
