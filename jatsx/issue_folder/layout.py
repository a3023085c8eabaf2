"""Formats a tree as the lines of a YAML file, with comments above the fields.

A missing field that has comments is commented out in its place, so that people can uncomment it
and fill it in. The functions return lines without indentation; ``width`` is the remaining width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from jatsx.issue_folder.comments import Comment, Comments, comment_lines
from jatsx.issue_folder.scalars import folded, literal, on_one_line
from jatsx.issue_folder.yaml_tree import Fields, Items, PlainScalar, RunningText, Token, Tree

WIDTH: Final = 100
"""The longest line, if its content can be broken into lines."""
_INDENT: Final = 2
_LONGEST_KEY: Final = 1000
"""A key on one line may have at most 1,024 characters. Source: YAML 1.2.2, 7.4.2."""


@dataclass(frozen=True, slots=True)
class LayoutValue:
    """A value: the comments above it, the text on the line of its key or dash, the lines below."""

    above: tuple[str, ...]
    head: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayoutEntry:
    """A field: the comments above it, and its lines; no lines if it is missing."""

    above: tuple[str, ...]
    lines: tuple[str, ...] = ()


def file_text(fields: Fields, head: Iterable[Comment], comments: Comments) -> str:
    """The text of a file: the head comments, then the fields with their comments."""
    blocks = [[*comment_lines(head, WIDTH), *comment_lines(comments.own, WIDTH)]]
    blocks += [[*entry.above, *entry.lines] for entry in _entries(fields, comments, WIDTH)]
    lines = blocks[0] + ["", *blocks[1]]
    for former, block in pairwise(blocks[1:]):
        are_short = len(former) == len(block) == 1
        lines += block if are_short else ["", *block]
    return "\n".join(lines) + "\n"


def field_lines(name: str, value: Tree, width: int = WIDTH) -> list[str]:
    """The lines of a field, without comments."""
    return list(_given(name, value, Comments(), width).lines)


def item_lines(value: Tree, width: int = WIDTH) -> list[str]:
    """The lines of an item of a list, without comments."""
    return list(_item(value, Comments(), width))


def _entries(fields: Fields, comments: Comments, width: int) -> list[LayoutEntry]:
    """The fields with a value and the missing fields with comments, in order."""
    missing = [step for step in comments.below if step not in fields.items]
    entries = []
    for name, value in fields.items.items():
        if value is not None:
            entries.append(_given(name, value, comments.at(name), width))
        elif comments.at(name):
            entries.append(_missing(name, comments.at(name), width))
    return entries + [_missing(step, comments.at(step), width) for step in missing]


def _given(name: str, value: Tree, comments: Comments, width: int) -> LayoutEntry:
    key = on_one_line(name)
    is_long = len(key) > _LONGEST_KEY
    start = ":" if is_long else f"{key}:"
    shown = _value(value, comments, width - len(start) - 1, width - _INDENT)
    lines = (f"{start} {shown.head}".rstrip(" "), *_indented(shown.below))
    return LayoutEntry(shown.above, (f"? {key}", *lines) if is_long else lines)


def _missing(step: str | int, comments: Comments, width: int) -> LayoutEntry:
    commented_out = (f"# {line}" for line in _outline(step, comments))
    return LayoutEntry((*comment_lines(comments.all, width), *commented_out))


def _outline(step: str | int, comments: Comments) -> list[str]:
    """The names of the fields that have comments, as lines of YAML."""
    below = [line for inner, own in comments.below.items() for line in _outline(inner, own)]
    if isinstance(step, int):
        return list(_hung(below or [""]))
    return [f"{on_one_line(step)}:", *_indented(below)]


def _value(value: Tree, comments: Comments, room: int, width: int) -> LayoutValue:
    """A value. ``room`` is the width on the line of its key or dash, ``width`` the width below."""
    above = tuple(comment_lines((*comments.own, *_strays(value, comments)), width))
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
    flow = _flow(value, comments, room)
    if flow is not None:
        return LayoutValue(above, flow)
    return LayoutValue(above, "", tuple(_below(value, comments, width)))


def _block(above: tuple[str, ...], sign: str, lines: list[str] | None) -> LayoutValue | None:
    return LayoutValue(above, sign, tuple(lines)) if lines else None


def _strays(value: Tree, comments: Comments) -> Iterator[Comment]:
    """The comments of what has no line of its own in the value."""
    if _is_bare(value):
        yield from (comment for inner in comments.below.values() for comment in inner.all)
    elif isinstance(value, Items):
        absent = (step for step in comments.below if step not in range(len(value.items)))
        yield from (comment for step in absent for comment in comments.at(step).all)


def _is_bare(value: Tree) -> bool:
    """Whether the value contains no other values: it is a string, or empty."""
    if isinstance(value, Fields):
        return all(item is None for item in value.items.values())
    return not (isinstance(value, Items) and value.items)


def _below(value: Fields | Items, comments: Comments, width: int) -> Iterator[str]:
    if isinstance(value, Fields):
        for entry in _entries(value, comments, width):
            yield from (*entry.above, *entry.lines)
    else:
        for position, item in enumerate(value.items):
            yield from _item(item, comments.at(position), width)


def _item(item: Tree, comments: Comments, width: int) -> Iterator[str]:
    """An item of a list. The comments of its first field are above the dash."""
    room = width - _INDENT
    if isinstance(item, Fields) and _flow(item, comments, room) is None:
        entries = _entries(item, comments, room)
        first = next(entry for entry in entries if entry.lines)
        others = (entry for entry in entries if entry is not first)
        yield from (*comment_lines(comments.own, width), *first.above)
        yield from _hung([*first.lines, *(line for o in others for line in (*o.above, *o.lines))])
    else:
        value = _value(item, comments, room, room)
        yield from (*value.above, f"- {value.head}".rstrip(" "), *_indented(value.below))


def _flow(value: Fields | Items, comments: Comments, room: int) -> str | None:
    """The value in brackets, if it is empty or short and nothing in it has comments."""
    if _is_bare(value):
        return "{}" if isinstance(value, Fields) else "[]"
    if comments.below:
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
    """The lines of a list item, with the dash on the first line."""
    for number, line in enumerate(lines):
        yield f"{'  ' if number else '- '}{line}".rstrip(" ")
