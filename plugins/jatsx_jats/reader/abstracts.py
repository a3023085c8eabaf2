"""Abstracts and keywords: ``abstract``, ``trans-abstract``, ``kwd-group``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import OtherAbstract
from jatsx.model.text import Prose, Text
from jatsx_jats.reader.categories import scheme_of
from jatsx_jats.reader.texts import by_language, language_of, prose, words
from jatsx_jats.reader.tree import JatsElement

AUTHOR_GROUPS: Final = frozenset({"author", "author-keywords", "author-generated", "keywords"})
"""The values of ``@kwd-group-type`` for the keywords of an article."""

OTHER_GROUPS: Final = frozenset({"abbreviations", "abbreviation", "abbr", "inline"})
"""The values of ``@kwd-group-type`` for lists that are not keywords."""


def abstract(meta: JatsElement, notes: ReaderNotes) -> dict[str, Prose]:
    """The abstract in each language."""
    found = [one for one in _abstracts(meta) if _type(one) is None]
    read = by_language(found)
    texts = {tag: prose(one, notes, ("abstract", tag)) for tag, one in read.items()}
    return {tag: text for tag, text in texts.items() if text.sections}


def other_abstracts(
    meta: JatsElement, notes: ReaderNotes, before: Iterable[OtherAbstract] = ()
) -> tuple[OtherAbstract, ...]:
    """The abstracts of each other kind, after those read ``before``.

    A second abstract of a kind in the same language is another abstract.
    """
    read: list[tuple[str, dict[str, Prose]]] = [(one.type, {**one.text}) for one in before]
    for element in _abstracts(meta):
        kind, tag = _type(element), language_of(element)
        if kind is None:
            continue
        element.attribute("abstract-type")
        n = next((n for n, one in enumerate(read) if one[0] == kind and tag not in one[1]), None)
        if n is None:
            n = len(read)
            read.append((kind, {}))
        text = prose(element, notes, ("other_abstracts", n, "text", tag))
        notes.record(("other_abstracts", n), element)
        if text.sections:
            read[n][1][tag] = text
    return tuple(OtherAbstract(type=kind, text=FrozenMap(texts)) for kind, texts in read)


def keywords(meta: JatsElement, notes: ReaderNotes) -> dict[str, tuple[Text, ...]]:
    """The keywords in each language. Groups with codes of a classification are not keywords."""
    read: dict[str, tuple[Text, ...]] = {}
    for group in meta.find("kwd-group"):
        kind = (group.attributes.get("kwd-group-type") or "author").strip().lower()
        if kind in OTHER_GROUPS or scheme_of(group):
            continue
        group.is_taken = True
        if kind in AUTHOR_GROUPS:
            group.attribute("kwd-group-type")
        for heading in group.take_all("title", "label"):
            heading.pass_over()
        tag = language_of(group)
        path = ("keywords", tag)
        notes.record(path, group)
        before = read.get(tag, ())
        found = enumerate(_kwds(group), len(before))
        texts = [words(kwd, notes, (*path, n)) for n, kwd in found]
        if any(texts):
            read[tag] = (*before, *(text for text in texts if text.nodes))
    return read


def _kwds(group: JatsElement) -> list[JatsElement]:
    """The keywords of a group, and those inside other keywords."""
    found = group.take_all("kwd")
    for nested in group.take_all("nested-kwd"):
        found += _kwds(nested)
    return found


def _abstracts(meta: JatsElement) -> list[JatsElement]:
    """The abstracts that have not been read."""
    found = [one for one in meta.find("abstract", "trans-abstract") if not one.is_passed_over]
    return sorted(found, key=lambda one: one.name == "trans-abstract")


def _type(element: JatsElement) -> str | None:
    return element.attributes.get("abstract-type", "").strip() or None
