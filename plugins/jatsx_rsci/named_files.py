"""The files that an issue names: they are beside its XML file in the ZIP file for Articulus."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree


def named_files(content: bytes) -> Iterable[str]:
    """The text of each ``file``, also in a document that is not well-formed."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(content, parser) if content.strip() else None
    texts = (one.text or "" for one in root.iter("file")) if root is not None else ()
    return [name for text in texts if (name := text.strip())]
