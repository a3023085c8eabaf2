"""Abstracts and keywords.

Source: JATS Publishing Tag Library, ``abstract``, ``trans-abstract``, ``kwd-group``; the DTD
doesn't require the language of a ``trans-abstract``, but it is always written.
"""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Built, Content, element, non_blank
from jatsx.model import Article, PerLanguage
from jatsx.model.fieldpath import subpath
from jatsx.model.text import Prose
from jatsx_jats.languages import main_first
from jatsx_jats.texts import WITHOUT_MATH, sections, text_element


def abstracts(article: Article) -> Iterator[Content]:
    """The abstracts of each kind in the main language, then the abstracts in other languages."""
    kinds = [
        (kind, tuple(main_first(texts, article)), field) for kind, texts, field in _kinds(article)
    ]
    for kind, texts, field in kinds:
        for tag, prose in texts[:1]:
            yield _abstract("abstract", kind, tag, prose, subpath(field, tag))
    for kind, texts, field in kinds:
        for tag, prose in texts[1:]:
            yield _abstract("trans-abstract", kind, tag, prose, subpath(field, tag))


def kwd_groups(article: Article) -> Iterator[Content]:
    """The keywords, with a group for each language."""
    for tag, keywords in main_first(article.keywords, article):
        field = subpath("keywords", tag)
        kwds = [
            text_element("kwd", keyword, subpath(field, n), slot=WITHOUT_MATH)
            for n, keyword in enumerate(keywords)
        ]
        yield element("kwd-group", {"kwd-group-type": "author"}, kwds, field=field, lang=tag)


def _kinds(article: Article) -> Iterator[tuple[str | None, PerLanguage[Prose], str]]:
    """The main abstract and the others: kind, text in each language, field."""
    yield None, article.abstract, "abstract"
    for n, other in enumerate(article.other_abstracts):
        yield non_blank(other.type), other.text, f"other_abstracts[{n}].text"


def _abstract(name: str, kind: str | None, tag: str, prose: Prose, field: str) -> Built:
    return element(name, {"abstract-type": kind}, sections(prose, field), field=field, lang=tag)
