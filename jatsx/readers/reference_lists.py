"""Reference lists that are written as text: an entry a line.

If the lines start with the numbers 1, 2, 3 … or with bullets, these are not part of the entries,
and a line without one continues the entry above it. In another list, each line is an entry. Empty
lines and headings are ignored. A line that may begin an entry or continue one is an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from jatsx.readers.numbered_list import numbering_of, read_numbered
from jatsx.readers.read_list import ListEntry, ReadList
from jatsx.readers.reference_marks import bulleted, is_heading, mark_of, numbered, without_marks

_TWO_AND_THREE = re.compile(r"\s(?:\[2\]|2[.)])\s.*\s(?:\[3\]|3[.)])\s")


def list_entries(text: str) -> ReadList:
    """The entries of a list.

    >>> [entry.text for entry in list_entries("1. Belov V.\\n   Law.\\n2. Kim N.").entries]
    ['Belov V. Law.', 'Kim N.']
    """
    written = (line.strip() for line in text.splitlines() if line.strip())
    read = ReadList()
    lines = _without_headings([ListEntry(x, (x,), n) for n, x in enumerate(written)], read)
    if (numbering := numbering_of(lines)) is not None:
        read_numbered(lines, numbering, read)
    elif lines and bulleted(lines[0].text):
        _read_bulleted(lines, read)
    else:
        read.entries = lines
    _take_marks(read)
    return read


def text_entries(texts: Mapping[int, str]) -> ReadList:
    """The entries of a list of texts, by their positions."""
    read = ReadList([ListEntry(text, (), n) for n, text in texts.items()])
    _take_marks(read)
    return read


def is_joined(text: str) -> bool:
    """Whether a text is a numbered list in one line, as YAML reads it without ``|``.

    >>> is_joined("1. Belov V. 2. Kim N. 3. Omarov A."), is_joined("1. Belov V. Vol. 2. Almaty")
    (True, False)
    """
    text = text.strip()
    first = numbered(text)
    is_first = first is not None and first.number == 1
    return "\n" not in text and is_first and bool(_TWO_AND_THREE.search(text))


def _without_headings(lines: list[ListEntry], read: ReadList) -> list[ListEntry]:
    """The lines before a second list, without headings. Both are reported."""
    kept: list[ListEntry] = []
    for n, line in enumerate(lines):
        if not is_heading(line.text):
            kept.append(line)
        elif kept and not _goes_on(lines[n + 1 :]):
            read.error("references-list-second", line)
            break
        else:
            read.warn("references-heading-ignored", line)
    return kept


def _goes_on(lines: Sequence[ListEntry]) -> bool:
    """Whether the lines after a heading go on with the numbers before it, or there are none."""
    first = numbered(lines[0].text) if lines else None
    return not lines or (first is not None and first.number > 1)


def _read_bulleted(lines: Sequence[ListEntry], read: ReadList) -> None:
    """Reads a list with a bullet before each entry."""
    first = bulleted(lines[0].text)
    for line in lines:
        own = bulleted(line.text)
        is_mark = own is not None and first is not None and own.bullet == first.bullet
        if own and is_mark and (own.is_entry or not read.entries):
            read.begin(line, own.rest)
            continue
        if own and is_mark:
            read.error("references-line-unclear", line)
        read.continue_last(line)


def _take_marks(read: ReadList) -> None:
    """Takes further numbers and bullets from the entries. Those that are kept are reported."""
    texts = without_marks([entry.text for entry in read.entries])
    read.entries = [
        replace(entry, text=text) for entry, text in zip(read.entries, texts, strict=True)
    ]
    for entry in read.entries:
        if mark := mark_of(entry.text):
            read.warn("references-mark-kept", entry, mark=mark)
        elif not entry.text and entry.lines:
            read.error("references-entry-empty", entry)
