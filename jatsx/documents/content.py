"""What stands in a document: its bytes, and the fields that its parts stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite

from jatsx.documents.document import Document
from jatsx.documents.json import JsonList, JsonObject
from jatsx.documents.xml import Element, serialised
from jatsx.model.fieldpath import format_path, join_path, parse_path


def content_bytes(document: Document) -> bytes:
    """The document as it is written.

    Raises:
        TypeError: its content is none of what a document may hold.
        ValueError: JSON can't write a text or number of it.
    """
    content = document.content
    if isinstance(content, Element):
        return serialised(content, doctype=document.doctype)
    if isinstance(content, bytes):
        return content
    if isinstance(content, (Mapping, list, tuple)):
        from pydantic_core import to_json

        return to_json(_plain(content), indent=2) + b"\n"
    from lxml import etree

    if isinstance(content, etree._Element):
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n{document.doctype}'.rstrip() + "\n"
        return head.encode() + bytes(etree.tostring(content, encoding="UTF-8")) + b"\n"
    raise TypeError(f"{document.name} holds {type(content).__name__}")


def _plain(value: object) -> object:
    """A value as dictionaries, lists, texts and numbers, which is all that JSON knows.

    Raises:
        TypeError: it is something else, or holds it.
    """
    if isinstance(value, (str, int)) or value is None:
        return value
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        plain: dict[str, object] = {}
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError(f"a key of JSON is a text, and not {key!r}")
            plain[key] = _plain(item)
        return plain
    if isinstance(value, float) and isfinite(value):
        return value
    raise TypeError(f"JSON has no word for {value!r}")


def origin(content: object, path: Sequence[str | int]) -> str | None:
    """The field of the model that the value at a path stands for, or the nearest one around.

    A name at the end of the path is an attribute, or a child or key that may be missing.
    """
    field = getattr(content, "field", None)
    for step in path:
        content, own = _inside(content, step)
        field = own or field
    return field


def _inside(content: object, step: str | int) -> tuple[object, str | None]:
    """What stands at a step from some content, and the field that it stands for."""
    if isinstance(content, Element):
        return _inside_element(content, step)
    if isinstance(content, Mapping):
        inner = content.get(step)
        named = content.fields.get(str(step)) if isinstance(content, JsonObject) else None
        return inner, getattr(inner, "field", None) or named
    if isinstance(content, (list, tuple)):
        return _inside_list(content, step)
    return None, None


def _inside_element(element: Element, step: str | int) -> tuple[object, str | None]:
    if isinstance(step, str):
        return None, _named(element, step)
    children = [child for child in element.children if isinstance(child, Element)]
    child = children[step] if step < len(children) else None
    if child is None:
        return None, None
    return child, child.field or _named(element, child.tag)


def _named(element: Element, name: str) -> str | None:
    """The field of an element's attribute or child of a name."""
    field = (element.fields or {}).get(name)
    return _seen_from(element.field or "", field) if field else None


def _seen_from(origin: str, field: str) -> str:
    """A field given from another: ``given`` inside it, ``../url`` beside it, ``/title`` anywhere.

    >>> _seen_from("references[0].doi", "../url"), _seen_from("references[0]", "/title")
    ('references[0].url', 'title')
    """
    if field.startswith("/"):
        return field[1:]
    path = parse_path(origin)
    while field.startswith("../"):
        path, field = path[:-1], field[3:]
    return join_path(format_path(path), field)


def _inside_list(items: Sequence[object], step: str | int) -> tuple[object, str | None]:
    if isinstance(step, str):
        return None, items.kinds.get(step) if isinstance(items, JsonList) else None
    inner = items[step] if step < len(items) else None
    fields = items.fields if isinstance(items, JsonList) else ()
    return inner, getattr(inner, "field", None) or (fields[step] if step < len(fields) else None)
