"""Quotation marks in YAML: where a quoted text or a bracket ends, and a text with its quotes."""

from __future__ import annotations

import re
from typing import Final

CLOSING: Final = {"[": "]", "{": "}", '"': '"', "'": "'"}

_SINGLE = re.compile(r"'(?:[^']|'')*'")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_IN_BRACKETS = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[][{}]""", re.DOTALL)


def quoted(text: str) -> str:
    r"""A text of one line in quotation marks.

    >>> print(quoted("Kazakhstan's law: a review"), quoted('The "Silk Road"'))
    "Kazakhstan's law: a review" 'The "Silk Road"'
    """
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def end_of(text: str) -> int | None:
    """The offset behind the quoted text or bracket that a text starts with; None if it is open."""
    if text[0] in "'\"":
        found = (_SINGLE if text[0] == "'" else _DOUBLE).match(text)
        return found.end() if found else None
    depth = 0
    for token in _IN_BRACKETS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth == 0:
            return token.end()
    return None


def requoted(text: str, end: int) -> str:
    """A text that continues after its closing quotation mark at ``end``, in quotation marks.

    Outer quotation marks around the whole text are not part of it.

    >>> print(requoted("'Kazakhstan's mediation'", 12))
    "Kazakhstan's mediation"
    >>> print(requoted('"Шелковый путь" и медиация', 15))
    '"Шелковый путь" и медиация'
    """
    mark = text[0]
    inner = text[1:-1]
    is_whole = text[-1] == mark and len(text) > 1
    if mark == "'":
        return quoted((inner if is_whole else text).replace("''", "'"))
    is_inner_open = text[end - 2 : end - 1].isspace() or text[end : end + 1].isalnum()
    return quoted(inner if is_whole and is_inner_open else text)
