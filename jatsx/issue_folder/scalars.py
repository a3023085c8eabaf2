"""Writes strings in YAML: without quotes if that is safe, else in quotes or as a block.

jatsx reads every plain scalar as text, but other tools read ``02`` as 2 and ``no`` as false.
Therefore a string is quoted if such a tool would read it as a different value. Numbers and dates
that every tool shows as typed (2024, 10.5555, 2024-06-30) have no quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from typing import Final

import yaml

UNSAFE: Final = re.compile(
    "[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""A character that must be escaped in YAML, or that ends a line or looks like a space."""

_NOT_PLAIN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`\s]|.*(?:: | #|[:\s]\Z)")
"""Text that starts with a YAML sign, contains ``: `` or `` #``, or ends with space or a colon."""
_SIGN_IN_FLOW = re.compile(r"[,\[\]{}:?]")
_NOT_TEXT_IN_YAML_12 = re.compile(r"(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+)\Z")
_OLD_FLAGS = ("y", "Y", "n", "N")
_NUMERIC = re.compile(r"[0-9.-]{1,15}\Z")
_KINDS: Final[tuple[Callable[[str], object], ...]] = (int, float, date.fromisoformat)

_SINGLE_SPACE = re.compile(r"(?<=[^ ]) (?=[^ ])")


def on_one_line(value: str, *, in_flow: bool = False) -> str:
    """The string as written after a key or a dash or, in flow style, in ``[ ]`` or ``{ }``.

    >>> on_one_line("Алматы"), on_one_line("02"), on_one_line("a: b"), on_one_line('"a"')
    ('Алматы', '"02"', '"a: b"', '\\'"a"\\'')
    """
    if _can_be_plain(value) and not (in_flow and _SIGN_IN_FLOW.search(value)):
        return value
    if UNSAFE.search(value) or not ('"' in value or "\\" in value):
        return f'"{_escaped(value)}"'
    return "'" + value.replace("'", "''") + "'"


def folded(value: str, width: int) -> list[str] | None:
    """The lines of the string below ``>-``; None if they would be read as a different string."""
    if not _can_be_block(value) or not _SINGLE_SPACE.search(value):
        return None
    return wrapped(value, width)


def literal(value: str, width: int) -> list[str] | None:
    """The lines of a text below ``|``; None if they would be read as a different text.

    Its paragraphs are separated by an empty line. Line breaks in a paragraph are read as spaces.
    """
    paragraphs = value.split("\n\n")
    if not all(map(_can_be_block, paragraphs)):
        return None
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += ["", *wrapped(paragraph, width)]
    return lines[1:]


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` characters, broken at single spaces."""
    lines: list[str] = []
    for word in _SINGLE_SPACE.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _can_be_plain(value: str) -> bool:
    if not value or UNSAFE.search(value) or _NOT_PLAIN.match(value):
        return False
    return not _is_more_than_text(value) or _shows_as_typed(value)


def _can_be_block(value: str) -> bool:
    return bool(value) and not UNSAFE.search(value) and value == value.strip()


def _is_more_than_text(value: str) -> bool:
    """Whether YAML 1.1 or 1.2 reads a plain scalar as a number, a date, a boolean or null."""
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(value[0], ())
    return (
        value in _OLD_FLAGS
        or _NOT_TEXT_IN_YAML_12.match(value) is not None
        or any(pattern.match(value) for _, pattern in resolvers)
    )


def _shows_as_typed(value: str) -> bool:
    return _NUMERIC.match(value) is not None and value in _readings(value)


def _readings(value: str) -> Iterator[str]:
    """The value as a tool would show it after it has read a number or a date."""
    for kind in _KINDS:
        with suppress(ValueError):
            yield str(kind(value))


def _escaped(value: str) -> str:
    """The string for double quotes. Source: YAML 1.2, 5.7, “Escaped Characters”."""
    value = value.replace("\\", "\\\\").replace('"', '\\"')
    return UNSAFE.sub(lambda found: _escape(found[0]), value)


def _escape(character: str) -> str:
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return named.get(character) or (
        f"\\x{ord(character):02X}" if ord(character) < 0x100 else f"\\u{ord(character):04X}"
    )
