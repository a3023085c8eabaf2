"""Tables as text: the encoding and the separator are found by evidence, never guessed.

UTF-8 and UTF-16 are certain. windows-1251 and KZ-1048 have the same Russian letters, and differ in
16 others. If a file has none of these, both mean the same text. If it has some, they are Kazakh in
KZ-1048, and Ukrainian, Belarusian, Serbian or Macedonian in windows-1251. Only Kazakh has letters
of both sets of :data:`_EVIDENCE`: ``қ`` is ``ќ`` in Macedonian, ``ғ`` is ``є`` in Ukrainian.
Source: the mapping tables of windows-1251 and of KZ-1048 (ST RK 1048-2002) at unicode.org.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Final

from jatsx import InputFile, UnreadableSource
from jatsx_spreadsheet.cells import Cell, CellKind
from jatsx_spreadsheet.columns import Sheet
from jatsx_spreadsheet.grids import MAX_COLUMNS, MAX_GRID, Grid, GridRow, cell_name
from jatsx_spreadsheet.headers import known_headers

MAX_FILE: Final = 20_000_000
"""The maximum number of bytes of a file."""

MAX_ROWS: Final = 200_000
"""The maximum number of lines of a file."""

ENCODINGS: Final = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "windows-1251": "cp1251",
    "kz-1048": "kz1048",
}
"""The encodings that can be chosen, with their names in Python."""

SEPARATORS: Final = ";\t,"

_DECLARED: Final = re.compile(r"sep=([^\w\s\"]|\t)\r?\n", re.IGNORECASE)
"""The first line with which Excel is told the separator. It is not part of the table."""

FIRST_LINES: Final = 5
"""In how many lines the headers are looked for."""

_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_FREQUENT: Final = frozenset("оеаинтсрлОЕАИНТСРЛ")
"""The most frequent letters of Russian and of Kazakh."""

_DIFFERENT: Final = bytes(
    byte
    for byte in range(128, 256)
    if bytes([byte]).decode("cp1251", "replace") != bytes([byte]).decode("kz1048", "replace")
)
"""The bytes that mean something else in windows-1251 and in KZ-1048."""

_KAZAKH: Final = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
_EVIDENCE: Final = (frozenset("қңҚҢ"), frozenset("ғүөұҒҮӨҰ"))
"""Letters of which no text in another language of windows-1251 has both."""


def csv_grid(path: InputFile, file: str, name: str, sheet: Sheet, encoding: str | None) -> Grid:
    """A table as a sheet.

    Args:
        path: the file.
        file: its name, as it is shown to users.
        name: the name of the sheet.
        sheet: what its rows describe.
        encoding: the encoding, if the user has named it.

    Raises:
        OSError: the file cannot be read.
        UnreadableSource: its encoding cannot be told, or it is not a table, or too large.
    """
    with path.open("rb") as opened:
        content = opened.read(MAX_FILE + 1)
    if len(content) > MAX_FILE:
        raise UnreadableSource("spreadsheet-file-large", limit=str(MAX_FILE // 1_000_000))
    text = decoded(content, encoding)
    declared = _DECLARED.match(text)
    rows = _rows(text, declared[1] if declared else _separator(text, sheet))
    written = [row for row in rows if not declared or row.number > 1]
    return Grid(name, file, written, is_named=False)


def decoded(content: bytes, encoding: str | None = None) -> str:
    """The text of a file.

    Raises:
        UnreadableSource: the encoding is wrong, or cannot be told.
    """
    chosen = ENCODINGS.get(encoding or "") or _encoding(content)
    try:
        return content.decode(chosen)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableSource("spreadsheet-encoding-wrong", line) from None


def _encoding(content: bytes) -> str:
    marked = next((found for mark, found in _MARKS.items() if content.startswith(mark)), None)
    if marked:
        return marked
    if wide := _wide(content):
        return wide
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _narrow(content)
    return "utf-8"


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: the separators and line ends of a table have a zero byte each."""
    sample = content[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    least = max(2, len(sample) // 20)
    if odd >= least and even * 10 < odd:
        return "utf-16-le"
    return "utf-16-be" if even >= least and odd * 10 < even else None


def _narrow(content: bytes) -> str:
    """windows-1251 or KZ-1048.

    Raises:
        UnreadableSource: it cannot be told.
    """
    try:
        russian, kazakh = content.decode("cp1251"), content.decode("kz1048")
    except UnicodeDecodeError:
        raise UnreadableSource("spreadsheet-encoding-unknown") from None
    different = {byte for byte in set(content) if byte in _DIFFERENT}
    if not different and _is_cyrillic(russian):
        return "cp1251"
    if different and _is_cyrillic(kazakh) and _is_kazakh(kazakh, different):
        return "kz1048"
    raise UnreadableSource("spreadsheet-encoding-unknown")


def _is_cyrillic(text: str) -> bool:
    """Whether a text looks like Russian or Kazakh: its letters, their cases and frequency."""
    letters = re.findall(r"[Ѐ-ӿ]", text)
    others = [one for one in text if one > "\x7f" and one.isalpha() and not "Ѐ" <= one <= "ӿ"]
    words = re.findall(r"[^\W\d_]+", text)
    is_mixed = any(re.search(r"[A-Za-z][а-яё]|[а-яё][A-Za-z]", word) for word in words)
    is_turned = sum(bool(re.search(r"[а-яё][А-ЯЁ]", word)) for word in words) * 10 > len(words)
    is_frequent = sum(letter in _FREQUENT for letter in letters) * 4 >= len(letters)
    return bool(letters) and not others and not is_mixed and not is_turned and is_frequent


def _is_kazakh(text: str, different: set[int]) -> bool:
    """Whether all letters that differ are Kazakh, beside Cyrillic ones, and leave no doubt."""
    found = {bytes([byte]).decode("kz1048") for byte in different}
    is_in_words = all(re.search(f"[Ѐ-ӿ]{one}|{one}[Ѐ-ӿ]", text) for one in found if one in _KAZAKH)
    return found <= _KAZAKH and all(found & one for one in _EVIDENCE) and is_in_words


def _separator(text: str, sheet: Sheet) -> str:
    """The separator with which most headers are known; of several, the most frequent one."""
    written = [line[:100_000] for line in text.splitlines()[:50] if line.strip()][:FIRST_LINES]

    def evidence(separator: str) -> tuple[int, int]:
        rows = [next(iter(csv.reader([line], delimiter=separator)), []) for line in written]
        known = max((known_headers(row[:MAX_COLUMNS], sheet) for row in rows), default=0)
        return known, sum(line.count(separator) for line in written)

    try:
        return max(SEPARATORS, key=evidence)
    except csv.Error:
        return SEPARATORS[0]


def _rows(text: str, separator: str) -> Iterator[GridRow]:
    """The rows that are not empty (RFC 4180).

    Raises:
        UnreadableSource: a quotation mark is not closed, or a row or cell is too large.
    """
    if text.count("\n") > MAX_ROWS:
        raise _large(MAX_ROWS)
    for n, written in enumerate(text.split("\n"), 1):
        if written.count(separator) >= MAX_COLUMNS:
            raise _large(n)
    lines = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = cells = 0
    line = 1
    while True:
        try:
            row = next(lines, None)
        except csv.Error as error:
            is_large = "field limit" in str(error)
            code = "spreadsheet-cell-large" if is_large else "spreadsheet-quote-open"
            raise UnreadableSource(code, line) from None
        if row is None:
            return
        cells += len(row)
        if cells > MAX_GRID or len(row) > MAX_COLUMNS:
            raise _large(line)
        if any(one.strip() for one in row):
            yield GridRow(number + 1, _cells(row, number), line)
        number, line = number + 1, lines.line_num + 1


def _cells(row: Sequence[str], number: int) -> tuple[Cell, ...]:
    return tuple(Cell(text, CellKind.TEXT, cell_name(number, k)) for k, text in enumerate(row))


def _large(line: int) -> UnreadableSource:
    return UnreadableSource(
        "spreadsheet-sheet-large", line, columns=str(MAX_COLUMNS), cells=str(MAX_GRID)
    )
