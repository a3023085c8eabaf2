"""JSON as plain data, and the position of each value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from jatsx.model.fieldpath import Path
from jatsx.model.frozenmap import FrozenMap
from jatsx.readers.errors import MAX_DEPTH, SourceError, UnreadableFile, mark_at
from jatsx.readers.positions import LineIndex, Positions, Span


@dataclass(frozen=True, slots=True)
class Number:
    """A number that no field of the model accepts, as typed: ``1.10`` is not ``1.1``."""

    written: str


def read_json(text: str) -> tuple[Any, list[SourceError]]:
    """The data of a JSON text without null values, and the errors in it.

    Raises:
        UnreadableFile: the text is not well-formed, or nested too deeply.
    """
    twice: list[str] = []
    has_null = "null" in text

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        data = dict(pairs)
        if len(data) < len(pairs):
            twice.append("")
            data = dict(reversed(pairs))
        return _without_null(data) if has_null and None in data.values() else data

    try:
        data = json.loads(
            text,
            object_pairs_hook=mapping,
            parse_int=_whole_number,
            parse_float=Number,
            parse_constant=Number,
        )
    except json.JSONDecodeError as error:
        mark = mark_at(text, error.pos)
        raise UnreadableFile("file-syntax", mark, syntax="JSON", detail=error.msg) from None
    except RecursionError:
        raise UnreadableFile("file-depth", limit=str(MAX_DEPTH)) from None
    return data, _JsonScanner(text).duplicates() if twice else []


def _without_null(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None}


def refuse_depth(data: Any) -> None:
    """Checks that data is not nested too deeply.

    Raises:
        UnreadableFile: it is.
    """
    level = [data]
    for _ in range(MAX_DEPTH + 1):
        level = [item for part in level for item in _inside(part)]
        if not level:
            return
    raise UnreadableFile("file-depth", limit=str(MAX_DEPTH))


def _inside(part: Any) -> Iterable[Any]:
    if isinstance(part, dict):
        return part.values()
    return part if isinstance(part, list) else ()


def json_positions(text: str) -> Positions:
    """The position of each value of a well-formed JSON text."""
    scanner = _JsonScanner(text)
    scanner.value((), 0)
    return scanner.positions


def _whole_number(digits: str) -> int | Number:
    return int(digits) if len(digits) < 10 else Number(digits)


_SPACE = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r"[^\s,\]}]+")


class _JsonScanner:
    """Scans a well-formed JSON text and records the position of each key and value."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.positions = Positions()
        self.faults: list[SourceError] = []

    def duplicates(self) -> list[SourceError]:
        """An error for each key that appears more than once in an object."""
        try:
            self.value((), 0)
        except RecursionError:
            raise UnreadableFile("file-depth", limit=str(MAX_DEPTH)) from None
        return self.faults

    def value(self, path: Path, at: int) -> int:
        """Records the value that starts at or after ``at``. Returns the offset of its end."""
        at = self.after_space(at)
        end = self.end_of_value(path, at)
        self.positions.values.setdefault(path, Span(at, end, is_whole=self.text[at] not in "{["))
        return end

    def end_of_value(self, path: Path, at: int) -> int:
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
        seen: dict[str, Span] = {}
        while self.text[at] != "}":
            key, end = scanstring(self.text, at + 1)
            self.key((*path, key), key, Span(at, end), seen)
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

    def key(self, path: Path, key: str, span: Span, seen: dict[str, Span]) -> None:
        self.positions.keys.setdefault(path, span)
        first = seen.setdefault(key, span)
        if first is not span:
            params = FrozenMap({"key": key, "line": str(self.lines.mark(first.start).line)})
            mark = self.lines.mark_of(span)
            self.faults.append(SourceError("key-duplicate", params, mark, path))

    @cached_property
    def lines(self) -> LineIndex:
        return LineIndex(self.text)

    def after_comma(self, at: int) -> int:
        at = self.after_space(at)
        return self.after_space(at + 1) if self.text[at] == "," else at

    def after_space(self, at: int) -> int:
        space = _SPACE.match(self.text, at)
        return space.end() if space else at
