"""The path to an element of lxml. Does not import lxml, so that plugins can import it early."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["positions"]


def positions(element: _Element) -> tuple[int, ...]:
    """The path from the root to an element: positions among the child elements, from 0.

    It is the path of a :class:`~jatsx.validation.schema.SchemaError` about the element.
    """
    steps: list[int] = []
    parent = element.getparent()
    while parent is not None:
        steps.append(sum(1 for _ in element.itersiblings("*", preceding=True)))
        element, parent = parent, parent.getparent()
    return tuple(reversed(steps))
