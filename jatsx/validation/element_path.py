"""The path to an element of lxml. Imports nothing of lxml, so that plugins may import it early."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["positions"]


def positions(element: _Element) -> tuple[int, ...]:
    """The positions that lead from the root to an element, counted from 0, only elements counted.

    It is the path of a :class:`~jatsx.validation.schema.SchemaError` about the element.
    """
    steps: list[int] = []
    parent = element.getparent()
    while parent is not None:
        steps.append(sum(1 for _ in element.itersiblings("*", preceding=True)))
        element, parent = parent, parent.getparent()
    return tuple(reversed(steps))
