"""The article's metadata: ``article-meta``, in the order of the DTD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Built, Content, FrozenMap, element, inheritance
from jatsx.model import Article
from jatsx.model.fieldpath import subpath
from jatsx_jats.abstracts import abstracts, kwd_groups
from jatsx_jats.affiliations import aff_ids, affs
from jatsx_jats.categories import article_categories
from jatsx_jats.dates import history, pub_dates
from jatsx_jats.funding import funding_group
from jatsx_jats.issue import issue
from jatsx_jats.links import article_ids, related_articles, self_uris
from jatsx_jats.people import contrib_group
from jatsx_jats.permissions import permissions
from jatsx_jats.statements import author_notes
from jatsx_jats.titles import title_group
from jatsx_jats.version import Version

FIELDS: Final = FrozenMap(
    {
        "article-id": "doi",
        "title-group": "title",
        "contrib-group": "contributors",
        "pub-date": "dates.published",
        "fpage": "pages.first",
        "abstract": "abstract",
    }
)
"""The fields of the required parts of ``article-meta``."""

COUNTS: Final = FrozenMap(
    {
        "figures": "fig-count",
        "tables": "table-count",
        "equations": "equation-count",
        "references": "ref-count",
        "pages": "page-count",
        "words": "word-count",
    }
)
"""The element for each count."""


def article_meta(article: Article, version: Version, leftovers: Content = None) -> Built:
    """The metadata of the article and its issue, with a ``custom-meta-group`` of ``leftovers``."""
    affiliations = affs(article)
    return element(
        "article-meta",
        None,
        article_ids(article),
        article_categories(article),
        title_group(article, version),
        contrib_group(article, aff_ids(article, affiliations), version),
        affiliations,
        author_notes(article),
        _content_language(article, version),
        pub_dates(article),
        issue(article),
        history(article),
        permissions(article, version),
        self_uris(article),
        related_articles(article),
        abstracts(article, version),
        kwd_groups(article, version),
        funding_group(article, version),
        _counts(article),
        leftovers,
        fields=FIELDS,
    )


def _content_language(article: Article, version: Version) -> Built:
    """The language of the text, if the version has an element for it."""
    language = inheritance.language(article)
    if language is None or not version.has_content_language:
        return None
    return element("content-language", None, language.value, field=language.field)


def _counts(article: Article) -> Built:
    return element("counts", None, _count_elements(article), field="counts")


def _count_elements(article: Article) -> Iterator[Built]:
    for name, tag in COUNTS.items():
        count = getattr(article.counts, name)
        if count is not None:
            yield element(
                tag, {"count": str(count)}, field=subpath("counts", name), keep_empty=True
            )
