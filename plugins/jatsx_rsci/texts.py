"""Text with the tags ``i b sub sup``, and ``br`` for a line break.

Other tags and formulas are removed, and their text is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from jatsx import (
    Built,
    Child,
    Element,
    Extent,
    Loss,
    Prose,
    Text,
    element,
    inline_markup,
    lost_markup,
)
from jatsx.model.text import Markup, Node, tags_of, without_formulas

FACES: Final = {"i": "i", "b": "b", "sub": "sub", "sup": "sup"}
"""RSCI's tag for each tag of a text."""

BREAK: Final = Element("br", {}, inline=True)

SHALLOW: Final = 2
"""The maximum depth of nested tags in a part of a citation."""


def rich(text: Text) -> tuple[Child, ...]:
    """A text with its tags."""
    return inline_markup(without_formulas(text), FACES)


def shallow(text: Text) -> tuple[Child, ...]:
    """A text with its tags up to the depth that a part of a citation allows."""
    return tuple(_cut(rich(text), SHALLOW))


def lines(prose: Prose) -> Iterator[Child]:
    """Running text, with a line for each heading and paragraph."""
    for number, text in enumerate(filter(None, prose.texts)):
        if number:
            yield BREAK
        yield from rich(text)


def rich_element(tag: str, attributes: dict[str, str] | None, text: Text, field: str) -> Built:
    """An element with a text with tags, and the loss of tags that it does not allow."""
    return element(tag, attributes, rich(text), markup_losses([text], tag, field), field=field)


def plain_element(
    tag: str, attributes: dict[str, str] | None, text: Text, field: str
) -> Iterator[Built]:
    """An element with plain text, and the loss of markup."""
    yield element(tag, attributes, text.plain, field=field)
    yield from lost_markup(text, field, "plain-text", {"element": tag})


def markup_losses(
    texts: Iterable[Text], tag: str, field: str, depth: int | None = None
) -> Iterator[Loss]:
    """The loss of tags that an element does not allow."""
    tags = frozenset[str]().union(*map(tags_of, texts))
    if unsupported := sorted(tags - set(FACES)):
        params = {"element": tag, "tags": ", ".join(unsupported)}
        yield Loss(field, "tags-unsupported", params, Extent.FORM)
    elif depth is not None and any(_depth(text.nodes) > depth for text in texts):
        yield Loss(field, "tag-depth", {"element": tag, "depth": str(depth)}, Extent.FORM)


def line(*parts: Text | str | None, by: str) -> Text:
    """The parts that are not empty, joined into one text by ``by``."""
    nodes: list[Node] = []
    for part in parts:
        if part is None or not (part.strip() if isinstance(part, str) else part):
            continue
        nodes.extend([by] if nodes else [])
        nodes.extend([part.strip()] if isinstance(part, str) else part.nodes)
    return Text(tuple(nodes))


def _cut(children: Iterable[Child], depth: int) -> Iterator[Child]:
    """The children, without tags that are nested deeper."""
    for child in children:
        if isinstance(child, str):
            yield child
        elif depth:
            yield Element(child.tag, {}, tuple(_cut(child.children, depth - 1)), inline=True)
        else:
            yield from _cut(child.children, 0)


def _depth(nodes: Iterable[Node]) -> int:
    """The depth of nested allowed tags."""
    return max((_own_depth(node) for node in nodes), default=0)


def _own_depth(node: Node) -> int:
    return (node.tag in FACES) + _depth(node.children) if isinstance(node, Markup) else 0
