"""The ways to change one value in a YAML or JSON text, so that the rest stays as it is.

They are tried in order: the first one after which the text is read as expected is taken.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jatsx.model.fieldpath import Path
from jatsx.readers.positions import Positions, Span

NEIGHBOURS: Final = {
    "doi": ("text", "label", "url"),
    "last": ("first",),
    "last_page": ("first_page",),
}
"""The fields after which a new field is written, if one of them is there."""

QUOTES: Final = ("'", '"')
EMPTY: Final = ("", "~", "null")
"""How an absent value can be written."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text with the positions of its values."""

    text: str
    positions: Positions
    is_json: bool

    def written(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]

    def replaced(self, span: Span, new: str) -> str:
        """The text with other characters instead of those of a span."""
        return self.text[: span.start] + new + self.text[span.end :]


def has_anchor(given: WrittenText, path: Path) -> bool:
    """Whether a value is an alias, or has an anchor or a tag before it."""
    span = given.positions.values.get(path)
    return span is not None and given.written(span)[:1] in ("&", "*", "!")


def changed_value(given: WrittenText, path: Path, old: str, new: str) -> Iterator[str]:
    """The texts in which a value is changed from ``old`` to ``new``."""
    span = given.positions.values.get(path)
    if span is None or not span.is_whole:
        return
    written = given.written(span)
    if written.endswith("\n"):  # a block: its value ends with a line break, which stays
        return
    quote = written[:1] if written[:1] in QUOTES else ""
    for value in _without_end(written, quote, old, new):
        yield given.replaced(span, value)
    for value in _scalars(new, quote, is_json=given.is_json):
        yield given.replaced(span, value)


def changed_excerpts(given: WrittenText, path: Path, excerpts: dict[str, str]) -> Iterator[str]:
    """The texts in which excerpts of a value are changed, however it is written."""
    span = given.positions.values.get(path)
    if span is not None and span.is_whole:
        written = given.written(span)
        for old, new in excerpts.items():
            written = written.replace(old, new)
        yield given.replaced(span, written)


def new_field(given: WrittenText, path: Path, value: str) -> Iterator[str]:
    """The texts in which a list of fields has one more field."""
    parent, name = path[:-1], str(path[-1])
    span = given.positions.values.get(path)
    if path in given.positions.keys:
        if span is not None and given.written(span) in EMPTY:
            yield from _filled(given, span, value)
        return
    neighbour = _neighbour(given, parent, name)
    around = given.positions.values.get(parent)
    if neighbour is None or around is None:
        return
    scalars = _scalars(value, _quote_of(given, neighbour), is_json=given.is_json)
    key = json.dumps(name) if given.is_json else name
    for scalar in scalars:
        if given.text[around.start] == "{":
            yield _in_braces(given, neighbour, f"{key}: {scalar}")
        else:
            yield from _on_own_line(given, neighbour, f"{key}: {scalar}")


def _without_end(written: str, quote: str, old: str, new: str) -> Iterator[str]:
    """The written value without the end that the new value doesn't have."""
    end = old[len(new) :]
    body = written[len(quote) : len(written) - len(quote)]
    if old.startswith(new) and end and body.endswith(end):
        yield f"{quote}{body[: -len(end)]}{quote}"


def _scalars(value: str, quote: str, *, is_json: bool) -> Iterator[str]:
    """The ways to write a value, that with the same quotation marks first."""
    if not is_json and quote == "'":
        yield "'" + value.replace("'", "''") + "'"
    elif not is_json and not quote:
        yield value
    yield json.dumps(value, ensure_ascii=False)


def _filled(given: WrittenText, span: Span, value: str) -> Iterator[str]:
    """The texts in which a field without a value gets one."""
    needs_space = span.start > 0 and given.text[span.start - 1] == ":"
    for scalar in _scalars(value, "", is_json=given.is_json):
        yield given.replaced(span, f" {scalar}" if needs_space else scalar)


def _neighbour(given: WrittenText, parent: Path, name: str) -> Path | None:
    """The field after which a new field is written: a known neighbour, else the last one."""
    siblings = [path for path in given.positions.keys if path[:-1] == parent]
    named = {path[-1]: path for path in siblings}
    known = [named[one] for one in NEIGHBOURS.get(name, ()) if one in named]
    return next(iter(known or siblings[-1:]), None)


def _quote_of(given: WrittenText, path: Path) -> str:
    span = given.positions.values.get(path)
    first = given.written(span)[:1] if span else ""
    return first if first in QUOTES else ""


def _in_braces(given: WrittenText, neighbour: Path, field: str) -> str:
    """The text with a field after its neighbour in braces; on a line of its own in JSON, if the
    neighbour is."""
    end = _end_of(given, neighbour)
    before = given.text[: given.positions.keys[neighbour].start].rpartition("\n")
    is_alone = given.is_json and before[1] and not before[2].strip()
    separator = f",{_newline(before[0])}{before[2]}" if is_alone else ", "
    return given.text[:end] + separator + field + given.text[end:]


def _on_own_line(given: WrittenText, neighbour: Path, field: str) -> Iterator[str]:
    """The texts with a field on the line after its neighbour, or on the line before it."""
    text, start = given.text, given.positions.keys[neighbour].start
    indent = " " * (start - text.rfind("\n", 0, start) - 1)
    line_end = text.find("\n", _end_of(given, neighbour))
    newline = _newline(text[:line_end] if line_end >= 0 else text.partition("\n")[0])
    line_end = len(text) if line_end < 0 else line_end - (newline == "\r\n")
    yield f"{text[:line_end]}{newline}{indent}{field}{text[line_end:]}"
    yield f"{text[:start]}{field}{newline}{indent}{text[start:]}"


def _end_of(given: WrittenText, path: Path) -> int:
    """The offset after the last character of a value, without what follows it.

    The end of a list without brackets is not known exactly, but that of its last value is.
    """
    spans = (
        span
        for inner, span in given.positions.values.items()
        if inner[: len(path)] == path and (span.is_whole or given.text[span.start] in "[{")
    )
    end = max((span.end for span in spans), default=0)
    return len(given.text[:end].rstrip())


def _newline(before: str) -> str:
    """The line break after a text that ends before its line feed."""
    return "\r\n" if before.endswith("\r") else "\n"
