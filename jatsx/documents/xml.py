"""XML elements as immutable values.

An exporter builds its document from the inside out: :func:`element` returns an element, which
becomes the content of another element. An element knows its field of the model, so that an error of
the schema can be reported at this field. A :class:`~jatsx.documents.loss.Loss` may be part of any
content.

    >>> title = element("title", None, "Law & order", field="title.en", lang="en")
    >>> built = element("titles", None, title, Loss("title.kk", "one-language"))
    >>> (root,), losses = partition(built)
    >>> print(serialised(root).decode())
    <?xml version="1.0" encoding="UTF-8"?>
    <titles>
      <title xml:lang="en">Law &amp; order</title>
    </titles>
    <BLANKLINE>
    >>> [loss.field for loss in losses]
    ['title.kk']

Names have the prefixes of the standard (``xlink:href``, ``jats:p``). The root element declares them
(``xmlns:jats``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias, TypeGuard, final

from jatsx.documents.loss import LANGUAGE_TAG_INVALID, Extent, Loss
from jatsx.model.text import Markup, Math, Text

__all__ = [
    "Attributes",
    "Built",
    "Child",
    "Content",
    "Element",
    "element",
    "inline_markup",
    "partition",
    "serialised",
    "single_element",
    "xml_lang",
]

_BREAK: Final = "\n"
_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*\Z")


@final
@dataclass(frozen=True, slots=True)
class Element:
    """An XML element with its field of the model.

    Args:
        tag: the name, with its prefix.
        attributes: values by name. Attributes with the value None are not written.
        children: elements and text.
        field: the path of the model's field, from the article.
        inline: whether the element is part of running text. No white space is added around it.
        fields: the fields of its attributes and children by name (``@language``, ``surname``), as
            in :func:`element`.
    """

    tag: str
    attributes: Mapping[str, str | None]
    children: tuple[Child, ...] = ()
    field: str | None = None
    inline: bool = False
    fields: Mapping[str, str] | None = None


Child: TypeAlias = Element | str
Attributes: TypeAlias = "Mapping[str, str | None] | None"

Built: TypeAlias = "Element | Loss | tuple[Element | Loss, ...] | None"
"""The result of :func:`element`: an element, losses, both, or None."""

Content: TypeAlias = "Element | Loss | str | Iterable[Content] | None"
"""The content of an element: elements, text, losses, None, or iterables of these."""


def element(
    tag: str,
    attributes: Attributes = None,
    *content: Content,
    field: str | None = None,
    lang: str | None = None,
    fields: Mapping[str, str] | None = None,
    keep_empty: bool = False,
) -> Built:
    """An element with its content, followed by the losses in the content.

    Without losses, the element itself is returned. Content that is only white space gives no
    element, only the losses.

    Args:
        tag: the element's name, with its prefix.
        attributes: values by name. Attributes with the value None are not written.
        content: elements, text and losses, or iterables of these. None is ignored.
        field: the path of the model's field for the element, from the article.
        lang: the language of the element, written as ``xml:lang``.
        fields: the fields of attributes and children by name, if they have no ``field`` of their
            own or are absent. An error about a missing one is reported at this field. The fields
            are relative to ``field``: ``given`` is inside it, ``../url`` is beside it, and
            ``/issue.year`` is a path from the article.
        keep_empty: whether an element without content is returned.
    """
    children: list[Child] = []
    losses: list[Loss] = []
    if not _sort(content, children, losses) and not keep_empty:
        return tuple(losses) or None
    named = {**attributes} if attributes else {}
    if lang is not None:
        if xml_lang(lang):
            named["xml:lang"] = lang
        else:
            losses.insert(0, Loss(field or "", LANGUAGE_TAG_INVALID, {"tag": lang}, Extent.FORM))
    made = Element(tag, named, tuple(children), field, False, fields)
    return (made, *losses) if losses else made


def partition(*content: Content) -> tuple[tuple[Element, ...], tuple[Loss, ...]]:
    """The elements and the losses of some content."""
    children: list[Child] = []
    losses: list[Loss] = []
    _sort(content, children, losses)
    return tuple([child for child in children if isinstance(child, Element)]), tuple(losses)


def single_element(*content: Content) -> Element:
    """The only element of some content, such as the root element of a document.

    Raises:
        ValueError: the content has no element, or several.
    """
    (found,), _ = partition(*content)
    return found


@lru_cache(maxsize=1024)
def xml_lang(tag: str | None) -> str | None:
    """The language tag, if ``xml:lang`` allows its form; else None.

    Source: XML 1.0, 2.12; RFC 5646, 2.1; ``xs:language``. A DTD allows any name token.
    """
    return tag if tag is not None and _LANGUAGE_TAG.match(tag) else None


def _sort(content: Iterable[Content], children: list[Child], losses: list[Loss]) -> bool:
    """Appends the elements and texts of some content to ``children``, and its losses to ``losses``.

    Returns whether more than white space was appended to ``children``.
    """
    is_filled = False
    for part in content:
        if type(part) is Element:
            children.append(part)
            is_filled = True
        elif not part:
            continue
        elif isinstance(part, Loss):
            losses.append(part)
        elif isinstance(part, str):
            children.append(part)
            is_filled = is_filled or not part.isspace()
        elif _sort(part, children, losses):
            is_filled = True
    return is_filled


def inline_markup(text: Text, tags: Mapping[str, str], math: str = "mml:") -> tuple[Child, ...]:
    """A text as the children of an element.

    Args:
        text: the text.
        tags: the format's element for each tag of the input (``{"i": "italic"}``). Other tags are
            removed, and their text is kept. The exporter reports this as a loss.
        math: the prefix of MathML elements.
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
    """The document in UTF-8. White space is added only where it does not change any text."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' + (f"{doctype}\n" if doctype else "")
    document = f"{head}{_tagged(root, _BREAK)}\n"
    return document.encode().replace(b"\r", b"&#13;")


def _tagged(element: Element, line: str) -> str:
    """An element as XML. ``line`` is the line break and indent before it; empty in running text."""
    children = element.children
    opening = element.tag + _attributes(tuple(element.attributes.items()))
    if not children:
        return f"<{opening}/>"
    if line and _are_apart(children):
        deeper = f"{line}  "
        inside = "".join([deeper + _tagged(child, deeper) for child in children]) + line
    else:
        inside = "".join(
            [_in_text(one) if isinstance(one, str) else _tagged(one, "") for one in children]
        )
    return f"<{opening}>{inside}</{element.tag}>"


def _are_apart(children: tuple[Child, ...]) -> TypeGuard[tuple[Element, ...]]:
    """Whether white space may be added between children: it may not in running text."""
    for child in children:  # noqa: SIM110 - called for every element
        if not isinstance(child, Element) or child.inline:
            return False
    return True


@lru_cache(maxsize=1024)
def _attributes(attributes: tuple[tuple[str, str | None], ...]) -> str:
    """The attributes of a start tag, without those that have no value."""
    valued = [(name, value) for name, value in attributes if value is not None]
    return "".join([f' {name}="{_in_quotes(value)}"' for name, value in valued])


def _in_quotes(characters: str) -> str:
    escaped = _in_text(characters).replace('"', "&quot;")
    return escaped.replace("\n", "&#10;").replace("\t", "&#9;")


def _in_text(characters: str) -> str:
    if "&" in characters or "<" in characters or ">" in characters:
        return characters.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return characters
