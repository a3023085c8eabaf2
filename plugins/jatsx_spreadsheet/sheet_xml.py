"""What the XML of a worksheet says beyond values: extent, formulas, errors, merged cells, formats.

The library that reads values gives an empty text for an error and for a formula without a value,
and needs memory for every cell between the first and the last. So each sheet is scanned before.
Source: ECMA-376 part 1, 18.3 (worksheets) and 18.8.30 (number formats).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from jatsx import UnreadableSource
from jatsx_spreadsheet.grids import MAX_COLUMNS, MAX_GRID, cell_name

MAX_DEPTH: Final = 60
_REF: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})\Z")
_BLANK: Final = frozenset({"v", "t"})


@dataclass(slots=True)
class SheetFacts:
    """What is known of a sheet before its values are read.

    Args:
        errors: the error in a cell (``#REF!``), by the name of the cell.
        unknown: the cells with a formula whose value is not stored.
        formats: the number of the style of a cell with a number, by the name of the cell.
        merged: the merged cells.
    """

    errors: dict[str, str] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    formats: dict[str, int] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    rows: int = 0
    columns: int = 0


def sheet_facts(content: bytes) -> SheetFacts:
    """The facts about a worksheet.

    Raises:
        UnreadableSource: it is not well-formed, has declarations, or is too large.
    """
    scan = _SheetScan()
    _parse(content, scan)
    return scan.facts


def zero_formats(content: bytes | None) -> Mapping[int, int]:
    """The styles that show a whole number with zeros before it (``000``), and their digits.

    Raises:
        UnreadableSource: the styles are not well-formed, or have declarations.
    """
    if content is None:
        return {}
    scan = _StyleScan()
    _parse(content, scan)
    digits = {id: len(code) for id, code in scan.codes.items() if re.fullmatch("0{2,40}", code)}
    return {n: digits[id] for n, id in enumerate(scan.used) if id in digits}


def check_xml(content: bytes) -> None:
    """Checks that a part is well-formed and has no declarations.

    Raises:
        UnreadableSource: it is not, or has some.
    """
    _parse(content, _Scan())


class _Scan:
    """A scan that notes nothing."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Called for the start of an element."""

    def end(self, name: str) -> None:
        """Called for the end of an element."""

    def characters(self, text: str) -> None:
        """Called for characters."""


class _SheetScan(_Scan):
    def __init__(self) -> None:
        self.facts = SheetFacts()
        self.row = self.column = 0
        self.attributes: dict[str, str] = {}
        self.has_formula = self.is_in_value = False
        self.text: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self.row = _whole(attributes.get("r"), self.row + 1)
            self.column = 0
        elif name == "c":
            self.attributes, self.text, self.has_formula = attributes, [], False
            found = _REF.match(attributes.get("r", ""))
            self.column = _column(found[1]) if found else self.column + 1
            self.row = int(found[2]) if found else self.row
        elif name == "f":
            self.has_formula = True
        elif name == "mergeCell":
            self.facts.merged.append(attributes.get("ref", ""))
        self.is_in_value = name in _BLANK

    def end(self, name: str) -> None:
        self.is_in_value = False
        if name == "c":
            self._note_cell("".join(self.text))

    def characters(self, text: str) -> None:
        if self.is_in_value:
            self.text.append(text)

    def _note_cell(self, text: str) -> None:
        if not text and not self.has_formula:
            return
        facts = self.facts
        facts.rows, facts.columns = max(facts.rows, self.row), max(facts.columns, self.column)
        if facts.columns > MAX_COLUMNS or facts.rows * facts.columns > MAX_GRID:
            raise UnreadableSource(
                "spreadsheet-sheet-large", columns=str(MAX_COLUMNS), cells=str(MAX_GRID)
            )
        ref = cell_name(self.row - 1, self.column - 1)
        kind = self.attributes.get("t", "n")
        if kind == "e":
            facts.errors[ref] = text
        elif self.has_formula and not text and kind != "str":
            facts.unknown.add(ref)
        elif kind == "n" and "s" in self.attributes:
            facts.formats[ref] = _whole(self.attributes["s"], 0)


class _StyleScan(_Scan):
    """The codes of number formats by id, and the ids that the styles of cells use, in order."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}
        self.used: list[str] = []
        self.is_in_styles = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            self.codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self.is_in_styles = True
        elif name == "xf" and self.is_in_styles:
            self.used.append(attributes.get("numFmtId", ""))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self.is_in_styles = False


def _parse(content: bytes, scan: _Scan) -> None:
    depth = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise UnreadableSource("spreadsheet-file-damaged")
        scan.start(name.rpartition("}")[2], attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        scan.end(name.rpartition("}")[2])

    def doctype(*_: object) -> None:
        raise UnreadableSource("spreadsheet-file-declarations")

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = scan.characters, doctype
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        raise UnreadableSource("spreadsheet-file-damaged") from None


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 8 else default


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
