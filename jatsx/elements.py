"""XML elements as values.

An exporter builds its document from the leaves up: :func:`el` returns an element, which becomes
the child of another. Nothing is changed after it is made, and an element knows which field of the
model it stands for, so that a schema's complaint can be led back to it.

    >>> print(serialised(el("title", {"xml:lang": "en"}, "Law & order", of="title.en")).decode())
    <?xml version="1.0" encoding="UTF-8"?>
    <title xml:lang="en">Law &amp; order</title>
    <BLANKLINE>

Names are written with the prefixes of the standard (``xlink:href``, ``jats:p``); the root element
declares them (``xmlns:jats``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from jatsx.text import Markup, Math, Text


@dataclass(frozen=True, slots=True)
class Element:
    """An XML element: name, attributes, children, and the field of the model it stands for.

    ``inline`` says that it stands in running text, where no space may be added around it.
    ``fields`` are the fields of its attributes and children by their names (``@language``,
    ``surname``), whether they are there or not.
    """

    tag: str
    attributes: Mapping[str, str]
    children: tuple[Child, ...] = ()
    of: str | None = None
    inline: bool = False
    fields: Mapping[str, str] | None = None

    @property
    def is_mixed(self) -> bool:
        """Whether it holds running text, so that no space may be added inside."""
        return any(isinstance(child, str) or child.inline for child in self.children)


Child: TypeAlias = Element | str
Children: TypeAlias = Child | Iterable["Children"] | None
Attributes: TypeAlias = Mapping[str, str | None] | None


def el(
    tag: str,
    attributes: Attributes = None,
    *children: Children,
    of: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> Element | None:
    """An element, or None where it would hold nothing but space.

    Children and attributes that are None are left out; an iterable stands for its items.
    ``of`` is the path of the model's field that the element stands for, from the article.
    ``fields`` are the paths of attributes and children by name, for those that have no ``of`` of
    their own or aren't there: a schema that misses one is led to the field that would have made it.
    """
    element = always_el(tag, attributes, *children, of=of, fields=fields)
    is_empty = all(isinstance(child, str) and not child.strip() for child in element.children)
    return None if is_empty else element


def always_el(
    tag: str,
    attributes: Attributes = None,
    *children: Children,
    of: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> Element:
    """As :func:`el`, for an element that says something even where it holds nothing."""
    written = {name: value for name, value in (attributes or {}).items() if value is not None}
    return Element(tag, written, tuple(_flat(children)), of, fields=fields)


def markup(text: Text, tags: Mapping[str, str], math: str = "mml:") -> tuple[Child, ...]:
    """A text as the children of an element.

    ``tags`` gives the format's element for each tag of the input (``{"i": "italic"}``). Of a tag
    that it doesn't name, the characters alone are kept: that is a loss for the exporter to report.
    ``math`` is the prefix of MathML's elements.
    """
    return tuple(_inline(text.nodes, tags, math))


def _inline(
    nodes: Iterable[str | Markup | Math], tags: Mapping[str, str], math: str
) -> Iterator[Child]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif isinstance(node, Math):
            inside = tuple(_inline(node.children, tags, math))
            yield Element(math + node.tag, dict(node.attributes), inside, inline=True)
        elif node.tag in tags:
            inside = tuple(_inline(node.children, tags, math))
            yield Element(tags[node.tag], {}, inside, inline=True)
        else:
            yield from _inline(node.children, tags, math)


def serialised(root: Element, *, doctype: str = "") -> bytes:
    """The document in UTF-8, indented where no character of its text would change."""
    parts = ['<?xml version="1.0" encoding="UTF-8"?>']
    if doctype:
        parts.append(f"\n{doctype}")
    _write(root, parts, "\n")
    parts.append("\n")
    return "".join(parts).encode()


def _write(element: Element, parts: list[str], line: str | None) -> None:
    """Appends the element. ``line`` is the break and indent before it; None in running text."""
    if line is not None:
        parts.append(line)
    parts.append(f"<{element.tag}")
    for name, value in element.attributes.items():
        parts.append(f' {name}="{_in_attribute(value)}"')
    if not element.children:
        parts.append("/>")
        return
    parts.append(">")
    inner = None if line is None or element.is_mixed else f"{line}  "
    for child in element.children:
        if isinstance(child, str):
            parts.append(_in_text(child))
        else:
            _write(child, parts, inner)
    if inner is not None:
        parts.append(line or "")
    parts.append(f"</{element.tag}>")


def _in_text(characters: str) -> str:
    escaped = characters.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\r", "&#13;")


def _in_attribute(characters: str) -> str:
    escaped = _in_text(characters).replace('"', "&quot;")
    return escaped.replace("\n", "&#10;").replace("\t", "&#9;")


def _flat(children: Iterable[Children]) -> Iterator[Child]:
    for child in children:
        if isinstance(child, (str, Element)):
            if child:
                yield child
        elif child is not None:
            yield from _flat(child)
