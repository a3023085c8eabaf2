"""Texts in each language, from elements with a ``locale``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from jatsx import FrozenMap
from jatsx.model.fieldpath import Path
from jatsx.model.text import Prose, Text
from jatsx_ojs import from_html
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.tree import XmlNode, shortened

Value = TypeVar("Value")

TAGS: Final = 5
"""The maximum number of tags in a finding."""


def by_language(found: Iterable[XmlNode], notes: OjsNotes) -> dict[str, XmlNode]:
    """The elements with content, by language. Of two in the same language, the first is used."""
    elements: dict[str, XmlNode] = {}
    for element in found:
        tag = notes.tag(element)
        if tag in elements:
            element.leave()
        elif element.text.strip() or element.children:
            elements[tag] = element
    return elements


def words(found: Iterable[XmlNode], notes: OjsNotes, path: Path) -> FrozenMap[Text]:
    """A line of text with markup in each language."""
    elements = by_language(found, notes)
    texts = {tag: text(element, notes, (*path, tag)) for tag, element in elements.items()}
    return FrozenMap({tag: text for tag, text in texts.items() if text})


def lines(found: Iterable[XmlNode], notes: OjsNotes, path: Path) -> FrozenMap[str]:
    """Plain characters in each language."""
    return FrozenMap(_lines(found, notes, path))


def proses(found: Iterable[XmlNode], notes: OjsNotes, path: Path) -> FrozenMap[Prose]:
    """Running text in each language."""
    elements = by_language(found, notes)
    read = {tag: _prose(element, notes, (*path, tag)) for tag, element in elements.items()}
    return FrozenMap({tag: prose for tag, prose in read.items() if prose})


def text(element: XmlNode, notes: OjsNotes, path: Path) -> Text:
    """The line of text with markup in an element."""
    return noted(from_html.line(element.take_text()), element, notes, path)


def noted(read: from_html.Read[Value], element: XmlNode, notes: OjsNotes, path: Path) -> Value:
    """The value read from an element's HTML. Its position and the removed tags are recorded."""
    notes.record(path, element)
    if read.left_out:
        tags = [shortened(tag) for tag in read.left_out[:TAGS]]
        more = ["…"] if len(read.left_out) > TAGS else []
        notes.warn("ojs-html-left-out", path, element, tags=" ".join((*tags, *more)))
    return read.value


def line(element: XmlNode | None, notes: OjsNotes, path: Path) -> str | None:
    """The plain characters of an element; None if it is None or empty."""
    if element is None:
        return None
    notes.record(path, element)
    return element.take_line()


def url(element: XmlNode | None, notes: OjsNotes, path: Path) -> str | None:
    """The URL of a page of the journal, which only the REST API gives."""
    written = line(element, notes, path)
    return written if written and written.startswith(("https://", "http://")) else None


def _prose(element: XmlNode, notes: OjsNotes, path: Path) -> Prose:
    return noted(from_html.prose(element.take_text()), element, notes, path)


def _lines(found: Iterable[XmlNode], notes: OjsNotes, path: Path) -> Iterator[tuple[str, str]]:
    for tag, element in by_language(found, notes).items():
        characters = line(element, notes, (*path, tag))
        if characters:
            yield tag, characters
