"""The reference list: ``ref-list``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import CitedWork, Reference
from jatsx.model.fieldpath import Path
from jatsx.model.text import Text
from jatsx_jats.reader.citations import cited_work, linked, printed_text, publication_type
from jatsx_jats.reader.texts import language_of, line
from jatsx_jats.reader.tree import JatsElement

PRINTED: Final = frozenset({"mixed-citation", "citation"})
"""The citations with the text as printed."""

STRUCTURE: Final = ("person-group", "name", "article-title", "source", "year")
"""The parts that most citations have."""

CITATIONS: Final = frozenset({*PRINTED, "element-citation", "nlm-citation"})


@dataclass(slots=True)
class _Entry:
    """The parts of a reference that have been read."""

    values: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)


def references(back: JatsElement | None, notes: ReaderNotes) -> tuple[Reference, ...]:
    """The references of all lists, in order."""
    read: list[Reference] = []
    for ref in _refs(back) if back is not None else ():
        for citations, label in _entries(ref):
            path: Path = ("references", len(read))
            notes.record(path, ref)
            found = _reference(citations, label, notes, path)
            if found:
                read.append(found)
    return tuple(read)


def _refs(around: JatsElement) -> Iterator[JatsElement]:
    for group in around.take_all("ref-list"):
        for heading in group.take_all("title", "label"):
            heading.pass_over()
        yield from group.take_all("ref")
        yield from _refs(group)


def _entries(ref: JatsElement) -> Iterator[tuple[list[JatsElement], JatsElement | None]]:
    """The citations of each reference in a ``ref``, and the label of the first one."""
    label = ref.take("label")
    groups = [
        [*one.find(*CITATIONS)] if one.name == "citation-alternatives" else [one]
        for one in ref.children
        if one.name in CITATIONS or one.name == "citation-alternatives"
    ]
    for alternatives in ref.take_all("citation-alternatives"):
        alternatives.is_taken = True
    for n, citations in enumerate(groups):
        own = next((one for each in citations for one in each.find("label")), None)
        yield citations, label if n == 0 and label is not None else own


def _reference(
    citations: list[JatsElement], label: JatsElement | None, notes: ReaderNotes, path: Path
) -> Reference | None:
    entry = _Entry()
    if label is not None:
        label.is_taken = True
        entry.values["label"] = line(label, notes, (*path, "label"))
    for citation in citations:
        _take_citation(citation, entry, notes, path)
    values = {name: value for name, value in entry.values.items() if value}
    if entry.texts:
        values["text"] = FrozenMap(entry.texts)
    return Reference(**values) if values else None


def _is_structure(citation: JatsElement) -> bool:
    """Whether a citation contains only tagged parts, without the punctuation of a printed text."""
    return not citation.own_text and any(citation.find(*STRUCTURE))


def _take_citation(citation: JatsElement, entry: _Entry, notes: ReaderNotes, path: Path) -> None:
    """Takes the parts that no former citation of the reference has, and its text."""
    tag = language_of(citation)
    is_printed = citation.name in PRINTED and not _is_structure(citation)
    if is_printed and tag in entry.texts:
        return
    citation.is_taken = True
    values = entry.values
    for name, value in (
        ("type", publication_type(citation)),
        *linked(citation, notes, path).items(),
    ):
        if value and not values.get(name):
            values[name] = value
    work: CitedWork | None = values.get("work")
    if not work:
        values["work"] = cited_work(citation, notes, path)
    if is_printed:
        text = printed_text(citation, notes, (*path, "text", tag))
        if text.nodes:
            entry.texts[tag] = text
    else:
        citation.is_text_taken = not any(one.isalnum() for one in citation.own_text)
