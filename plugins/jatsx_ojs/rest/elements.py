"""Values of answers as elements, each with the address of its resource and field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from jatsx_ojs.tree import XmlNode


def texts(tag: str, value: Any, address: str) -> list[XmlNode]:
    """The elements of a text, or of a text in each language."""
    if isinstance(value, dict):
        return [
            node(tag, f"{address}.{locale}", text, locale=locale)
            for locale, text in localised(value)
        ]
    if value in (None, "", [], False):
        return []
    return [node(tag, address, plain(value))]


def localised(value: Any) -> Iterator[tuple[str, str]]:
    """The texts that are not empty, by locale. PHP writes an empty object as an empty list."""
    if isinstance(value, dict):
        for locale, one in value.items():
            if one not in (None, "", [], {}):
                yield locale, plain(one)
    elif isinstance(value, str) and value:
        yield "", value


def node(tag: str, address: str, text: str = "", **attributes: Any) -> XmlNode:
    """An element. Attributes without a value are omitted."""
    given = {name: plain(value) for name, value in attributes.items() if value is not None}
    return XmlNode(tag, 0, given, pieces=[text] if text else [], address=address)


def plain(value: Any) -> str:
    """A value as text."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def day(written: Any) -> Any:
    """A date without its time, as in an export."""
    return written[:10] if isinstance(written, str) and written[10:11] in (" ", "T") else written


def field_at(address: str, name: str) -> str:
    """The address of a field of a resource."""
    return f"{address}#{name}"
