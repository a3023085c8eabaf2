"""Text with markup, in the three vocabularies of a deposit.

Titles, subtitles and references have face markup (``b i u sub sup scp tt`` and ``mml:math``).
Abstracts have the inline elements of JATS. Descriptions of related works have face markup of their
own namespace, without formulas. All other text is plain.

Source: ``face_markup`` in common5.5.0.xsd and relations.xsd.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from jatsx import Child, Content, inline_markup, lost_markup
from jatsx.model.text import Text, without_formulas
from jatsx_crossref.pieces import text_element

FACE_MARKUP: Final = {
    "b": "b",
    "i": "i",
    "u": "u",
    "sub": "sub",
    "sup": "sup",
    "sc": "scp",
    "tt": "tt",
}
"""Crossref's element for each tag of a text."""

RELATION_FACE_MARKUP: Final = {tag: f"rel:{face}" for tag, face in FACE_MARKUP.items()}
"""The same in the namespace of relations."""

JATS_MARKUP: Final = {
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
"""A text as the content of an element: a string if it has no markup."""


def face_markup(text: Text) -> InlineContent:
    """A text with face markup and formulas."""
    return _inline(text, FACE_MARKUP)


def relation_face_markup(text: Text) -> tuple[Child, ...]:
    """A text with face markup of the namespace of relations, with formulas as characters."""
    return inline_markup(without_formulas(text), RELATION_FACE_MARKUP)


def jats_markup(text: Text) -> InlineContent:
    """A text with JATS's inline elements and formulas."""
    return _inline(text, JATS_MARKUP)


def plain_element(tag: str, text: Text | None, field: str) -> Iterator[Content]:
    """An element with the plain characters of a text, and the loss of its markup."""
    if text is None:
        return
    yield text_element(tag, text.plain, field)
    if text:
        yield from lost_markup(text, field, "plain-text", {"element": tag})


def _inline(text: Text, tags: Mapping[str, str]) -> InlineContent:
    """A text with the elements for its tags."""
    return inline_markup(text, tags) if text.has_markup else text.plain
