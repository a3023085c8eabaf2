"""Texts as people type them, with escapes only where they are needed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jatsx.issue_folder.scalars import UNSAFE
from jatsx.model.text import Markup, MarkupError, Node, Text, parse_text

_REFERENCE = r"&#?\w+;"
_TAG = r"<(?=/?[A-Za-z][^<>]*>)"
_EDGE_SPACE = re.compile(r"\A\s|\s\Z")


def typed(text: Text) -> str:
    """The text as input: ``parse_text(typed(text)) == text``.

    >>> typed(Text(("A & B, p < 0.05, <p>, &lt;",))), typed(Text((Markup("i", ("x",)),)))
    ('A & B, p < 0.05, &lt;p>, &amp;lt;', '<i>x</i>')
    """
    written = _written(text.nodes, _pattern(text.lookalikes))
    candidate = _EDGE_SPACE.sub(_reference, written)
    return candidate if _reads_as(candidate, text) else text.source


def typed_paragraphs(paragraphs: Iterable[Text]) -> str:
    """Paragraphs as input, separated by empty lines."""
    return "\n\n".join(map(typed, paragraphs))


def _pattern(lookalikes: Iterable[str]) -> re.Pattern[str]:
    """Matches tags that were typed as characters (they stay) and what may need an escape."""
    kept = "|".join(map(re.escape, dict.fromkeys(lookalikes)))
    escapable = rf"{_REFERENCE}|{_TAG}|{UNSAFE.pattern}"
    return re.compile(f"(?P<kept>{kept})|{escapable}" if kept else escapable)


def _written(nodes: Iterable[Node], pattern: re.Pattern[str]) -> str:
    return "".join(_node(node, pattern) for node in nodes)


def _node(node: Node, pattern: re.Pattern[str]) -> str:
    if isinstance(node, str):
        return pattern.sub(_escaped, node)
    if isinstance(node, Markup):
        return f"<{node.tag}>{_written(node.children, pattern)}</{node.tag}>"
    return Text((node,)).source


def _escaped(found: re.Match[str]) -> str:
    characters = found[0]
    if found.lastgroup == "kept":
        return characters
    if characters == "<":
        return "&lt;"
    if UNSAFE.match(characters):
        return _reference(found)
    is_itself = _reads_as(characters, Text((characters,)))
    return characters if is_itself else f"&amp;{characters[1:]}"


def _reference(character: re.Match[str]) -> str:
    return f"&#{ord(character[0])};"


def _reads_as(source: str, text: Text) -> bool:
    try:
        return parse_text(source) == text
    except MarkupError:
        return False
