"""What a part of an article becomes: elements, and what was lost on the way.

The functions of an exporter can return pieces: elements in the order of the schema, and a
:class:`Lost` for each field that the schema has no place for. :func:`wrapped` puts the elements
inside another and passes on what was lost. So each condition stands once, and so does each reason.

    >>> from jatsx.documents.xml import el
    >>> made = wrapped("name", None, el("surname", None, "Нұр"), Lost("suffix", "no element"))
    >>> (name,), (lost,) = apart(made)
    >>> name.tag, lost.field
    ('name', 'suffix')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, TypeAlias, TypeVar, final

from msgspec import Struct

from jatsx.documents.document import Loss
from jatsx.documents.xml import Attributes, Element
from jatsx.model.fieldpath import joined, written

__all__ = [
    "Inside",
    "Lost",
    "Piece",
    "Pieces",
    "apart",
    "at",
    "document_losses",
    "elements",
    "losses",
    "stated",
    "wrapped",
    "xml_lang",
]

Value = TypeVar("Value")

_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*\Z")
_NO_LANGUAGE: Final = "xml:lang takes a language tag, and this isn't one: the text is kept"


@final
class Lost(Struct, frozen=True, gc=False):
    """A field, as a path from the article, that isn't in the document, and why not."""

    field: str
    why: str


Piece: TypeAlias = Element | Lost
Pieces: TypeAlias = Piece | tuple[Piece, ...]
"""What one part becomes: an element or a loss, or several of them, or none."""

Inside: TypeAlias = "Piece | str | Iterable[Inside] | None"
"""What an element is made of: elements, text, what was lost, nothing, or several of these."""


def wrapped(
    tag: str,
    attributes: Attributes,
    *inside: Inside,
    of: str | None = None,
    lang: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> Pieces:
    """An element around what is inside, where anything is, and then what was lost; the element
    itself where nothing was. So it is passed on whole, or taken :func:`apart`.

    ``of`` is the field that the element stands for, ``lang`` the language that it is in, written as
    ``xml:lang``; ``fields`` are the fields of its attributes and children by name
    (:func:`jatsx.documents.xml.el`).
    """
    content: list[Element | str] = []
    lost: list[Lost] = []
    if not _sort(inside, content, lost):
        return tuple(lost)
    named = {**attributes} if attributes else {}
    if lang is not None:
        if xml_lang(lang):
            named["xml:lang"] = lang
        else:
            lost.insert(0, Lost(of or "", _NO_LANGUAGE))
    element = Element(tag, named, tuple(content), of, False, fields)
    return (element, *lost) if lost else element


def apart(*inside: Inside) -> tuple[tuple[Element, ...], tuple[Lost, ...]]:
    """The elements, and apart from them what was lost."""
    content: list[Element | str] = []
    lost: list[Lost] = []
    _sort(inside, content, lost)
    return tuple([part for part in content if isinstance(part, Element)]), tuple(lost)


def elements(*inside: Inside) -> tuple[Element, ...]:
    """The elements alone."""
    return apart(inside)[0]


def losses(*inside: Inside) -> tuple[Lost, ...]:
    """What was lost alone."""
    return apart(inside)[1]


def document_losses(article: str, lost: Iterable[Lost]) -> tuple[Loss, ...]:
    """What was lost of the article with that id, each thing once, as a document tells it."""
    return tuple([Loss(article, one.field, one.why) for one in dict.fromkeys(lost)])


@lru_cache(maxsize=1024)
def xml_lang(tag: str | None) -> str | None:
    """What ``xml:lang`` says of a language tag: the tag, where it has the form of one.

    Source: XML 1.0, 2.12; RFC 5646, 2.1; ``xs:language``. A DTD takes any name token.
    """
    return tag if tag is not None and _LANGUAGE_TAG.match(tag) else None


@lru_cache(maxsize=8192)
def at(of: str, *steps: str | int) -> str:
    """The path of a part of a field: ``at("contributors[0].name", "kk")``."""
    return joined(of, written(steps))


def stated(values: Mapping[str, Value]) -> dict[str, Value]:
    """The values that say something, in the order written."""
    said: dict[str, Value] = {}
    for key, value in values.items():
        if value.strip() if isinstance(value, str) else value:
            said[key] = value
    return said


def _sort(inside: Iterable[Inside], content: list[Element | str], lost: list[Lost]) -> bool:
    """Adds to the content what an element holds, and to the lost what was lost.

    Whether more than space was added to the content.
    """
    holds_something = False
    for part in inside:
        if type(part) is Element:
            content.append(part)
            holds_something = True
        elif not part:
            continue
        elif type(part) is Lost:
            lost.append(part)
        elif isinstance(part, str):
            content.append(part)
            if part.strip():
                holds_something = True
        elif _sort(part, content, lost):
            holds_something = True
    return holds_something
