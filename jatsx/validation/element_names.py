"""The names, values and lines of elements and attributes, as written in a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from lxml import etree

XML = "http://www.w3.org/XML/1998/namespace"


def called(element: etree._Element) -> str:
    """The name of an element as written, with its prefix."""
    local = etree.QName(element).localname
    return f"{element.prefix}:{local}" if element.prefix else local


def called_within(element: etree._Element, name: str) -> str:
    """A name with namespace (``{…}surname``) as it is written inside an element."""
    if not name.startswith("{"):
        return name
    uri, _, local = name[1:].partition("}")
    prefixes = {uri: prefix for prefix, uri in element.nsmap.items()} | {XML: "xml"}
    prefix = prefixes.get(uri)
    return f"{prefix}:{local}" if prefix else local


def written_name(declared: Any) -> str:
    """The name of a declared element or attribute of a DTD, with its prefix."""
    return f"{declared.prefix}:{declared.name}" if declared.prefix else str(declared.name)


def declarations(dtd: etree.DTD) -> Iterator[Any]:
    """The elements that a DTD declares."""
    yield from dtd.iterelements()  # type: ignore[attr-defined]


def line_of(element: etree._Element) -> int | None:
    """The line of an element; None if it was not read from a document."""
    return cast("int | None", element.sourceline)


def attribute_called(element: etree._Element, name: str) -> str:
    """The name of an attribute as written. Errors of a DTD give it without the prefix."""
    if name.startswith("{"):
        return called_within(element, name)
    written = {called_within(element, str(own)) for own in element.attrib}
    return next((own for own in written if own.rpartition(":")[2] == name), name)


def attribute_value(element: etree._Element, attribute: str) -> str | None:
    """The value of an attribute, given its name as written; None if there is none."""
    for own, value in element.attrib.items():
        if called_within(element, str(own)) == attribute:
            return str(value)
    return None


def text_of(element: etree._Element) -> str:
    """The text of an element, without white space at both ends."""
    return "".join(str(text) for text in element.itertext(etree.Element)).strip()


def children(element: etree._Element) -> list[etree._Element]:
    """The child elements of an element, without comments."""
    return list(element.iterchildren(etree.Element))


def has_own_text(element: etree._Element) -> bool:
    """Whether an element has text besides its child elements."""
    texts = (element.text, *(child.tail for child in element))
    return any(text and text.strip() for text in texts)
