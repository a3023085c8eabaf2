"""What stands in a document: its bytes, and the fields that its parts stand for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from jatsx.elements import Element, serialised
from jatsx.formats import Document


def content_bytes(document: Document) -> bytes:
    """The document as it is written.

    Raises:
        TypeError: its content is none of what a document may hold.
    """
    content = document.content
    if isinstance(content, Element):
        return serialised(content, doctype=document.doctype)
    if isinstance(content, bytes):
        return content
    if isinstance(content, (Mapping, list, tuple)):
        written = json.dumps(
            content, ensure_ascii=False, indent=2, allow_nan=False, default=_plain_mapping
        )
        return f"{written}\n".encode()
    from lxml import etree

    if isinstance(content, etree._Element):
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n{document.doctype}'.rstrip() + "\n"
        return head.encode() + bytes(etree.tostring(content, encoding="UTF-8")) + b"\n"
    raise TypeError(f"{document.name} holds {type(content).__name__}")


def _plain_mapping(value: object) -> dict[str, object]:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"JSON has no word for {value!r}")


def origin(content: object, path: Sequence[str | int]) -> str | None:
    """The field of the model that the element at a path stands for, or the nearest one around."""
    field = None
    for step in (None, *path):
        if not isinstance(content, Element):
            break
        if step is not None:
            elements = [child for child in content.children if isinstance(child, Element)]
            if not isinstance(step, int) or step >= len(elements):
                break
            content = elements[step]
        field = content.of or field if isinstance(content, Element) else field
    return field
