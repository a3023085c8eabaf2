"""Reads JSON as a tree of nodes with lines, like the elements of a deposit."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from jatsx import InputFile, SourceMap, UnreadableSource
from jatsx.model.fieldpath import Path as FieldPath
from jatsx.model.text import ILLEGAL
from jatsx_crossref.reader.tree import ILLEGAL_MARK, SourceNode

MAX_DEPTH: Final = 40
"""The maximum depth of nested values. A record has about ten levels."""

MAX_SIZE: Final = 20_000_000
"""The maximum number of bytes of a file, or of a line of JSON Lines."""

MAX_VALUES: Final = 1_000_000
"""The maximum number of values of a file, or of a line of JSON Lines."""

ITEM: Final = "item"
"""The name of a value of a list in a list."""

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_LINES: Final = (".jsonl", ".ndjson")


def documents(path: InputFile) -> Iterator[tuple[Any, Lines]]:
    """The JSON values of a file, with their lines: one, or one in each line.

    Raises:
        OSError: the file cannot be opened or read.
        UnreadableSource: the file cannot be read further.
    """
    with path.open("rb") as file:
        if path.suffix.lower() in _LINES or _is_lines(file.readline(MAX_SIZE + 1)):
            file.seek(0)
            for number, line in enumerate(iter(lambda: file.readline(MAX_SIZE + 1), b""), 1):
                if line.strip():
                    yield _document(line.rstrip(b"\r\n"), number)
            return
        file.seek(0)
        yield _document(file.read(MAX_SIZE + 1), 1)


class Lines:
    """The lines of the values of a JSON text."""

    def __init__(self, text: str, first: int) -> None:
        self.first = first
        self._map = SourceMap(text, is_json=True) if "\n" in text else None

    def of(self, path: FieldPath) -> int:
        """The line of a value."""
        mark = self._map.of_value(path) if self._map else None
        return self.first - 1 + (mark.line if mark else 1)


def tree(value: Any, name: str, path: FieldPath, lines: Lines) -> SourceNode:
    """A value as a node. The items of a list are nodes with the name of the list.

    Null and empty lists are absent. A character that XML does not allow becomes U+FFFD, and the
    node has an attribute that says so.
    """
    node = SourceNode(name, lines.of(path))
    if isinstance(value, dict):
        for key, inside in value.items():
            node.content += _nodes(inside, key, (*path, key), lines)
    elif isinstance(value, list):
        node.content += _nodes(value, ITEM, path, lines)
    else:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        if ILLEGAL.search(text):
            node.attributes[ILLEGAL_MARK] = repr(text)
            text = ILLEGAL.sub(REPLACEMENT, text)
        node.content.append(text)
    return node


def _nodes(value: Any, name: str, path: FieldPath, lines: Lines) -> Iterator[SourceNode]:
    items = enumerate(value) if isinstance(value, list) else [(None, value)]
    for n, item in items:
        if item is not None:
            name = ILLEGAL.sub(REPLACEMENT, name)
            yield tree(item, name, path if n is None else (*path, n), lines)


def _document(content: bytes, line: int) -> tuple[Any, Lines]:
    if len(content) > MAX_SIZE or content.count(b",") > MAX_VALUES:
        raise UnreadableSource("crossref-file-size", line, limit=str(MAX_SIZE // 1_000_000))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = line + content.count(b"\n", 0, error.start)
        raise UnreadableSource("file-encoding", at, offset=str(error.start)) from None
    if not text.strip():
        raise UnreadableSource("file-empty", line)
    _refuse_depth(text, line)
    try:
        value = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        at = line - 1 + error.lineno
        raise UnreadableSource(
            "file-syntax", at, error.colno, syntax="JSON", detail=error.msg
        ) from None
    return value, Lines(text, line)


def _refuse_depth(text: str, line: int) -> None:
    """Checks that no value is nested too deeply, before recursive functions read the text."""
    depth = 0
    for bracket in re.findall(r"[\[{\]}]", _STRING.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_DEPTH:
            raise UnreadableSource("file-depth", line, limit=str(MAX_DEPTH))


def _is_lines(line: bytes) -> bool:
    """Whether the first line of a file is a whole object, as in JSON Lines."""
    try:
        return isinstance(json.loads(line), dict) and line.endswith(b"\n")
    except (ValueError, RecursionError):
        return False
