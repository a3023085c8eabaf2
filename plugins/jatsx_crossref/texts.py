"""Text with markup, in the three vocabularies that a deposit knows.

Titles, subtitles, references: face markup (``b i u sup sub scp tt`` and ``mml:math``). Abstracts:
the inline elements of JATS. Descriptions of related works: face markup of their own namespace,
without formulas. Everywhere else text is plain.

Source: ``face_markup`` in common5.5.0.xsd and relations.xsd.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from jatsx import Child, Content, Loss, inline_markup
from jatsx.model.text import Markup, Math, Node, Text, without_formulas
from jatsx_crossref.pieces import leaf

FACES: Final = {"b": "b", "i": "i", "u": "u", "sub": "sub", "sup": "sup", "sc": "scp", "tt": "tt"}
"""Crossref's face markup for each tag of a text."""

RELATION_FACES: Final = {tag: f"rel:{face}" for tag, face in FACES.items()}
"""The same in the namespace of relations."""

JATS_INLINE: Final = {
    "b": "jats:bold",
    "i": "jats:italic",
    "u": "jats:underline",
    "sub": "jats:sub",
    "sup": "jats:sup",
    "sc": "jats:sc",
    "tt": "jats:monospace",
}
"""JATS's inline element for each tag of a text."""

InlineContent: TypeAlias = str | tuple[Child, ...]
"""A text as what an element holds, to be passed whole: plain words are a string."""


def inline_markup_of(text: Text) -> InlineContent:
    """A text with face markup and formulas."""
    return _words(text, FACES)


def relation_faces(text: Text) -> tuple[Child, ...]:
    """A text with face markup in the namespace of relations, which has no formulas."""
    return inline_markup(without_formulas(text), RELATION_FACES)


def jats_inline(text: Text) -> InlineContent:
    """A text with JATS's inline elements and formulas."""
    return _words(text, JATS_INLINE)


def has_formulas(text: Text) -> bool:
    """Whether a formula stands in a text."""
    return any(map(_holds_formula, text.nodes))


def plain(tag: str, text: Text | None, field: str) -> Iterator[Content]:
    """An element that holds plain text."""
    if text is None:
        return
    yield leaf(tag, text.plain, field)
    if text and text.has_markup:
        yield Loss(field, f"{tag} takes plain text: the markup is lost, the characters are kept")


def _words(text: Text, tags: Mapping[str, str]) -> InlineContent:
    """A text with the elements that stand for its tags."""
    return inline_markup(text, tags) if text.has_markup else text.plain


def _holds_formula(node: Node) -> bool:
    return isinstance(node, Math) or (
        isinstance(node, Markup) and any(map(_holds_formula, node.children))
    )
