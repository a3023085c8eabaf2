"""The content of a document: its bytes, and the fields of its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite

from jatsx.documents.document import Document
from jatsx.documents.json import JsonList, JsonObject
from jatsx.documents.xml import Element, serialised
from jatsx.model.fieldpath import format_path, join_path, parse_path


def content_bytes(document: Document) -> bytes:
    """The bytes of a document.

    Raises:
        TypeError: the content has a type that a document does not allow.
        ValueError: a string or number of the content cannot be written as JSON or UTF-8.
    """
    content = document.content
    if isinstance(content, Element):
        return serialised(content, doctype=document.doctype)
    if isinstance(content, str):
        return content.encode("utf-8")
    if isinstance(content, bytes):
        return content
    if isinstance(content, (Mapping, list, tuple)):
        from pydantic_core import to_json

        return to_json(_plain(content), indent=2) + b"\n"
    from lxml import etree

    if isinstance(content, etree._Element):
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n{document.doctype}'.rstrip() + "\n"
        return head.encode() + bytes(etree.tostring(content, encoding="UTF-8")) + b"\n"
    raise TypeError(f"unsupported content of {document.name}: {type(content).__name__}")


def _plain(value: object) -> object:
    """A value as JSON types: dictionaries, lists, strings, numbers, booleans and None.

    Raises:
        TypeError: the value, or a value inside it, has another type.
    """
    if isinstance(value, (str, int)) or value is None:
        return value
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        plain: dict[str, object] = {}
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError(f"expected a string as a key of JSON, but found {key!r}")
            plain[key] = _plain(item)
        return plain
    if isinstance(value, float) and isfinite(value):
        return value
    raise TypeError(f"not a value of JSON: {value!r}")


def origin(content: object, path: Sequence[str | int]) -> str | None:
    """The field of the model for the value at a path, or for the nearest value around it.

    A name at the end of the path is an attribute, a child or a key. It may be missing.
    """
    field = getattr(content, "field", None)
    for step in path:
        content, own = _inside(content, step)
        field = own or field
    return field


def _inside(content: object, step: str | int) -> tuple[object, str | None]:
    """The value at one step inside some content, and its field."""
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
    """The field of an attribute or a child of an element, by its name."""
    field = (element.fields or {}).get(name)
    return _seen_from(element.field or "", field) if field else None


def _seen_from(origin: str, field: str) -> str:
    """A field relative to another: ``given`` (inside), ``../url`` (beside), ``/title`` (absolute).

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
