"""The names of WordprocessingML's elements and attributes. Source: ECMA-376, part 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"

W: Final = {"w": _MAIN}
"""The prefix in paths."""

RELATION: Final = f"{{{_RELATIONS}}}id"
CHOICES: Final = f"{{{_COMPATIBILITY}}}AlternateContent"
CHOICE: Final = f"{{{_COMPATIBILITY}}}Choice"


def w(name: str) -> str:
    """The name of an element or attribute, with its namespace."""
    return f"{{{_MAIN}}}{name}"


def value(element: _Element | None) -> str:
    """The attribute ``w:val`` of an element; empty if there is none."""
    return "" if element is None else element.get(w("val"), "")


def is_on(element: _Element) -> bool:
    """Whether a property without a value, or with this one, is switched on."""
    return element.get(w("val"), "true") not in ("0", "false", "off", "none")
