"""An element of a deposit, or a value of a REST record, that records what was read of it.

Functions that read an element take its children, attributes and text. Parts that were not taken are
reported at the end (:mod:`jatsx_crossref.reader.unread`), so that nothing is lost silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

ILLEGAL_MARK: Final = "illegal"
"""The attribute of a value in which characters were replaced."""

_SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True, eq=False)
class SourceNode:
    """An element with its line: its name, attributes and content.

    Names in Crossref's namespaces have no prefix; names in other known namespaces have the usual
    one: ``jats:p``, ``fr:assertion``, ``ai:program``, ``rel:program``, ``mml:math``.
    """

    name: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[str | SourceNode] = field(default_factory=list, repr=False)
    is_taken: bool = False
    is_passed_over: bool = False
    is_text_taken: bool = False
    taken_attributes: set[str] = field(default_factory=set, repr=False)

    @property
    def children(self) -> Iterator[SourceNode]:
        return (part for part in self.content if isinstance(part, SourceNode))

    @property
    def local_name(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    @property
    def text(self) -> str:
        """The text directly in the element."""
        return "".join(part for part in self.content if isinstance(part, str))

    @property
    def whole_text(self) -> str:
        """The text of the element and of all elements in it, on one line."""
        return one_line(" ".join(self._texts()))

    def find(self, *names: str) -> SourceNode | None:
        """The first element inside, at a path of names, without taking it."""
        found = self
        for name in names:
            inside = next((one for one in found.children if one.name == name), None)
            if inside is None:
                return None
            found = inside
        return found

    def find_all(self, *names: str) -> list[SourceNode]:
        """The children with these names, without taking them."""
        return [child for child in self.children if child.name in names]

    def take(self, *names: str) -> SourceNode | None:
        """Takes the first child with one of these names."""
        return next(iter(self.take_all(*names, limit=1)), None)

    def take_all(self, *names: str, limit: int | None = None) -> list[SourceNode]:
        """Takes the children with these names, in order."""
        found = self.find_all(*names)[:limit]
        for child in found:
            child.is_taken = True
        return found

    def take_attribute(self, name: str) -> str | None:
        """Takes an attribute; None if it is absent or empty."""
        self.taken_attributes.add(name)
        return self.attributes.get(name, "").strip() or None

    def take_line(self) -> str | None:
        """Takes the text directly in the element, on one line; None if there is none."""
        self.is_text_taken = True
        return one_line(self.text) or None

    def leave(self) -> None:
        """Marks an element as not taken, so that it will be reported."""
        self.is_taken = False

    def pass_over(self) -> None:
        """Marks an element with all its content as taken."""
        self.is_taken = True
        self.is_passed_over = True

    def key(self) -> tuple[object, ...]:
        """A value that is the same for elements with the same content."""
        inside = tuple(
            one_line(part) if isinstance(part, str) else part.key()
            for part in self.content
            if isinstance(part, SourceNode) or part.strip()
        )
        return (self.name, tuple(sorted(self.attributes.items())), inside)

    def _texts(self) -> Iterator[str]:
        for part in self.content:
            if isinstance(part, str):
                yield part
            else:
                yield from part._texts()


def one_line(text: str) -> str:
    """A text without line breaks and repeated spaces.

    >>> one_line(" Су \\n ресурсы ")
    'Су ресурсы'
    """
    return _SPACES.sub(" ", text).strip(" ")
