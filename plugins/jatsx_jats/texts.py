"""Text with markup, and running text, as JATS's elements.

Most elements take every face of the input and formulas; what an element doesn't take, its
:class:`Slot` says, and then the characters are kept and the markup is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from jatsx import (
    Attributes,
    Built,
    Child,
    Content,
    Element,
    FrozenMap,
    Loss,
    element,
    inline_markup,
)
from jatsx.model.text import Math, Node, Prose, Text

FACES: Final = FrozenMap(
    {
        "i": "italic",
        "b": "bold",
        "u": "underline",
        "sub": "sub",
        "sup": "sup",
        "sc": "sc",
        "tt": "monospace",
    }
)
"""JATS's inline element for each tag of a text."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What an element takes beside characters."""

    faces: Mapping[str, str]
    has_math: bool

    @property
    def marks(self) -> frozenset[str]:
        """The tags of a text that it takes, ``math`` among them where it takes formulas."""
        return frozenset((*self.faces, "math") if self.has_math else self.faces)


FULL: Final = Slot(FACES, has_math=True)
"""Titles, paragraphs, citations: all of it."""

WITHOUT_MATH: Final = Slot(FACES, has_math=False)
"""``kwd``, ``copyright-statement``, ``funding-statement`` (1.3), ``data-title``."""

WITHOUT_SCRIPTS: Final = Slot(
    FrozenMap({tag: face for tag, face in FACES.items() if tag not in ("sub", "sup")}),
    has_math=False,
)
"""``funding-statement`` of JATS 1.4."""

PLAIN: Final = Slot(FrozenMap(), has_math=False)
"""``award-name``, ``issue-title``: characters alone."""


def worded(
    tag: str,
    text: Text | None,
    field: str,
    attributes: Attributes = None,
    *,
    lang: str | None = None,
    slot: Slot = FULL,
    fields: Mapping[str, str] | None = None,
) -> Built:
    """An element that holds a text, and the markup that it doesn't take."""
    if not text:
        return ()
    if not text.has_markup:  # as most: it needs no sorting
        return element(tag, attributes, text.plain, field=field, lang=lang, fields=fields)
    words, lost = inline(tag, text, field, slot)
    return element(tag, attributes, words, lost, field=field, lang=lang, fields=fields)


def inline(
    tag: str, text: Text, field: str, slot: Slot = FULL
) -> tuple[tuple[Child, ...], Iterable[Loss]]:
    """A text as the children of an element, and the markup that the element doesn't take."""
    if not text.has_markup:
        return (text.plain,), ()
    children = _with_formulas(inline_markup(text, slot.faces), slot.has_math)
    return tuple(children), _lost_markup(tag, text, field, slot)


def _lost_markup(tag: str, text: Text, field: str, slot: Slot) -> Iterator[Loss]:
    lost = sorted(set(_marks(text.nodes)) - slot.marks)
    if lost:
        yield Loss(field, f"{tag} takes no {', '.join(lost)}: the characters are kept")
    if slot.has_math and _has_ids(text.nodes):
        yield Loss(field, "an id is unique in a document: those inside formulas are left out")


def sections(prose: Prose, field: str) -> Iterator[Content]:
    """Running text as ``p``, then ``sec``: what abstracts, ``ack`` and sections hold."""
    for title, texts in _by_title(prose):
        content = [worded("p", text, field) for text in texts]
        yield element("sec", None, worded("title", title, field), content) if title else content
    if any(section.paragraphs and not section.title for section in prose.sections[1:]):
        yield Loss(field, "a sec needs a title: a part without one joins the part before it")


def paragraphs(prose: Prose, field: str) -> Iterator[Content]:
    """Running text as ``p`` alone: what ``fn`` holds."""
    for text in prose.texts:
        yield worded("p", text, field)
    if any(section.title for section in prose.sections):
        yield Loss(field, "fn holds paragraphs alone: the headings became paragraphs")


def _by_title(prose: Prose) -> list[tuple[Text | None, list[Text]]]:
    """The paragraphs under each title; those before the first title stand under None."""
    parts: list[tuple[Text | None, list[Text]]] = []
    for section in prose.sections:
        if section.title or not parts:
            parts.append((section.title, list(section.paragraphs)))
        else:
            parts[-1][1].extend(section.paragraphs)
    return parts


def _with_formulas(children: Iterable[Child], has_math: bool) -> Iterator[Child]:
    """The children with each formula in an ``inline-formula`` (JATS4R, Math), or as characters."""
    for child in children:
        if isinstance(child, str):
            yield child
        elif child.tag != "mml:math":
            inside = tuple(_with_formulas(child.children, has_math))
            yield replace(child, children=inside)
        elif has_math:
            yield Element("inline-formula", {}, (_without_ids(child),), inline=True)
        else:
            yield from _characters(child)


def _without_ids(element: Element) -> Element:
    """A formula without ids, which are unique in a document: it may stand in several texts."""
    attributes = {name: value for name, value in element.attributes.items() if name != "id"}
    children = tuple(
        child if isinstance(child, str) else _without_ids(child) for child in element.children
    )
    return replace(element, attributes=attributes, children=children)


def _characters(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _characters(child)


def _marks(nodes: Iterable[Node]) -> Iterator[str]:
    """The tags of a text, ``math`` for a formula."""
    for node in nodes:
        if isinstance(node, Math):
            yield "math"
        elif not isinstance(node, str):
            yield node.tag
            yield from _marks(node.children)


def _has_ids(nodes: Iterable[Node]) -> bool:
    return any(
        not isinstance(node, str)
        and ((isinstance(node, Math) and "id" in dict(node.attributes)) or _has_ids(node.children))
        for node in nodes
    )
