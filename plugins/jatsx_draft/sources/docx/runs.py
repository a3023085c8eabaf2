"""The characters of a paragraph, with their marks, divided at line breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jatsx_draft.printed import Gap, MarkedSpan, TextMark
from jatsx_draft.sources.docx.names import CHOICE, CHOICES, RELATION, W, w
from jatsx_draft.sources.docx.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINERS: Final = frozenset(
    map(
        w, ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml")
    )
)
"""Elements that stand between a paragraph and its runs. Deleted text is in others."""

_CHARACTERS: Final = {w("tab"): "\t", w("noBreakHyphen"): "-", w("ptab"): "\t"}
_NOTES: Final = frozenset(map(w, ("footnoteReference", "endnoteReference")))
_BREAKS: Final = {"page": Gap.PAGE, "column": Gap.PAGE}


@dataclass(slots=True)
class Piece:
    """A line of a paragraph: its text, its marks, and the gap before it if it is not the first."""

    gap: Gap = Gap.NONE
    text: str = ""
    spans: list[MarkedSpan] = field(default_factory=list)

    def add(self, text: str, marks: Sequence[TextMark], target: str | None) -> None:
        """Adds characters with these marks; those of a link have a target."""
        end = len(self.text) + len(text)
        if target is not None:
            self._mark(end, TextMark.LINK, target)
        for mark in marks:
            self._mark(end, mark)
        self.text += text

    def stripped(self) -> Piece:
        """The line without space around it."""
        text = self.text.strip()
        shift = len(self.text) - len(self.text.lstrip())
        moved = (
            MarkedSpan(
                max(one.start - shift, 0), min(one.end - shift, len(text)), one.mark, one.target
            )
            for one in self.spans
        )
        return Piece(self.gap, text, [span for span in moved if span.start < span.end])

    def _mark(self, end: int, mark: TextMark, target: str = "") -> None:
        start = len(self.text)
        for at in range(max(len(self.spans) - len(TextMark), 0), len(self.spans)):
            span = self.spans[at]
            if (span.end, span.mark, span.target) == (start, mark, target):
                self.spans[at] = MarkedSpan(span.start, end, mark, target)
                return
        self.spans.append(MarkedSpan(start, end, mark, target))


@dataclass(slots=True)
class DocxRuns:
    """The lines of a paragraph, and what it refers to.

    ``links``: addresses by the id of their relation. ``number``: gives a note its number.
    ``notes``: the notes that the paragraph refers to. ``boxes``: its text boxes.
    """

    paragraph: _Element
    styles: Styles
    links: Mapping[str, str]
    number: Callable[[_Element], str]
    pieces: list[Piece] = field(default_factory=lambda: [Piece()])
    notes: list[_Element] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)

    def read(self) -> None:
        """Reads the paragraph."""
        self._content(self.paragraph, None)

    def _content(self, parent: _Element, target: str | None) -> None:
        for child in parent:
            if child.tag == w("r"):
                self._run(child, target)
            elif child.tag == w("hyperlink"):
                self._content(child, self.links.get(child.get(RELATION, ""), ""))
            elif child.tag in _CONTAINERS:
                self._content(child, target)

    def _run(self, run: _Element, target: str | None) -> None:
        if self.styles.is_set(run, self.paragraph, "vanish"):
            return
        marks = self.styles.marks(run, self.paragraph)
        for child in run:
            text = _characters(child)
            if text:
                self.pieces[-1].add(text, marks, target)
            elif child.tag in (w("br"), w("cr")):
                self.pieces.append(Piece(_BREAKS.get(child.get(w("type"), ""), Gap.NONE)))
            elif child.tag in _NOTES:
                self._note(child)
            else:
                self.boxes += _boxes(child)

    def _note(self, reference: _Element) -> None:
        """A note's number; none if the note has a mark of its own, which is in the text."""
        if not has_own_mark(reference):
            self.pieces[-1].add(self.number(reference), (TextMark.SUPERSCRIPT,), None)
        self.notes.append(reference)


def has_own_mark(reference: _Element) -> bool:
    """Whether the mark of a note is written in the text after its reference."""
    mark = reference.get(w("customMarkFollows"))
    return mark is not None and mark not in ("0", "false", "off")


def _characters(element: _Element) -> str:
    if element.tag == w("t"):
        return (element.text or "").replace("\n", " ").replace("\xad", "")
    if element.tag == w("sym"):
        code = element.get(w("char"), "")
        return chr(int(code, 16)) if len(code) == 4 and _is_hex(code) else ""
    return _CHARACTERS.get(str(element.tag), "")


def _is_hex(code: str) -> bool:
    return all(digit in "0123456789abcdefABCDEF" for digit in code)


def _boxes(element: _Element) -> Iterator[_Element]:
    """The text boxes in a drawing. Of two versions of one drawing, only the first is read."""
    if element.tag == CHOICES:
        choice = element.find(CHOICE)
        element = element if choice is None else choice
    yield from element.iterfind(".//w:txbxContent", W)
