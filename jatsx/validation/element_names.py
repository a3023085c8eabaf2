"""Elements and attributes by the names that they have in a document, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from lxml import etree

XML = "http://www.w3.org/XML/1998/namespace"


def called(element: etree._Element) -> str:
    """The name of an element as it is written, with its prefix."""
    local = etree.QName(element).localname
    return f"{element.prefix}:{local}" if element.prefix else local


def called_within(element: etree._Element, name: str) -> str:
    """A name in its namespace (``{…}surname``) as it would be written inside an element."""
    if not name.startswith("{"):
        return name
    uri, _, local = name[1:].partition("}")
    prefixes = {uri: prefix for prefix, uri in element.nsmap.items()} | {XML: "xml"}
    prefix = prefixes.get(uri)
    return f"{prefix}:{local}" if prefix else local


def written_name(declared: Any) -> str:
    """The name of what a DTD declares, as it is written."""
    return f"{declared.prefix}:{declared.name}" if declared.prefix else str(declared.name)


def declarations(dtd: etree.DTD) -> Iterator[Any]:
    """The elements that a DTD declares."""
    yield from dtd.iterelements()  # type: ignore[attr-defined]


def line_of(element: etree._Element) -> int | None:
    """The line of an element, where it was read from a document."""
    return cast("int | None", element.sourceline)


def attribute_called(element: etree._Element, name: str) -> str:
    """The name of an attribute as it is written; a DTD's error leaves out the prefix."""
    if name.startswith("{"):
        return called_within(element, name)
    written = {called_within(element, str(own)) for own in element.attrib}
    return next((own for own in written if own.rpartition(":")[2] == name), name)


def attribute_value(element: etree._Element, attribute: str) -> str | None:
    """The value of an attribute that is named as it is written."""
    for own, value in element.attrib.items():
        if called_within(element, str(own)) == attribute:
            return str(value)
    return None


def text_of(element: etree._Element) -> str:
    """The characters of an element, without the space around them."""
    return "".join(str(text) for text in element.itertext(etree.Element)).strip()


def children(element: etree._Element) -> list[etree._Element]:
    """The elements inside an element; comments aren't."""
    return list(element.iterchildren(etree.Element))


def has_own_text(element: etree._Element) -> bool:
    """Whether text stands beside the children of an element."""
    texts = (element.text, *(child.tail for child in element))
    return any(text and text.strip() for text in texts)
