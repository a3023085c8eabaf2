"""The reference list.

In OJS, each reference is one text without a language. Its parts are not recognised: DOIs and URLs
remain in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.model import FrozenMap, Reference
from jatsx_ojs import from_html
from jatsx_ojs.locales import UNDETERMINED
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.texts import noted
from jatsx_ojs.tree import XmlNode


def references(publication: XmlNode, notes: OjsNotes) -> tuple[Reference, ...]:
    """The references in order."""
    found: list[Reference] = []
    for tag, element, written in _entries(publication, notes):
        read = from_html.line(written)
        if read.value:
            path = ("references", len(found))
            notes.record(path, element)
            text = noted(read, element, notes, (*path, "text", tag))
            found.append(Reference(text=FrozenMap({tag: text})))
    return tuple(found)


def _entries(publication: XmlNode, notes: OjsNotes) -> Iterator[tuple[str, XmlNode, str]]:
    """The language, the element and the text of each entry."""
    for listed in publication.take_all("citations"):
        tag = notes.tag(listed) if listed.attributes.get("locale") else UNDETERMINED
        for citation in listed.take_all("citation"):
            yield tag, citation, citation.take_text()
        for line in listed.take_text().splitlines():  # in 2.4 one text with a line for each entry
            yield tag, listed, line
