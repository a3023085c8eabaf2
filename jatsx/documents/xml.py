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

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias, TypeGuard, final

from msgspec import Struct

from jatsx.model.text import Markup, Math, Text


@final
class Element(Struct, frozen=True, gc=False):
    """An XML element: name, attributes, children, and the field of the model it stands for.

    An attribute that is None isn't written.
    ``inline`` says that it stands in running text, where no space may be added around it.
    ``fields`` are the fields of its attributes and children by their names (``@language``,
    ``surname``), whether they are there or not, as :func:`el` has them. It can't be changed;
    ``msgspec.structs.replace`` makes another like it. Made from the leaves up, it is in no circle,
    and Python's search for garbage passes it over (``gc=False``).
    """

    tag: str
    attributes: Mapping[str, str | None]
    children: tuple[Child, ...] = ()
    of: str | None = None
    inline: bool = False
    fields: Mapping[str, str] | None = None


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

    Children that are None are left out; attributes that are None are kept and not written. An
    iterable stands for its items.
    ``of`` is the path of the model's field that the element stands for, from the article.
    ``fields`` are the fields of attributes and children by name, for those that have no ``of`` of
    their own or aren't there: a schema that misses one is led to the field that would have made it.
    They are paths from ``of``, so that one table serves every such element: ``given`` stands inside
    it, ``../url`` beside it, and ``/issue.year`` is a path from the article.
    """
    if len(children) == 1:
        child = children[0]
        if child is None:
            return None
        if isinstance(child, str):
            if not child.strip():
                return None
            return Element(tag, {**attributes} if attributes else {}, (child,), of, False, fields)
    content = _flat(children)
    if not _holds_something(content):
        return None
    return Element(tag, {**attributes} if attributes else {}, tuple(content), of, False, fields)


def always_el(
    tag: str,
    attributes: Attributes = None,
    *children: Children,
    of: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> Element:
    """As :func:`el`, for an element that says something even where it holds nothing."""
    content = tuple(_flat(children))
    return Element(tag, {**attributes} if attributes else {}, content, of, False, fields)


def markup(text: Text, tags: Mapping[str, str], math: str = "mml:") -> tuple[Child, ...]:
    """A text as the children of an element.

    ``tags`` gives the format's element for each tag of the input (``{"i": "italic"}``). Of a tag
    that it doesn't name, the characters alone are kept: that is a loss for the exporter to report.
    ``math`` is the prefix of MathML's elements.
    """
    if not text.has_markup:
        return (text.plain,) if text.nodes else ()
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
    parts = ['<?xml version="1.0" encoding="UTF-8"?>', f"\n{doctype}" if doctype else ""]
    _write((root,), parts.append, "\n")
    return "".join((*parts, "\n")).encode().replace(b"\r", b"&#13;")


def _write(elements: Iterable[Element], append: Callable[[str], None], line: str) -> None:
    """Appends elements that stand apart, each after a ``line``: a break and its indent."""
    for element in elements:
        tag, inside = element.tag, element.children
        opening = f"{line}<{tag}"
        if element.attributes:
            opening += _attributes(tuple(element.attributes.items()))
        if not inside:
            append(f"{opening}/>")
        elif type(inside[0]) is not Element and len(inside) == 1:
            append(f"{opening}>{_in_text(inside[0])}</{tag}>")
        elif not _are_apart(inside):
            append(f"{opening}>{_running(inside)}</{tag}>")
        else:
            append(f"{opening}>")
            _write(inside, append, f"{line}  ")
            append(f"{line}</{tag}>")


def _are_apart(children: tuple[Child, ...]) -> TypeGuard[tuple[Element, ...]]:
    """Whether space may be added among these: in running text it may not."""
    for child in children:  # noqa: SIM110 - asked of every element of every document
        if type(child) is not Element or child.inline:
            return False
    return True


def _running(children: tuple[Child, ...]) -> str:
    """Children as they stand in running text, where no space is added."""
    return "".join([_tagged(one) if type(one) is Element else _in_text(one) for one in children])


def _tagged(element: Element) -> str:
    """An element in running text."""
    tag, inside = element.tag, element.children
    opening = f"<{tag}{_attributes(tuple(element.attributes.items()))}"
    if not inside:
        return f"{opening}/>"
    if type(inside[0]) is not Element and len(inside) == 1:
        return f"{opening}>{_in_text(inside[0])}</{tag}>"
    return f"{opening}>{_running(inside)}</{tag}>"


@lru_cache(maxsize=1024)
def _attributes(attributes: tuple[tuple[str, str | None], ...]) -> str:
    """Attributes in an opening tag, but for those without a value."""
    valued = [(name, value) for name, value in attributes if value is not None]
    return "".join([f' {name}="{_in_quotes(value)}"' for name, value in valued])


def _in_quotes(characters: str) -> str:
    escaped = _in_text(characters).replace('"', "&quot;")
    return escaped.replace("\n", "&#10;").replace("\t", "&#9;")


def _in_text(characters: str) -> str:
    if "&" in characters or "<" in characters or ">" in characters:
        return characters.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return characters


def _holds_something(children: Iterable[Child]) -> bool:
    """Whether children are more than space."""
    return any(type(child) is Element or child.strip() for child in children)


def _flat(children: Iterable[Children]) -> list[Child]:
    """The elements and texts that children stand for, in order."""
    flat: list[Child] = []
    for child in children:
        if not child:
            continue
        if type(child) is Element or isinstance(child, str):
            flat.append(child)
        else:
            flat += _flat(child)
    return flat
