"""Text with markup and running text as JATS elements.

Most elements allow all tags of the input and formulas. :class:`Slot` describes what an element
allows. Other markup is removed, and its text is kept.
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
    Extent,
    FrozenMap,
    Loss,
    element,
    inline_markup,
)
from jatsx.model.text import Math, Node, Prose, Text, tags_of, without_formulas

INLINE_ELEMENTS: Final = FrozenMap(
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
    """The markup that an element allows.

    Args:
        elements: the JATS element for each tag of a text that it allows.
        has_math: whether it allows formulas.
    """

    elements: Mapping[str, str]
    has_math: bool

    @property
    def tags(self) -> frozenset[str]:
        """The tags of a text that it allows, with ``math`` for formulas."""
        return frozenset((*self.elements, "math") if self.has_math else self.elements)


FULL: Final = Slot(INLINE_ELEMENTS, has_math=True)
"""Titles, paragraphs and citations allow all markup."""

WITHOUT_MATH: Final = Slot(INLINE_ELEMENTS, has_math=False)
"""``kwd``, ``copyright-statement``, ``funding-statement`` (1.3), ``data-title``."""

WITHOUT_SCRIPTS: Final = Slot(
    FrozenMap({tag: name for tag, name in INLINE_ELEMENTS.items() if tag not in ("sub", "sup")}),
    has_math=False,
)
"""``funding-statement`` of JATS 1.4."""

PLAIN: Final = Slot(FrozenMap(), has_math=False)
"""``award-name`` and ``issue-title`` allow only characters."""


def text_element(
    tag: str,
    text: Text | None,
    field: str,
    attributes: Attributes = None,
    *,
    lang: str | None = None,
    slot: Slot = FULL,
    fields: Mapping[str, str] | None = None,
) -> Built:
    """An element with a text, and the loss of markup that the element does not allow."""
    if not text:
        return ()
    if not text.has_markup:  # the common case, and the faster way
        return element(tag, attributes, text.plain, field=field, lang=lang, fields=fields)
    children, lost = inline(tag, text, field, slot)
    return element(tag, attributes, children, lost, field=field, lang=lang, fields=fields)


def inline(
    tag: str, text: Text, field: str, slot: Slot = FULL
) -> tuple[tuple[Child, ...], Iterable[Loss]]:
    """A text as the children of an element, and the loss of markup that it does not allow."""
    if not text.has_markup:
        return (text.plain,), ()
    kept = text if slot.has_math else without_formulas(text)
    children = _in_inline_formulas(inline_markup(kept, slot.elements))
    return tuple(children), _lost_markup(tag, text, field, slot)


def _lost_markup(tag: str, text: Text, field: str, slot: Slot) -> Iterator[Loss]:
    lost = sorted(tags_of(text) - slot.tags)
    if lost:
        yield Loss(field, "markup", {"element": tag, "tags": ", ".join(lost)}, Extent.FORM)
    if slot.has_math and _has_ids(text.nodes):
        yield Loss(field, "formula-ids", extent=Extent.FORM)


def sections(prose: Prose, field: str) -> Iterator[Content]:
    """Running text as ``p`` and ``sec``: the content of abstracts, ``ack`` and sections."""
    for title, texts in _by_title(prose):
        content = [text_element("p", text, field) for text in texts]
        yield (
            element("sec", None, text_element("title", title, field), content) if title else content
        )
    if any(section.paragraphs and not section.title for section in prose.sections[1:]):
        yield Loss(field, "section-untitled", extent=Extent.FORM)


def paragraphs(prose: Prose, field: str) -> Iterator[Content]:
    """Running text as only ``p``: the content of ``fn``."""
    for text in prose.texts:
        yield text_element("p", text, field)
    if any(section.title for section in prose.sections):
        yield Loss(field, "no-headings", extent=Extent.FORM)


def _by_title(prose: Prose) -> list[tuple[Text | None, list[Text]]]:
    """The paragraphs under each title; those before the first title are under None."""
    parts: list[tuple[Text | None, list[Text]]] = []
    for section in prose.sections:
        if section.title or not parts:
            parts.append((section.title, list(section.paragraphs)))
        else:
            parts[-1][1].extend(section.paragraphs)
    return parts


def _in_inline_formulas(children: Iterable[Child]) -> Iterator[Child]:
    """The children with each formula in an ``inline-formula`` (JATS4R, Math)."""
    for child in children:
        if isinstance(child, str):
            yield child
        elif child.tag == "mml:math":
            yield Element("inline-formula", {}, (_without_ids(child),), inline=True)
        else:
            yield replace(child, children=tuple(_in_inline_formulas(child.children)))


def _without_ids(element: Element) -> Element:
    """A formula without ids. Ids must be unique, but a formula may be in several texts."""
    attributes = {name: value for name, value in element.attributes.items() if name != "id"}
    children = tuple(
        child if isinstance(child, str) else _without_ids(child) for child in element.children
    )
    return replace(element, attributes=attributes, children=children)


def _has_ids(nodes: Iterable[Node]) -> bool:
    return any(
        not isinstance(node, str)
        and ((isinstance(node, Math) and "id" in dict(node.attributes)) or _has_ids(node.children))
        for node in nodes
    )
