"""Abstracts and keywords.

Source: JATS Publishing Tag Library, ``abstract``, ``trans-abstract``, ``kwd-group``; the DTD
doesn't require the language of a ``trans-abstract``, but it is always written.
"""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Built, Content, element, inheritance, non_blank
from jatsx.model import Article
from jatsx.model.fieldpath import subpath
from jatsx_jats.languages import group_attributes, main_first
from jatsx_jats.texts import WITHOUT_MATH, sections, text_element
from jatsx_jats.version import Version


def abstracts(article: Article, version: Version) -> Iterator[Content]:
    """The abstracts of each kind in the main language, then the abstracts in other languages."""
    kinds = [_in_languages(article, n, version) for n in range(1 + len(article.other_abstracts))]
    yield from (one for kind in kinds for one in kind[:1])
    yield from (one for kind in kinds for one in kind[1:])


def kwd_groups(article: Article, version: Version) -> Iterator[Content]:
    """The keywords, with a group for each language."""
    groups = main_first(article.keywords, article)
    own = inheritance.language_tag(article)
    for tag, keywords in groups:
        grouped = group_attributes("keywords", tag, dict(groups), own, version)
        field = subpath("keywords", tag)
        kwds = [
            text_element("kwd", keyword, subpath(field, n), slot=WITHOUT_MATH)
            for n, keyword in enumerate(keywords)
        ]
        attributes = {"kwd-group-type": "author", **grouped}
        yield element("kwd-group", attributes, kwds, field=field, lang=tag)


def _in_languages(article: Article, n: int, version: Version) -> list[Built]:
    """The main abstract (0) or another one, in each language."""
    other = article.other_abstracts[n - 1] if n else None
    field = f"other_abstracts[{n - 1}].text" if other else "abstract"
    kind = non_blank(other.type) if other else None
    texts = main_first(other.text if other else article.abstract, article)
    own = inheritance.language_tag(article)
    return [
        element(
            "trans-abstract" if k else "abstract",
            {
                "abstract-type": kind,
                **group_attributes(f"abstract{n + 1}", tag, dict(texts), own, version),
            },
            sections(prose, subpath(field, tag)),
            field=subpath(field, tag),
            lang=tag,
        )
        for k, (tag, prose) in enumerate(texts)
    ]
