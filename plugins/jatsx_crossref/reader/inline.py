"""Text with markup, from the content of an element.

White space is read as in HTML: a line break or several spaces are one space, and there is none at
the ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from jatsx.model.text import Markup, Math, Text
from jatsx.model.text import Node as TextNode
from jatsx_crossref.reader.tree import SourceNode

TAGS: Final = {
    "b": "b",
    "bold": "b",
    "strong": "b",
    "i": "i",
    "italic": "i",
    "em": "i",
    "u": "u",
    "underline": "u",
    "sub": "sub",
    "sup": "sup",
    "sc": "sc",
    "scp": "sc",
    "monospace": "tt",
    "tt": "tt",
}
"""The tag of the model for each element of face markup, of Crossref and of JATS."""

AROUND_FORMULAS: Final = ("inline-formula", "disp-formula", "alternatives")
"""Elements around a formula, which have no meaning of their own."""

MAX_MARKUP: Final = 10
"""The maximum depth of nested tags. Deeper tags are left out."""

_SPACES = re.compile(r"[ \t\r\n\f]+")
_TOKENS = ("mi", "mn", "mo", "ms", "mtext", "annotation")


class InlineText:
    """Builds a text, and lists the elements that the model has no tag for."""

    def __init__(self) -> None:
        self.left_out: list[str] = []
        self._is_after_space = True

    def text(self, content: Iterable[str | SourceNode]) -> Text:
        """The text of some content."""
        return Text(_trimmed(_merged(self._nodes(content, 0))))

    def _nodes(self, content: Iterable[str | SourceNode], depth: int) -> Iterator[TextNode]:
        for part in content:
            if isinstance(part, str):
                yield self._characters(part)
            elif part.local_name == "math":
                self._is_after_space = False
                yield self._math(part)
            elif part.local_name in TAGS and depth < MAX_MARKUP:
                self._leave_attributes(part)
                inside = _merged(self._nodes(part.content, depth + 1))
                if inside:
                    yield Markup(TAGS[part.local_name], inside)
            else:
                if part.local_name not in AROUND_FORMULAS:
                    self.left_out.append(part.name)
                yield from self._nodes(part.content, depth)

    def _characters(self, written: str) -> str:
        shown = _SPACES.sub(" ", written)
        if self._is_after_space:
            shown = shown.removeprefix(" ")
        if shown:
            self._is_after_space = shown.endswith(" ")
        return shown

    def _math(self, element: SourceNode) -> Math:
        children: list[Math | str] = []
        is_token = element.local_name in _TOKENS
        for part in element.content:
            if isinstance(part, SourceNode) and part.name.startswith(("mml:", "math")):
                children.append(self._math(part))
            elif isinstance(part, SourceNode):
                self.left_out.append(part.name)
                children.append(part.whole_text)
            elif is_token or part.strip():
                children.append(part)
        attributes = element.attributes.items()
        self.left_out += [f"@{name}" for name, _ in attributes if ":" in name or "}" in name]
        plain = tuple((name, value) for name, value in attributes if not _is_foreign(name))
        return Math(element.local_name, plain, tuple(children))

    def _leave_attributes(self, element: SourceNode) -> None:
        self.left_out += [f"{element.name}/@{name}" for name in element.attributes]


def _is_foreign(name: str) -> bool:
    return ":" in name or "}" in name


def _merged(nodes: Iterable[TextNode]) -> tuple[TextNode, ...]:
    """The nodes, with adjacent strings joined and without empty ones."""
    merged: list[TextNode] = []
    for node in nodes:
        last = merged[-1] if merged else None
        if isinstance(node, str) and isinstance(last, str):
            merged[-1] = last + node
        elif node != "":
            merged.append(node)
    return tuple(merged)


def _trimmed(nodes: tuple[TextNode, ...]) -> tuple[TextNode, ...]:
    """The nodes without the space at their end."""
    if not nodes or isinstance(nodes[-1], Math):
        return nodes
    *before, last = nodes
    if isinstance(last, str):
        trimmed: TextNode = last.rstrip(" ")
        return (*before, trimmed) if trimmed else _trimmed(tuple(before))
    inside = _trimmed(last.children)
    return (*before, Markup(last.tag, inside)) if inside else _trimmed(tuple(before))
