"""A tree as the lines of a YAML file, with comments at its fields.

A comment stands above the line of its field. A field that is missing is noted out in its place:
without the ``# `` it is there to be filled in. Every function gives lines without their
indentation, and takes the width that is left for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from jatsx.issue_folder.comments import Comment, Comments, comments
from jatsx.issue_folder.scalars import folded, literal, on_one_line
from jatsx.issue_folder.yaml_tree import Fields, Items, PlainScalar, RunningText, Token, Tree

WIDTH: Final = 100
"""How long a line is at most, where what it holds can be broken."""
_INDENT: Final = 2
_LONGEST_KEY: Final = 1000
"""YAML looks for the colon after a key no further than 1,024 characters. Source: 1.2.2, 7.4.2."""


@dataclass(frozen=True, slots=True)
class LayoutValue:
    """A value: comments above it, what stands on the line of its key or dash, what is below."""

    above: tuple[str, ...]
    head: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayoutEntry:
    """A field: comments above it, and its lines; none where it is missing."""

    above: tuple[str, ...]
    lines: tuple[str, ...] = ()


def file_text(fields: Fields, head: Iterable[Comment], notes: Comments) -> str:
    """The file that describes one thing: what it is, what was found of it, its fields."""
    blocks = [[*comments(head, WIDTH), *comments(notes.own, WIDTH)]]
    blocks += [[*entry.above, *entry.lines] for entry in _entries(fields, notes, WIDTH)]
    lines = blocks[0] + ["", *blocks[1]]
    for former, block in pairwise(blocks[1:]):
        are_short = len(former) == len(block) == 1
        lines += block if are_short else ["", *block]
    return "\n".join(lines) + "\n"


def _entries(fields: Fields, notes: Comments, width: int) -> list[LayoutEntry]:
    """The fields that are given, and those that are missing and have notes, in order."""
    missing = [step for step in notes.below if step not in fields.items]
    entries = []
    for name, value in fields.items.items():
        if value is not None:
            entries.append(_given(name, value, notes.at(name), width))
        elif notes.at(name):
            entries.append(_missing(name, notes.at(name), width))
    return entries + [_missing(step, notes.at(step), width) for step in missing]


def _given(name: str, value: Tree, notes: Comments, width: int) -> LayoutEntry:
    key = on_one_line(name)
    is_long = len(key) > _LONGEST_KEY
    start = ":" if is_long else f"{key}:"
    shown = _value(value, notes, width - len(start) - 1, width - _INDENT)
    lines = (f"{start} {shown.head}".rstrip(" "), *_indented(shown.below))
    return LayoutEntry(shown.above, (f"? {key}", *lines) if is_long else lines)


def _missing(step: str | int, notes: Comments, width: int) -> LayoutEntry:
    noted_out = (f"# {line}" for line in _outline(step, notes))
    return LayoutEntry((*comments(notes.all, width), *noted_out))


def _outline(step: str | int, notes: Comments) -> list[str]:
    """The names of the fields that notes are of, as they would stand in the file."""
    below = [
        line for inner, its_notes in notes.below.items() for line in _outline(inner, its_notes)
    ]
    if isinstance(step, int):
        return list(_hung(below or [""]))
    return [f"{on_one_line(step)}:", *_indented(below)]


def _value(value: Tree, notes: Comments, room: int, width: int) -> LayoutValue:
    """A value with ``room`` on the line of its key or dash, and ``width`` below it."""
    above = tuple(comments((*notes.own, *_strays(value, notes)), width))
    match value:
        case Token():
            return LayoutValue(above, value.text)
        case RunningText():
            paragraphs = literal(value.text, width)
            return _block(above, "|", paragraphs) or LayoutValue(above, on_one_line(value.text))
        case PlainScalar():
            line = on_one_line(value.text)
            lines = folded(value.text, width) if len(line) > room else None
            return _block(above, ">-", lines) or LayoutValue(above, line)
    flow = _flow(value, notes, room)
    if flow is not None:
        return LayoutValue(above, flow)
    return LayoutValue(above, "", tuple(_below(value, notes, width)))


def _block(above: tuple[str, ...], sign: str, lines: list[str] | None) -> LayoutValue | None:
    return LayoutValue(above, sign, tuple(lines)) if lines else None


def _strays(value: Tree, notes: Comments) -> Iterator[Comment]:
    """The notes of what has no line of its own inside the value."""
    if _is_bare(value):
        yield from (note for inner in notes.below.values() for note in inner.all)
    elif isinstance(value, Items):
        absent = (step for step in notes.below if step not in range(len(value.items)))
        yield from (note for step in absent for note in notes.at(step).all)


def _is_bare(value: Tree) -> bool:
    """Whether nothing stands inside the value: it is a string, or empty."""
    if isinstance(value, Fields):
        return all(item is None for item in value.items.values())
    return not (isinstance(value, Items) and value.items)


def _below(value: Fields | Items, notes: Comments, width: int) -> Iterator[str]:
    if isinstance(value, Fields):
        for entry in _entries(value, notes, width):
            yield from (*entry.above, *entry.lines)
    else:
        for position, item in enumerate(value.items):
            yield from _item(item, notes.at(position), width)


def _item(item: Tree, notes: Comments, width: int) -> Iterator[str]:
    """An item of a list. What is noted of its first field stands above its dash."""
    room = width - _INDENT
    if isinstance(item, Fields) and _flow(item, notes, room) is None:
        entries = _entries(item, notes, room)
        first = next(entry for entry in entries if entry.lines)
        others = (entry for entry in entries if entry is not first)
        yield from (*comments(notes.own, width), *first.above)
        yield from _hung([*first.lines, *(line for o in others for line in (*o.above, *o.lines))])
    else:
        value = _value(item, notes, room, room)
        yield from (*value.above, f"- {value.head}".rstrip(" "), *_indented(value.below))


def _flow(value: Fields | Items, notes: Comments, room: int) -> str | None:
    """The value between brackets, where it is empty or short and nothing in it has notes."""
    if _is_bare(value):
        return "{}" if isinstance(value, Fields) else "[]"
    if notes.below:
        return None
    flow = _mapping_in_flow(value) if isinstance(value, Fields) else _list_in_flow(value)
    return flow if flow is not None and len(flow) <= room else None


def _mapping_in_flow(fields: Fields) -> str | None:
    values = {name: _in_flow(value) for name, value in fields.items.items() if value is not None}
    if not fields.inline or None in values.values():
        return None
    return "{" + ", ".join(f"{name}: {value}" for name, value in values.items()) + "}"


def _list_in_flow(items: Items) -> str | None:
    values = [_in_flow(item) for item in items.items]
    shown = [value for value in values if value is not None]
    return f"[{', '.join(shown)}]" if len(shown) == len(values) else None


def _in_flow(value: Tree) -> str | None:
    return on_one_line(value.text, in_flow=True) if isinstance(value, PlainScalar) else None


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)


def _hung(lines: Iterable[str]) -> Iterator[str]:
    """The lines below a dash, which stands on the first."""
    for number, line in enumerate(lines):
        yield f"{'  ' if number else '- '}{line}".rstrip(" ")
