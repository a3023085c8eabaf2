"""Reference lists that are written as text: an entry a line.

If the first line starts with the number 1, the list is numbered: the numbers are not part of the
entries, and a line without a number continues the entry above it. In a list without numbers, each
line is an entry. Empty lines are ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jatsx.standards.romanisation import explains

LARGEST: Final = 1_000_000
"""The maximum number of pairs of entries that are compared."""

_NUMBER = re.compile(r"(?:\[(\d{1,3})\]|(\d{1,3})(?:[.)](?!\d)|(?=\t)))\s*")
_TWO_AND_THREE = re.compile(r"\s(?:\[2\]|2[.)])\s.*\s(?:\[3\]|3[.)])\s")
_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An entry: its text without number, and its lines as written.

    ``first`` is the position of its first line among the lines that are not empty; of an entry
    without lines, its position in a list of texts.
    """

    text: str
    lines: tuple[str, ...]
    first: int


@dataclass(frozen=True, slots=True)
class WrongNumber:
    """A number at the start of a line that is not the next one, and the line."""

    number: str
    expected: str
    line: ListEntry


Row = dict[str, ListEntry]
"""The texts of one reference, by language."""


def list_entries(text: str) -> tuple[list[ListEntry], list[WrongNumber]]:
    """The entries of a list, and the numbers that are out of order.

    >>> [entry.text for entry in list_entries("1. Belov V.\\n   Law.\\n2. Kim N.")[0]]
    ['Belov V. Law.', 'Kim N.']
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines or _number(lines[0]) != 1:
        return [ListEntry(line, (line,), n) for n, line in enumerate(lines)], []
    entries: list[ListEntry] = []
    wrong: list[WrongNumber] = []
    for n, line in enumerate(lines):
        number, expected = _number(line), len(entries) + 1
        if number == expected:
            entries.append(ListEntry(_NUMBER.sub("", line, count=1), (line,), n))
            continue
        if number is not None:
            wrong.append(WrongNumber(str(number), str(expected), ListEntry(line, (line,), n)))
        last = entries[-1]
        entries[-1] = ListEntry(f"{last.text} {line}", (*last.lines, line), last.first)
    return entries, wrong


def is_joined(text: str) -> bool:
    """Whether a text is a numbered list in one line, as YAML reads it without ``|``.

    >>> is_joined("1. Belov V. 2. Kim N. 3. Omarov A."), is_joined("1. Belov V. Vol. 2. Almaty")
    (True, False)
    """
    text = text.strip()
    return "\n" not in text and _number(text) == 1 and bool(_TWO_AND_THREE.search(text))


def paired(lists: Mapping[str, Sequence[ListEntry]]) -> list[Row]:
    """The references of a list that is given in several languages, in the order of the first one.

    Lists of the same length are paired by number. In other lists, entries belong together if the
    first name of one is a romanisation of the other, and they have a year in common.
    """
    (first, entries), *others = lists.items()
    rows: list[Row] = [{first: entry} for entry in entries]
    for language, further in others:
        rows = list(_with_list(rows, language, further))
    return rows


def _number(line: str) -> int | None:
    found = _NUMBER.match(line)
    return int(found[1] or found[2]) if found else None


def _with_list(rows: list[Row], language: str, entries: Sequence[ListEntry]) -> Iterator[Row]:
    """The rows with the entries of one more list."""
    if len(rows) == len(entries):
        matches: Iterable[tuple[int, int]] = ((n, n) for n in range(len(rows)))
    else:
        matches = _matches(rows, entries)
    row_at = entry_at = 0
    for row, entry in (*matches, (len(rows), len(entries))):
        yield from rows[row_at:row]
        yield from ({language: one} for one in entries[entry_at:entry])
        if row < len(rows):
            yield {**rows[row], language: entries[entry]}
        row_at, entry_at = row + 1, entry + 1


def _matches(rows: Sequence[Row], entries: Sequence[ListEntry]) -> list[tuple[int, int]]:
    """The longest sequence of rows and entries that are alike, both in order."""
    if len(rows) * len(entries) > LARGEST:
        return []
    texts = [next(iter(row.values())).text for row in rows]
    alike = [[_are_alike(text, entry.text) for entry in entries] for text in texts]
    most = [[0] * (len(entries) + 1) for _ in range(len(rows) + 1)]
    for n in reversed(range(len(rows))):
        for m in reversed(range(len(entries))):
            both = most[n + 1][m + 1] + 1 if alike[n][m] else 0
            most[n][m] = max(both, most[n + 1][m], most[n][m + 1])
    found: list[tuple[int, int]] = []
    n = m = 0
    while n < len(rows) and m < len(entries):
        if alike[n][m] and most[n][m] == most[n + 1][m + 1] + 1:
            found.append((n, m))
            n, m = n + 1, m + 1
        elif most[n][m] == most[n + 1][m]:
            n += 1
        else:
            m += 1
    return found


def _are_alike(text: str, other: str) -> bool:
    """Whether two texts may be one reference in two scripts."""
    if text == other:
        return True
    years, other_years = set(_YEAR.findall(text)), set(_YEAR.findall(other))
    if years != other_years and not years & other_years:
        return False
    word, other_word = _WORD.search(text), _WORD.search(other)
    return bool(word and other_word and explains(word[0], other_word[0]))
