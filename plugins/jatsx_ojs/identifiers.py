"""What the article and its issue are called: DOIs, other ids, and names for files."""

from __future__ import annotations

import re

from jatsx import FrozenMap
from jatsx.model.fieldpath import Path
from jatsx_ojs.notes import ReaderNotes
from jatsx_ojs.tree import XmlNode

PUBLISHER: str = "publisher-id"
"""What JATS calls the id that a publisher gives: in OJS the "public" one."""

INTERNAL: str = "internal"
"""The number of a thing in the database of one OJS: no id of the thing."""


def doi(elements: list[XmlNode], notes: ReaderNotes, path: Path) -> str | None:
    """The DOI that the first of the elements gives which gives one.

    It stands in the publication; up to 3.1 in the article itself.
    """
    for element in elements:
        for id in element.children:
            if id.name == "id" and id.attributes.get("type") == "doi" and id.text.strip():
                return _taken(id, notes, path)
    return None


def other_ids(elements: list[XmlNode], notes: ReaderNotes) -> FrozenMap[str]:
    """The ids of other kinds: ``publisher-id``, and those of OJS's plugins, such as ``urn``."""
    found: dict[str, str] = {}
    for element in elements:
        for id in element.children:
            kind = _kind(id)
            if kind and kind not in found and id.text.strip():
                found[kind] = _taken(id, notes, ("identifiers", kind))
        public = element.attributes.get("public_id", "").strip()
        if public and PUBLISHER not in found:
            element.take_attribute("public_id")
            notes.stands(("identifiers", PUBLISHER), element)
            found[PUBLISHER] = public
    return FrozenMap(found)


def internal_id(element: XmlNode) -> str | None:
    """The number of a thing in the database that it was exported from."""
    ids = (id for id in element.children if id.name == "id")
    found = [id for id in ids if id.attributes.get("type") == INTERNAL]
    for id in found:
        id.pass_over()
    return found[0].text.strip() or None if found else element.attributes.get("id")


def file_name(written: str | None) -> str:
    """A name that can be a file's: Latin letters, digits, dots, hyphens and underscores."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", written or "").strip("-._")[:100].rstrip("-._")


def _kind(id: XmlNode) -> str | None:
    """The scheme of an id, None of a DOI, of a number in a database and of what is no id."""
    if id.name != "id":
        return None
    kind = id.attributes.get("type", "").strip().removeprefix("other::")
    return {"public": PUBLISHER, "doi": None, INTERNAL: None}.get(kind, kind or None)


def _taken(id: XmlNode, notes: ReaderNotes, path: Path) -> str:
    id.is_taken = True
    id.take_attribute("type")
    notes.stands(path, id)
    return id.take_line() or ""
