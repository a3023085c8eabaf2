"""An element of an article with its line, which records which parts of it have been read.

Functions that read an element take its children, attributes and text. Parts that were not taken are
reported at the end, so that nothing is lost silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from jatsx_jats.reader.tags import language_tag

LENGTH: Final = 80
"""The maximum number of characters of a value in a finding."""

_LINE_BREAKS = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True, eq=False)
class JatsElement:
    """An element, its children and its text, in order.

    Elements and attributes of known namespaces have the prefixes of the DTD (``mml:math``,
    ``xlink:href``), those of other namespaces are ``{namespace}name``.
    """

    name: str
    line: int = 1
    attributes: dict[str, str] = field(default_factory=dict)
    parent: JatsElement | None = field(default=None, repr=False)
    content: list[JatsElement | str] = field(default_factory=list, repr=False)
    is_taken: bool = False
    is_passed_over: bool = False
    is_text_taken: bool = False
    taken_attributes: set[str] = field(default_factory=set, repr=False)

    @property
    def children(self) -> Iterator[JatsElement]:
        """The elements inside, in order."""
        return (one for one in self.content if isinstance(one, JatsElement))

    def find(self, *names: str) -> Iterator[JatsElement]:
        """The children with these names, in order, without taking them."""
        return (one for one in self.children if one.name in names)

    def take(self, *names: str) -> JatsElement | None:
        """Takes the first child with one of these names that has not been taken."""
        found = next((one for one in self.find(*names) if not one.is_taken), None)
        if found is not None:
            found.is_taken = True
        return found

    def take_all(self, *names: str) -> list[JatsElement]:
        """Takes the children with these names, in order."""
        found = [one for one in self.find(*names) if not one.is_passed_over]
        for one in found:
            one.is_taken = True
        return found

    def attribute(self, name: str) -> str | None:
        """Takes an attribute; None if it is absent or blank."""
        self.taken_attributes.add(name)
        return self.attributes.get(name, "").strip() or None

    def leave(self) -> None:
        """Marks a taken element as not taken, so that it will be reported."""
        self.is_taken = False

    def pass_over(self) -> None:
        """Marks the element as read, with its attributes and everything inside it."""
        self.taken_attributes.update(self.attributes)
        self.pass_over_content()

    def pass_over_content(self) -> None:
        """Marks the element as read, with everything inside it, but not its own attributes."""
        self.is_taken = True
        self.is_passed_over = True

    @property
    def line_of_text(self) -> str:
        """The characters of the element and of all elements inside it, on one line."""
        return on_one_line("".join(self._characters()))

    @property
    def description(self) -> str:
        """The characters of the element; without any, its attributes and those of elements inside.

        Empty for an element without text and attributes.
        """
        return self.line_of_text or " ".join(self._attributes())

    @property
    def own_text(self) -> str:
        """The characters outside the elements inside, on one line."""
        return on_one_line(" ".join(one for one in self.content if isinstance(one, str)))

    @property
    def language(self) -> str | None:
        """The language of the element: its own ``xml:lang``, else that of the element around it."""
        around: JatsElement | None = self
        while around is not None:
            if own := around.own_language:
                return own
            around = around.parent
        return None

    @property
    def own_language(self) -> str | None:
        """The element's own ``xml:lang``."""
        written = self.attributes.get("xml:lang", "").strip()
        return language_tag(written) if written else None

    def _characters(self) -> Iterator[str]:
        for one in self.content:
            if isinstance(one, str):
                yield one
            else:
                yield from one._characters()

    def _attributes(self) -> Iterator[str]:
        yield from (f"{name}={self.attributes[name]}" for name in self.attributes if name != "id")
        for child in self.children:
            yield from child._attributes()


def on_one_line(text: str) -> str:
    """A text without line breaks, the spaces around them, and spaces at its ends."""
    return _LINE_BREAKS.sub(" ", text).strip(" \t\r\n")


def shortened(value: str) -> str:
    """The beginning of a value on one line."""
    line = _SPACES.sub(" ", value).strip()
    return line if len(line) <= LENGTH else f"{line[:LENGTH].rstrip()}…"
