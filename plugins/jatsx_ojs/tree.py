"""An element of the export with its line, which records which parts of it have been read.

Functions that read an element take its children, attributes and text. Parts that were not taken are
reported at the end, so that nothing is lost silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

LENGTH: Final = 80
"""The maximum number of characters of a value in a finding."""

_SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True, eq=False)
class XmlNode:
    """An element: its name without PKP's namespace, or ``{namespace}name`` for other namespaces.

    ``parent`` is known for articles and for containers of articles. ``address`` is the URL of an
    answer of the REST API with the name of the field; empty for an element of a file.
    """

    name: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    parent: XmlNode | None = field(default=None, repr=False)
    children: list[XmlNode] = field(default_factory=list, repr=False)
    pieces: list[str] = field(default_factory=list, repr=False)
    is_taken: bool = False
    is_passed_over: bool = False
    is_text_taken: bool = False
    taken_attributes: set[str] = field(default_factory=set, repr=False)
    address: str = ""

    def take(self, name: str) -> XmlNode | None:
        """Takes the first child with a name."""
        return next(iter(self.take_all(name, limit=1)), None)

    def take_all(self, *names: str, limit: int | None = None) -> list[XmlNode]:
        """Takes the children with these names, in order."""
        found = [child for child in self.children if child.name in names][:limit]
        for child in found:
            child.is_taken = True
        return found

    def take_attribute(self, name: str) -> str | None:
        """Takes an attribute; None if it is absent or empty."""
        self.taken_attributes.add(name)
        return self.attributes.get(name, "").strip() or None

    def take_text(self) -> str:
        """Takes the text, unchanged."""
        self.is_text_taken = True
        return self.text

    def take_line(self) -> str | None:
        """Takes the text on one line; None if there is none."""
        return one_line(self.take_text()) or None

    def leave(self) -> None:
        """Marks a taken element as not taken, so that it will be reported."""
        self.is_taken = False

    def pass_over(self) -> None:
        """Marks an element with all its content as taken."""
        self.is_taken = True
        self.is_passed_over = True

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    @property
    def whole_text(self) -> str:
        """The text of the element and of all elements inside it, on one line."""
        return one_line(" ".join(self._texts()))

    @property
    def around(self) -> Iterator[XmlNode]:
        """The elements around the element, from the inside out."""
        around = self.parent
        while around is not None:
            yield around
            around = around.parent

    def _texts(self) -> Iterator[str]:
        yield self.text
        for child in self.children:
            yield from child._texts()


def one_line(text: str) -> str:
    """A text without line breaks and doubled spaces."""
    return _SPACES.sub(" ", text).strip(" ")


def ordinal(written: str | None) -> int:
    """The position of a number in a string; 0 if it is not a number."""
    whole = (written or "").strip().partition(".")[0]
    return int(whole) if whole.isascii() and whole.isdigit() and len(whole) < 10 else 0


def shortened(value: str) -> str:
    """The beginning of a value on one line."""
    line = " ".join(value.split())
    return line if len(line) <= LENGTH else f"{line[:LENGTH].rstrip()}…"
