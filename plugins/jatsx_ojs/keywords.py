"""Keywords, and other lists of terms in each language."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import FrozenMap
from jatsx.model.fieldpath import Path
from jatsx.model.text import Text
from jatsx_ojs import from_html
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.texts import by_language, noted, text
from jatsx_ojs.tree import XmlNode


def keywords(publication: XmlNode, notes: OjsNotes) -> FrozenMap[tuple[Text, ...]]:
    """The keywords in each language."""
    lists = by_language(publication.take_all("keywords"), notes)
    for tag, one in lists.items():
        notes.record(("keywords", tag), one)
    found = {tag: _keywords(terms(one, "keyword"), notes, tag) for tag, one in lists.items()}
    for tag, element in _subjects(publication, notes).items():
        if tag not in found:
            found[tag] = _split(element, notes, ("keywords", tag))
    return FrozenMap({tag: keywords for tag, keywords in found.items() if keywords})


def terms(element: XmlNode, name: str) -> Iterator[XmlNode]:
    """The elements with the terms of a list. From 3.5.0-4, a term is in a ``name``."""
    for term in element.take_all(name):
        yield term.take("name") or term


def _keywords(found: Iterator[XmlNode], notes: OjsNotes, tag: str) -> tuple[Text, ...]:
    filled = (element for element in found if element.text.strip())
    texts = (text(one, notes, ("keywords", tag, n)) for n, one in enumerate(filled))
    return tuple(keyword for keyword in texts if keyword)


def _subjects(publication: XmlNode, notes: OjsNotes) -> dict[str, XmlNode]:
    """The keywords of 2.4, which are called ``subject`` in the files."""
    indexing = publication.take("indexing")
    return by_language(indexing.take_all("subject"), notes) if indexing else {}


def _split(element: XmlNode, notes: OjsNotes, path: Path) -> tuple[Text, ...]:
    """The keywords in one text. In OJS 2.4 they are separated by semicolons."""
    written = element.take_text()
    parts = [from_html.line(part) for part in written.split(";")]
    if len(parts) == 1 and "," in written:
        notes.warn("ojs-keywords-one", path, element)
    keywords = (noted(part, element, notes, (*path, n)) for n, part in enumerate(parts))
    return tuple(keyword for keyword in keywords if keyword)
