"""Running text with markup: an element with text as a line of text of the model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from jatsx import FrozenMap
from jatsx.model.text import DEPTH, Markup, Math, Node, Text
from jatsx_jats.reader.tree import JatsElement, on_one_line
from jatsx_jats.texts import INLINE_ELEMENTS

TAGS: Final = FrozenMap({name: tag for tag, name in INLINE_ELEMENTS.items()})
"""The tag of a text for each inline element of JATS."""

FORMULAS: Final = frozenset({"inline-formula", "disp-formula", "alternatives", "mml:math"})
"""The elements with a formula in several forms. MathML is read, else the TeX source as text."""

MARKS: Final = frozenset(
    {"fn", "aff", "corresp", "author-notes", "author-note", "contrib", "table-fn"}
)
"""The values of ``xref/@ref-type`` for marks that refer to notes and affiliations."""

SILENT: Final = frozenset({"break", "x", "fixed-case", "roman", "sans-serif", "p", "target"})
"""The elements whose text is read without them."""

LINKS: Final = frozenset({"ext-link", "uri", "email"})
"""The elements whose address is left out if their text is another."""

WITHOUT_TEXT: Final = frozenset(
    {
        *("fn", "fn-group", "label", "object-id", "permissions", "sec-meta", "contrib-group"),
        *("graphic", "inline-graphic", "media", "inline-media", "fig", "fig-group"),
        *("table-wrap", "table", "array", "code", "preformat", "private-char", "alt-text"),
        *("supplementary-material", "inline-supplementary-material", "long-desc"),
        *("milestone-start", "milestone-end", "index-term", "index-term-range-end"),
    }
)
"""The elements that are not read as text."""

_LINE_BREAKS = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_SPACE_ONLY = re.compile(r"[ \t\r\n]*\Z")


@dataclass(slots=True)
class LeftOut:
    """What a text does not contain.

    Args:
        elements: the elements whose text was read without them.
        texts: the elements that were not read.
        is_citation: whether the text is a citation, whose parts are read separately.
    """

    elements: list[str] = field(default_factory=list)
    texts: list[JatsElement] = field(default_factory=list)
    is_citation: bool = False


def inline_text(content: Iterable[JatsElement | str], left: LeftOut) -> Text:
    """A line of text: line breaks and spaces at its ends are removed."""
    return trimmed(_merged(_nodes(content, left, 0)))


def trimmed(nodes: tuple[Node, ...]) -> Text:
    """A text without spaces at its ends."""
    kept = list(nodes)
    while kept and isinstance(kept[0], str):
        kept[0] = kept[0].lstrip(" \t\r\n")
        if kept[0]:
            break
        kept.pop(0)
    while kept and isinstance(last := kept[-1], str):
        kept[-1] = last.rstrip(" \t\r\n")
        if kept[-1]:
            break
        kept.pop()
    return Text(tuple(kept))


def _nodes(content: Iterable[JatsElement | str], left: LeftOut, depth: int) -> Iterator[Node]:
    for one in content:
        if isinstance(one, str):
            yield one
        else:
            yield from _element(one, left, depth)


def _element(element: JatsElement, left: LeftOut, depth: int) -> Iterator[Node]:
    name = element.name
    if name in TAGS and depth < DEPTH:
        inside = _merged(_nodes(element.content, left, depth + 1))
        if inside:
            yield Markup(TAGS[name], inside)
    elif name in FORMULAS:
        yield from _formula(element, left, depth)
    elif name == "xref" and element.attributes.get("ref-type") in MARKS:
        return
    elif name in WITHOUT_TEXT:
        left.texts.append(element)
    else:
        is_part = left.is_citation and name not in LINKS and element.content
        if not (_is_plain(element) or is_part):
            left.elements.append(_start_tag(element))
        yield " " if name == "break" else ""
        yield from _nodes(element.content, left, depth)


def _is_plain(element: JatsElement) -> bool:
    """Whether an element adds nothing to its text."""
    if element.name in SILENT or element.name == "xref" or element.is_passed_over:
        return True
    address = element.attributes.get("xlink:href", "").removeprefix("mailto:")
    is_link = element.name in LINKS
    return is_link and _bare(address) in ("", _bare(element.line_of_text))


def _bare(address: str) -> str:
    return re.sub(r"\A(?:https?://)?(?:dx\.doi\.org/|doi\.org/)?", "", address.strip()).rstrip("/")


def _start_tag(element: JatsElement) -> str:
    shown = ("xlink:href", "content-type", "style-type", "specific-use", "xlink:title")
    said = (f' {name}="{element.attributes[name]}"' for name in shown if name in element.attributes)
    return f"<{element.name}{''.join(said)}>"


def _formula(element: JatsElement, left: LeftOut, depth: int) -> Iterator[Node]:
    """A formula: its MathML; else its TeX source or its characters."""
    found = _first(element, "mml:math")
    if found is not None:
        yield math(found, left)
        return
    tex = _first(element, "tex-math")
    if tex is not None:
        left.elements.append("<tex-math>")
        yield from _nodes(tex.content, left, depth)
        return
    graphics = [one for one in element.children if one.name.endswith("graphic")]
    left.texts.extend(graphics)
    inside = (one for one in element.content if isinstance(one, str) or one not in graphics)
    yield from _nodes((one for one in inside if not _is_label(one)), left, depth)


def _is_label(one: JatsElement | str) -> bool:
    return isinstance(one, JatsElement) and one.name == "label"


def _first(element: JatsElement, name: str) -> JatsElement | None:
    """The first element with a name: the element itself or one inside it."""
    if element.name == name:
        return element
    inside = (_first(child, name) for child in element.children)
    return next((one for one in inside if one is not None), None)


def math(element: JatsElement, left: LeftOut) -> Math:
    """A MathML element. Line breaks in it are removed."""
    attributes = []
    for name, value in element.attributes.items():
        if ":" in name or name.startswith("{"):
            left.elements.append(f"<{element.name} {name}>")
        else:
            attributes.append((name, value))
    children: list[Math | str] = []
    for one in element.content:
        if isinstance(one, JatsElement):
            if one.name.startswith("mml:"):
                children.append(math(one, left))
            else:
                left.texts.append(one)
            continue
        text = _LINE_BREAKS.sub("" if _SPACE_ONLY.match(one) else " ", one)
        if text and children and isinstance(last := children[-1], str):
            children[-1] = last + text
        elif text:
            children.append(text)
    return Math(element.name.removeprefix("mml:"), tuple(attributes), tuple(children))


def _merged(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The nodes with neighbouring strings joined, and without line breaks."""
    merged: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and merged and isinstance(last := merged[-1], str):
            merged[-1] = last + node
        elif node:
            merged.append(node)
    return tuple(_LINE_BREAKS.sub(" ", node) if isinstance(node, str) else node for node in merged)


def plain(content: Iterable[JatsElement | str], left: LeftOut) -> str:
    """The characters of a line of text without markup."""
    read = inline_text(content, left)
    if read.has_markup:
        left.elements += [f"<{node.tag}>" for node in read.nodes if not isinstance(node, str)]
    return on_one_line(read.plain)
