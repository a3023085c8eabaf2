"""Leaving out elements of a large document that its DTD does not allow, before it is validated.

For each error, libxml2 counts the siblings before the element. So the time for a document with
thousands of errors would grow with the square of their number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from lxml import etree

from jatsx.validation.element_names import called, declarations, written_name
from jatsx.validation.many_errors import MOST_EXPLAINED

if TYPE_CHECKING:
    from lxml.etree import _DTDElementContentDecl as Model

MANY_TAGS: Final = 4_000
"""Documents with fewer tags are validated whole."""


def leave_out_wrong(root: etree._Element, dtd: etree.DTD, document: bytes) -> int:
    """Removes the elements after the first hundred that are wrong; returns their number.

    An element is wrong if the DTD does not allow its name in its parent, wherever it is.
    """
    if document.count(b"<") < MANY_TAGS:
        return 0
    further = list(_wrong(root, _allowed_names(dtd)))[MOST_EXPLAINED:]
    for element in further:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return len(further)


def _wrong(root: etree._Element, allowed: dict[str, set[str] | None]) -> Iterator[etree._Element]:
    """The outermost elements that are not allowed in their parents, in order."""
    for element in root.iterchildren(etree.Element):
        names = allowed.get(called(root), set())
        if names is not None and etree.QName(element).localname not in names:
            yield element
        else:
            yield from _wrong(element, allowed)


def _allowed_names(dtd: etree.DTD) -> dict[str, set[str] | None]:
    """The names, without prefixes, that a DTD allows in each element; None if it allows any."""
    allowed: dict[str, set[str] | None] = {}
    for declared in declarations(dtd):
        is_any = declared.type == "any"
        allowed[written_name(declared)] = None if is_any else set(_names(declared.content))
    return allowed


def _names(model: Model | None) -> Iterator[str]:
    """The names of elements in a content model, without prefixes."""
    while model is not None:
        if model.type == "element":
            yield str(model.name)
            return
        yield from _names(model.left)
        model = model.right
