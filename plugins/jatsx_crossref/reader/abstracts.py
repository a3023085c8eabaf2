"""``jats:abstract``: paragraphs and sections, in each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from jatsx.model import OtherAbstract
from jatsx.model.fieldpath import Path
from jatsx.model.text import Prose, Section, Text
from jatsx_crossref.reader.inline import InlineText
from jatsx_crossref.reader.notes import DepositNotes
from jatsx_crossref.reader.texts import free_tag, note_left_out
from jatsx_crossref.reader.tree import SourceNode

LABELS: Final = (
    *("abstract", "summary", "résumé", "resumen", "resumo", "zusammenfassung", "özet", "öz"),
    *("аңдатпа", "түйін", "түйіндеме", "аннотация", "резюме", "реферат", "анотація", "кыскача"),
)
"""Headings of a whole abstract, which are not part of its text."""

BLOCKS: Final = ("p", "title", "sec", "list", "list-item", "def-list", "disp-quote", "disp-formula")
"""Elements that begin a new paragraph."""

LANGUAGE: Final = "xml:lang"


@dataclass(slots=True)
class Abstracts:
    """The main abstracts by language, and the abstracts of other types."""

    main: dict[str, Prose] = field(default_factory=dict)
    others: list[OtherAbstract] = field(default_factory=list)


def abstracts(elements: Iterable[SourceNode], notes: DepositNotes) -> Abstracts:
    """All abstracts of an article."""
    read = Abstracts()
    for element in elements:
        kind = element.take_attribute("abstract-type")
        for tag, prose in _by_language(element, notes):
            if kind is None:
                free = free_tag(tag, read.main)
                notes.record(("abstract", free), element)
                read.main[free] = prose
                if free != tag:
                    notes.warn("crossref-abstract-language", ("abstract", free), element, tag=tag)
            else:
                _add_other(read.others, kind, tag, prose, element, notes)
    return read


def _add_other(
    others: list[OtherAbstract],
    kind: str,
    tag: str,
    prose: Prose,
    element: SourceNode,
    notes: DepositNotes,
) -> None:
    """Adds an abstract to the last one of its type, or as a new one if that has the language."""
    last = others[-1] if others else None
    if last and last.type == kind and tag not in last.text:
        others[-1] = OtherAbstract(type=kind, text={**last.text, tag: prose})
    else:
        others.append(OtherAbstract(type=kind, text={tag: prose}))
    path: Path = ("other_abstracts", len(others) - 1)
    notes.record(path, element)
    notes.record((*path, "text", tag), element)


def _by_language(element: SourceNode, notes: DepositNotes) -> Iterator[tuple[str, Prose]]:
    """The parts of an abstract by language: its own, else those of its paragraphs."""
    own = element.take_attribute(LANGUAGE)
    element.is_text_taken = True
    groups: dict[str, list[str | SourceNode]] = {}
    for part in element.content:
        tag = own or notes.language
        if isinstance(part, SourceNode):
            part.is_taken = True
            tag = part.attributes.get(LANGUAGE, "").strip() or tag
        groups.setdefault(tag, []).append(part)
    for tag, content in groups.items():
        if prose := _ProseBuilder(element, notes, ("abstract", tag)).prose(content):
            yield tag, prose


class _ProseBuilder:
    """Builds running text: paragraphs, then sections. Sections in sections follow each other."""

    def __init__(self, element: SourceNode, notes: DepositNotes, path: Path) -> None:
        self.element, self.notes, self.path = element, notes, path
        self.sections: list[tuple[Text | None, list[Text]]] = [(None, [])]
        self.left_out: list[str] = []

    def prose(self, content: list[str | SourceNode]) -> Prose:
        self.add(content, is_top=True)
        note_left_out(self.left_out, self.element, self.notes, self.path)
        kept = [
            Section(title, tuple(paragraphs))
            for title, paragraphs in self.sections
            if title or paragraphs
        ]
        return Prose(tuple(kept))

    def add(self, content: Iterable[str | SourceNode], *, is_top: bool = False) -> None:
        """Adds content. Inline content between blocks is a paragraph."""
        inline: list[str | SourceNode] = []
        for part in content:
            if isinstance(part, str) or part.local_name not in BLOCKS:
                inline.append(part)
                if isinstance(part, SourceNode):
                    part.pass_over()
                continue
            self.paragraph(inline)
            inline = []
            self.block(part, is_top=is_top)
        self.paragraph(inline)

    def block(self, part: SourceNode, *, is_top: bool) -> None:
        part.is_taken = part.is_text_taken = True
        part.taken_attributes |= {LANGUAGE, "id"}
        if part.local_name == "title" and not is_top:
            part.pass_over()
            self.sections[-1] = (self.text(part.content), self.sections[-1][1])
        elif part.local_name == "title":
            self.label(part)
        elif part.local_name == "sec":
            self.sections.append((None, []))
            self.add(part.content)
        else:
            if part.local_name not in ("p", "disp-formula"):
                self.left_out.append(part.name)
            self.add(part.content, is_top=is_top)

    def label(self, title: SourceNode) -> None:
        """The heading of the whole abstract. It is reported if it says more than “Abstract”."""
        if title.whole_text.casefold().strip(" .:") in LABELS:
            title.pass_over()
        else:
            title.is_taken = title.is_text_taken = False

    def paragraph(self, content: list[str | SourceNode]) -> None:
        if text := self.text(content):
            self.sections[-1][1].append(text)

    def text(self, content: Iterable[str | SourceNode]) -> Text:
        inline = InlineText()
        read = inline.text(content)
        self.left_out += inline.left_out
        return read
