"""``jats:abstract``: all abstracts, each with its language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from jatsx import Built, Content, element, present
from jatsx.model.fieldpath import subpath
from jatsx.model.text import Prose, Section, Text
from jatsx_crossref.texts import jats_markup

if TYPE_CHECKING:
    from jatsx.model import Article


def abstracts(article: Article) -> Iterator[Content]:
    """The main abstracts, then the other abstracts."""
    for tag, prose in present(article.abstract).items():
        yield abstract(prose, tag, subpath("abstract", tag))
    for n, other in enumerate(article.other_abstracts):
        for tag, prose in present(other.text).items():
            yield abstract(prose, tag, subpath(f"other_abstracts[{n}].text", tag), other.type)


def abstract(prose: Prose, tag: str, field: str, kind: str | None = None) -> Built:
    """``jats:abstract``: paragraphs, then titled sections.

    Source: ``abstract-model`` and ``sec-model`` of JATS 1.3d2: a section requires a title, and a
    paragraph must not follow a section. Paragraphs without a title are added to the section before.
    """
    untitled = takewhile(lambda section: not section.title, prose.sections)
    leading = [paragraph for section in untitled for paragraph in section.paragraphs]
    attributes, fields = {"abstract-type": kind}, {"@abstract-type": "../../type"}
    inside = (map(_p, leading), map(_sec, _titled(prose)))
    return element("jats:abstract", attributes, inside, field=field, lang=tag, fields=fields)


def _titled(prose: Prose) -> list[Section]:
    """The sections from the first one with a title, each with a title."""
    sections: list[Section] = []
    for section in prose.sections:
        if section.title:
            sections.append(section)
        elif sections:
            last = sections[-1]
            sections[-1] = Section(last.title, last.paragraphs + section.paragraphs)
    return sections


def _sec(section: Section) -> Built:
    title = element("jats:title", None, jats_markup(section.title)) if section.title else None
    return element("jats:sec", None, title, map(_p, section.paragraphs))


def _p(paragraph: Text) -> Built:
    return element("jats:p", None, jats_markup(paragraph))
