"""Text with markup as HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from markupsafe import Markup as Html
from markupsafe import escape

from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import Math, Node, Prose, Text

_ELEMENTS: Final[Mapping[str, str]] = FrozenMap(
    {"i": "i", "b": "b", "u": "u", "sub": "sub", "sup": "sup", "tt": "code"}
)
"""The HTML element of each tag; small capitals have none."""


def html_of(text: Text, show: Callable[[str], str]) -> Html:
    """A text as HTML. Without markup, if ``show`` changes its characters. Formulas are plain."""
    shown = show(text.plain)
    if not text.has_markup or shown != text.plain:
        return escape(shown)
    return _html(text.nodes)


def html_of_prose(prose: Prose, show: Callable[[str], str]) -> list[Html]:
    """The headings and paragraphs of running text as HTML."""
    return [html_of(text, show) for text in prose.texts if text]


def _html(nodes: tuple[Node, ...]) -> Html:
    return Html("").join(map(_node, nodes))


def _node(node: Node) -> Html:
    if isinstance(node, str):
        return escape(node)
    if isinstance(node, Math):
        return escape(Text((node,)).plain)
    inner, element = _html(node.children), _ELEMENTS.get(node.tag)
    return Html("<{0}>{1}</{0}>").format(Html(element), inner) if element else inner
