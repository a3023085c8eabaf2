"""The paragraphs, tables and notes of a document, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from jatsx_draft.printed import Gap, MarkedSpan, PrintedLine, TextMark
from jatsx_draft.sources.docx.names import W, w
from jatsx_draft.sources.docx.numbering import numbering_of
from jatsx_draft.sources.docx.package import damaged
from jatsx_draft.sources.docx.runs import DocxRuns, Piece
from jatsx_draft.sources.docx.styles import styles_of
from jatsx_draft.sources.docx.tables import has_language_columns, row_of

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_KINDS: Final = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
NUMBER: Final = "number"
"""An attribute of our own for the number of a note, which the file does not give."""

_TRANSPARENT: Final = frozenset(map(w, ("sdt", "sdtContent", "ins", "moveTo", "customXml")))


class Body:
    """Reads the body of a document once.

    Raises:
        UnreadableSource: the document has no body, or a part is damaged.
    """

    def __init__(self, document: Document, file: str) -> None:
        self._file = file
        self._root = document.element.find("w:body", W)
        if self._root is None:
            raise damaged()
        self._styles = styles_of(_part_root(document, "styles"))
        self._numbering = numbering_of(_part_root(document, "numbering"))
        self._links = {
            name: relation.target_ref
            for name, relation in document.part.rels.items()
            if relation.is_external
        }
        self._notes = {kind: _notes(_part_root(document, kind)) for kind in _KINDS.values()}
        self._numbers = dict.fromkeys(_KINDS.values(), 0)
        self._count = 0

    def lines(self) -> Iterator[PrintedLine]:
        """The lines, with the number of each in the file."""
        endnotes: list[PrintedLine] = []
        for line in (*self._blocks(self._root, endnotes), *endnotes):
            self._count += 1
            yield replace(line, line=self._count)

    def _blocks(self, parent: _Element, endnotes: list[PrintedLine]) -> Iterator[PrintedLine]:
        for child in parent:
            if child.tag == w("p"):
                yield from self._paragraph(child, endnotes)
            elif child.tag == w("tbl"):
                yield from self._table(child, endnotes)
            elif child.tag in _TRANSPARENT:
                yield from self._blocks(child, endnotes)

    def _paragraph(self, paragraph: _Element, endnotes: list[PrintedLine]) -> Iterator[PrintedLine]:
        runs = DocxRuns(paragraph, self._styles, self._links, self._note_number)
        runs.read()
        yield from self._pieces(paragraph, runs.pieces)
        for box in runs.boxes:
            yield from self._blocks(box, endnotes)
        for reference in runs.notes:
            kind = _KINDS[str(reference.tag)]
            number = reference.get(NUMBER, "")
            note = self._note(kind, reference.get(w("id"), ""), number)
            if kind == "endnotes":
                endnotes += note
            else:
                yield from note

    def _pieces(self, paragraph: _Element, pieces: Iterable[Piece]) -> Iterator[PrintedLine]:
        starts_page = self._styles.is_paragraph(paragraph, "pageBreakBefore")
        gap = Gap.PAGE if starts_page else Gap.PARAGRAPH
        heading = self._styles.heading(paragraph)
        bullet = ""
        stripped = [piece.stripped() for piece in pieces]
        numbered = self._styles.numbered(paragraph)
        if numbered and any(piece.text for piece in stripped):
            bullet = self._numbering.bullet(*numbered)
        for piece in stripped:
            gap = _wider(gap, piece.gap)
            if not piece.text:
                continue
            yield PrintedLine(
                piece.text,
                self._file,
                0,
                gap=gap,
                spans=tuple(piece.spans),
                heading=heading,
                bullet=bullet,
            )
            gap, bullet = Gap.NONE, ""

    def _note_number(self, reference: _Element) -> str:
        kind = _KINDS[str(reference.tag)]
        self._numbers[kind] += 1
        reference.set(NUMBER, str(self._numbers[kind]))
        return str(self._numbers[kind])

    def _note(self, kind: str, note_id: str, number: str) -> list[PrintedLine]:
        """The lines of a note, the first with the note's number before it."""
        note = self._notes[kind].get(note_id)
        if note is None:
            return []
        inner = [line for line in self._blocks(note, []) if line.text]
        if inner and number:
            inner[0] = _with_number(inner[0], number)
        return inner

    def _table(self, table: _Element, endnotes: list[PrintedLine]) -> Iterator[PrintedLine]:
        rows = [
            [
                list(self._blocks(cell, endnotes))
                for cell in row.iterfind(".//w:tc", W)
                if next(cell.iterancestors(w("tr"))) is row
            ]
            for row in table.iterfind(".//w:tr", W)
            if next(row.iterancestors(w("tbl"))) is table
        ]
        if has_language_columns(rows):
            rows = [[cell] for column in zip(*rows, strict=True) for cell in column]
        for cells in rows:
            if all(len(cell) <= 1 for cell in cells):
                yield from row_of(cells)
            else:
                for cell in cells:
                    yield from cell


def _with_number(line: PrintedLine, number: str) -> PrintedLine:
    shift = len(number) + 1
    moved = (replace(span, start=span.start + shift, end=span.end + shift) for span in line.spans)
    spans = (MarkedSpan(0, len(number), TextMark.SUPERSCRIPT), *moved)
    return replace(line, text=f"{number} {line.text}", spans=spans)


def _wider(first: Gap, second: Gap) -> Gap:
    order = tuple(Gap)
    return max(first, second, key=order.index)


def _notes(root: _Element | None) -> dict[str, _Element]:
    if root is None:
        return {}
    return {
        note.get(w("id"), ""): note for note in root if note.get(w("type"), "normal") == "normal"
    }


def _part_root(document: Document, kind: str) -> _Element | None:
    """The root of the part that a document relates to by this kind; None if there is none."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            try:
                return etree.fromstring(relation.target_part.blob, _parser())
            except etree.XMLSyntaxError:
                raise damaged() from None
    return None


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)
