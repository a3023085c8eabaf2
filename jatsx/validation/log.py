"""The entries of libxml2's error log: kind, message, element and attribute."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from lxml import etree

from jatsx.validation.element_names import attribute_called, called
from jatsx.validation.kinds import CONTENT, KINDS

_ATTRIBUTE = re.compile(r"[Aa]ttribute '?([^\s':]+:?[^\s':]*|\{[^}]*\}[^\s']+)'?(?: |:|$|\.)")
_NAMED = re.compile(r"Element (\S+) (?:failed|is not declared)")
_STRANGE = "something strange happened"
"""A second message that libxml2 adds if the value of a key is invalid."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An entry of libxml2's error log. ``kind`` is empty for unknown types of error.

    ``attribute`` is the name of the attribute as written in the document.
    """

    kind: str
    message: str
    element: etree._Element
    attribute: str | None = None
    line: int | None = None

    @property
    def is_of_end(self) -> bool:
        """Whether children are missing at the end of the element."""
        return "Missing child" in self.message or "got nothing" in self.message


def entries(root: etree._Element, log: Iterable[etree._LogEntry]) -> Iterator[LogEntry]:
    """The entries of the log, with the elements that they are about."""
    tree, prefixes = root.getroottree(), _prefixes(root)
    for logged in log:
        kind, message = KINDS.get(logged.type_name, ""), logged.message
        element = _element(tree, logged.path, prefixes)
        if logged.type_name in ("RELAXNG_ERR_ATTRVALID", "RELAXNG_ERR_CONTENTVALID"):
            element = _around(element, message)
        if _STRANGE not in message:
            attribute = _attribute(element, kind, message)
            kind = _of_place(kind, logged.type_name, element)
            yield LogEntry(kind, message, element, attribute, logged.line or None)


def _of_place(kind: str, type_name: str, element: etree._Element) -> str:
    """The kind, which depends on whether the element is the root."""
    is_root = element.getparent() is None
    if is_root and type_name == "RELAXNG_ERR_ELEMNAME":
        return "root-unknown"
    if kind == "root-unknown" and not is_root:
        return "part-unexpected"
    return "root-unknown" if kind == "part-unexpected" and is_root else kind


def _attribute(element: etree._Element, kind: str, message: str) -> str | None:
    if kind == CONTENT or kind.startswith("part"):
        return None
    found = _ATTRIBUTE.search(message[:1_000])
    return attribute_called(element, found[1]) if found else None


def _element(
    tree: etree._ElementTree, xpath: str | None, prefixes: dict[str, str]
) -> etree._Element:
    """The element of an XPath in libxml2's log; the root if there is none."""
    with suppress(etree.XPathError):  # a very long path is truncated
        found = tree.xpath(xpath, namespaces=prefixes) if xpath else None
        if isinstance(found, list) and found and isinstance(found[0], etree._Element):
            return found[0]
    return tree.getroot()


def _around(element: etree._Element, message: str) -> etree._Element:
    """The element that a message names. RELAX NG reports its first child instead."""
    found = _NAMED.match(message)
    for one in (element, *element.iterancestors()):
        if found and called(one) == found[1]:
            return one
    return element


def _prefixes(root: etree._Element) -> dict[str, str]:
    """All namespaces of a document by prefix."""
    elements = root.iter(etree.Element)
    return {prefix: uri for one in elements for prefix, uri in one.nsmap.items() if prefix}
