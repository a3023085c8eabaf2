"""Pieces of a JATS document: elements with their language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, TypeAlias, TypeVar

import jatsx.pieces
from jatsx import Attributes, inheritance
from jatsx.model import Article
from jatsx.pieces import Inside, Lost, Piece, elements, stated

Value = TypeVar("Value")

Pieces: TypeAlias = tuple[Piece, ...]

_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*\Z")


def wrapped(
    tag: str,
    attributes: Attributes,
    *inside: Inside,
    of: str | None = None,
    lang: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> Pieces:
    """As :func:`jatsx.pieces.wrapped`; ``lang`` is the language that the element is in."""
    if lang is None:
        return jatsx.pieces.wrapped(tag, attributes, *inside, of=of, fields=fields)
    language = xml_lang(lang)
    attributes = {**attributes, "xml:lang": language} if attributes else {"xml:lang": language}
    pieces = jatsx.pieces.wrapped(tag, attributes, *inside, of=of, fields=fields)
    if language is not None or not elements(pieces):
        return pieces
    lost = Lost(of or "", "xml:lang takes a language tag, and this isn't one")
    return (pieces[0], lost, *pieces[1:])


@lru_cache(maxsize=1024)
def xml_lang(tag: str | None) -> str | None:
    """A language tag as the value of ``xml:lang``; None where it has not the form of one.

    Source: XML 1.0, 2.12; RFC 5646, 2.1. The DTD takes any name token.
    """
    return tag if tag is not None and _LANGUAGE_TAG.match(tag) else None


def said(value: str | None) -> str | None:
    """A text that says something: None where it is mere space."""
    return value if value and value.strip() else None


def main_first(values: Mapping[str, Value], article: Article) -> tuple[tuple[str, Value], ...]:
    """What is said in each language. First the one that fills a slot for one language: the
    article's own, else English, else the first written; then the others as written."""
    main = inheritance.one_language(values, article)
    if main is None:
        return ()
    return (main, *((tag, value) for tag, value in stated(values).items() if tag != main[0]))
