"""Reading XML that a server sent, or that was sent to it: no entities, no DTD, no network."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree


def root_of(content: bytes) -> etree._Element | None:
    """The root of a document; None if it is not well-formed, or has a DOCTYPE."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    try:
        root: etree._Element = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    has_doctype = root.getroottree().docinfo.internalDTD is not None
    return None if has_doctype else root
