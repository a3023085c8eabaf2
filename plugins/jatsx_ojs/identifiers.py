"""DOIs, other ids and file names of the article and its issue."""

from __future__ import annotations

import re

from jatsx import FrozenMap
from jatsx.model.fieldpath import Path
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.tree import XmlNode

PUBLISHER: str = "publisher-id"
"""The name in JATS of the publisher's id, which is the "public" id in OJS."""

INTERNAL: str = "internal"
"""The type of ids that are only numbers in the database of an OJS."""


def doi(elements: list[XmlNode], notes: OjsNotes, path: Path) -> str | None:
    """The first DOI in some elements.

    The DOI is in the publication; up to 3.1 it is in the article.
    """
    for element in elements:
        for id in element.children:
            if id.name == "id" and id.attributes.get("type") == "doi" and id.text.strip():
                return _taken(id, notes, path)
    return None


def other_ids(elements: list[XmlNode], notes: OjsNotes) -> FrozenMap[str]:
    """The other ids: ``publisher-id``, and ids of OJS plugins, such as ``urn``."""
    found: dict[str, str] = {}
    for element in elements:
        for id in element.children:
            kind = _kind(id)
            if kind and kind not in found and id.text.strip():
                found[kind] = _taken(id, notes, ("identifiers", kind))
        public = element.attributes.get("public_id", "").strip()
        if public and PUBLISHER not in found:
            element.take_attribute("public_id")
            notes.record(("identifiers", PUBLISHER), element)
            found[PUBLISHER] = public
    return FrozenMap(found)


def internal_id(element: XmlNode) -> str | None:
    """The number of an element in the database of the OJS."""
    ids = (id for id in element.children if id.name == "id")
    found = [id for id in ids if id.attributes.get("type") == INTERNAL]
    for id in found:
        id.pass_over()
    return found[0].text.strip() or None if found else element.attributes.get("id")


def file_name(written: str | None) -> str:
    """A valid file name: Latin letters, digits, dots, hyphens and underscores."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", written or "").strip("-._")[:100].rstrip("-._")


def _kind(id: XmlNode) -> str | None:
    """The scheme of an id; None for a DOI, a database number or another element."""
    if id.name != "id":
        return None
    kind = id.attributes.get("type", "").strip().removeprefix("other::")
    return {"public": PUBLISHER, "doi": None, INTERNAL: None}.get(kind, kind or None)


def _taken(id: XmlNode, notes: OjsNotes, path: Path) -> str:
    id.is_taken = True
    id.take_attribute("type")
    notes.record(path, id)
    return id.take_line() or ""
