"""What a part of an article becomes: elements, and what was lost on the way.

The functions of this package return pieces: elements in the order of the DTD, and a :class:`Lost`
for each field that the DTD has no place for. :func:`wrapped` puts the elements inside another and
passes on what was lost. So each condition stands once, and so does each reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

from jatsx.elements import Attributes, Element, el
from jatsx.fieldpath import joined
from jatsx.fieldpath import written as path_written
from jatsx.model import Article, inheritance

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Lost:
    """A field, as a path from the article, that isn't in the document, and why not."""

    field: str
    why: str


Piece: TypeAlias = Element | Lost
Pieces: TypeAlias = tuple[Piece, ...]
Inside: TypeAlias = "Piece | str | Iterable[Inside] | None"
"""What an element is made of: elements, text, what was lost, nothing, or several of these."""

_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*\Z")


def wrapped(
    tag: str,
    attributes: Attributes,
    *inside: Inside,
    of: str | None = None,
    lang: str | None = None,
) -> Pieces:
    """An element around what is inside, where anything is, and then what was lost.

    ``of`` is the field that the element stands for, ``lang`` the language that it is in.
    """
    content, lost = _sorted(inside)
    language = xml_lang(lang)
    element = el(tag, {**(attributes or {}), "xml:lang": language}, content, of=of)
    if element is None:
        return tuple(lost)
    if lang is not None and language is None:
        lost.insert(0, Lost(of or "", "xml:lang takes a language tag, and this isn't one"))
    return (element, *lost)


def elements(*inside: Inside) -> tuple[Element, ...]:
    """The elements alone."""
    return tuple(part for part in _sorted(inside)[0] if isinstance(part, Element))


def losses(*inside: Inside) -> tuple[Lost, ...]:
    """What was lost alone."""
    return tuple(_sorted(inside)[1])


def xml_lang(tag: str | None) -> str | None:
    """A language tag as the value of ``xml:lang``; None where it has not the form of one.

    Source: XML 1.0, 2.12; RFC 5646, 2.1. The DTD takes any name token.
    """
    return tag if tag is not None and _LANGUAGE_TAG.match(tag) else None


def at(of: str, *steps: str | int) -> str:
    """The path of a part of a field: ``at("contributors[0]", "name", "kk")``."""
    return joined(of, path_written(steps))


def said(value: str | None) -> str | None:
    """A text that says something: None where it is mere space."""
    return value if value and value.strip() else None


def stated(values: Mapping[str, Value]) -> dict[str, Value]:
    """The values that say something, in the order written."""
    return {key: value for key, value in values.items() if _says_something(value)}


def main_first(values: Mapping[str, Value], article: Article) -> tuple[tuple[str, Value], ...]:
    """What is said in each language. First the one that fills a slot for one language: the
    article's own, else English, else the first written; then the others as written."""
    main = inheritance.one_language(values, article)
    if main is None:
        return ()
    return (main, *((tag, value) for tag, value in stated(values).items() if tag != main[0]))


def _says_something(value: object) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


def _sorted(inside: Iterable[Inside]) -> tuple[list[Element | str], list[Lost]]:
    """What an element holds, and apart from it what was lost."""
    content: list[Element | str] = []
    lost: list[Lost] = []
    _sort(inside, content, lost)
    return content, lost


def _sort(inside: Iterable[Inside], content: list[Element | str], lost: list[Lost]) -> None:
    for part in inside:
        if isinstance(part, (Element, str)):
            content.append(part)
        elif isinstance(part, Lost):
            lost.append(part)
        elif part is not None:
            _sort(part, content, lost)
