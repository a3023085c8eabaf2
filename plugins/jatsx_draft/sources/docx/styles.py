"""Whether characters are bold, italic, raised or hidden, also where a style says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jatsx_draft.printed import TextMark
from jatsx_draft.sources.docx.names import W, is_on, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_STYLES: Final = 20
"""How many styles may be based on each other."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by id."""

    by_id: Mapping[str, _Element]

    def chain(self, style_id: str) -> Iterator[_Element]:
        """A style and those that it is based on."""
        for _ in range(_MOST_STYLES):
            style = self.by_id.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style.find("w:basedOn", W))

    def heading(self, paragraph: _Element) -> int | None:
        """The level of a heading, from its outline level; None if it is body text."""
        for properties in self._paragraph_properties(paragraph):
            level = value(properties.find("w:outlineLvl", W))
            if level:
                return int(level) + 1 if level in tuple("012345678") else None
        return None

    def numbered(self, paragraph: _Element) -> tuple[str, int] | None:
        """The id of the list that numbers a paragraph, and the level in it."""
        for properties in self._paragraph_properties(paragraph):
            number = value(properties.find("w:numPr/w:numId", W))
            if number:
                level = value(properties.find("w:numPr/w:ilvl", W))
                return (number, int(level) if level.isdecimal() else 0) if number != "0" else None
        return None

    def is_paragraph(self, paragraph: _Element, name: str) -> bool:
        """Whether a property of a paragraph is switched on."""
        found = (one.find(f"w:{name}", W) for one in self._paragraph_properties(paragraph))
        return next((is_on(one) for one in found if one is not None), False)

    def marks(self, run: _Element, paragraph: _Element) -> tuple[TextMark, ...]:
        """The marks of the characters of a run."""
        aligned = self._property(run, paragraph, "vertAlign")
        raised = {"superscript": TextMark.SUPERSCRIPT, "subscript": TextMark.SUBSCRIPT}
        marks = [raised[value(aligned)]] if value(aligned) in raised else []
        for name, mark in (("i", TextMark.ITALIC), ("b", TextMark.BOLD)):
            if self.is_set(run, paragraph, name):
                marks.append(mark)
        return tuple(marks)

    def is_set(self, run: _Element, paragraph: _Element, name: str) -> bool:
        """Whether a property of the characters of a run is switched on."""
        found = self._property(run, paragraph, name)
        return found is not None and is_on(found)

    def _property(self, run: _Element, paragraph: _Element, name: str) -> _Element | None:
        for properties in self._run_properties(run, paragraph):
            found = properties.find(f"w:{name}", W)
            if found is not None:
                return found
        return None

    def _run_properties(self, run: _Element, paragraph: _Element) -> Iterator[_Element]:
        own = run.find("w:rPr", W)
        if own is not None:
            yield own
            yield from self._of_style(value(own.find("w:rStyle", W)), "rPr")
        yield from self._of_style(value(paragraph.find("w:pPr/w:pStyle", W)), "rPr")

    def _paragraph_properties(self, paragraph: _Element) -> Iterator[_Element]:
        own = paragraph.find("w:pPr", W)
        if own is not None:
            yield own
            yield from self._of_style(value(own.find("w:pStyle", W)), "pPr")

    def _of_style(self, style_id: str, name: str) -> Iterator[_Element]:
        for style in self.chain(style_id):
            properties = style.find(f"w:{name}", W)
            if properties is not None:
                yield properties


def styles_of(root: _Element | None) -> Styles:
    """The styles of a document, from the root of its style part."""
    found = () if root is None else root.iterfind("w:style", W)
    return Styles({one.get(w("styleId"), ""): one for one in found})
