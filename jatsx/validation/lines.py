"""The lines of elements after line 65,535, where libxml2 stops counting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final
from xml.parsers import expat

from jatsx.validation.schema import SchemaError

LAST: Final = 65_535


def with_real_lines(schema_errors: Iterable[SchemaError], document: bytes) -> Iterator[SchemaError]:
    """The errors with correct lines, also after the last line that libxml2 counts."""
    lines: dict[tuple[int, ...], int] | None = None
    for schema_error in schema_errors:
        if schema_error.line == LAST:
            lines = _lines(document) if lines is None else lines
            path = tuple(step for step in schema_error.path if isinstance(step, int))
            schema_error = replace(schema_error, line=lines.get(path, LAST))
        yield schema_error


def _lines(document: bytes) -> dict[tuple[int, ...], int]:
    """The lines of the elements that start at or after libxml2's last line, by path."""
    lines: dict[tuple[int, ...], int] = {}
    path: list[int] = []
    counts = [0]
    parser = expat.ParserCreate()

    def begin(_: str, __: object) -> None:
        path.append(counts[-1])
        counts[-1] += 1
        counts.append(0)
        if parser.CurrentLineNumber >= LAST:
            lines[tuple(path[1:])] = parser.CurrentLineNumber

    def end(_: str) -> None:
        path.pop()
        counts.pop()

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    try:
        parser.Parse(document, True)
    except expat.ExpatError:
        return {}
    return lines
