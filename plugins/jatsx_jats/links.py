"""The article's ids, URLs and related works.

Source: JATS Publishing Tag Library, ``article-id``, ``self-uri``, ``related-article``; the PMC
Tagging Guidelines for types of relations that are not in the Tag Library; JATS4R, Accessibility:
links have titles.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import (
    Built,
    Content,
    FrozenMap,
    Loss,
    element,
    is_present,
    non_blank,
    partition,
    present,
    xml_lang,
)
from jatsx.model import Article, Link, Relation
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import bare_doi
from jatsx_jats.languages import main_first
from jatsx_jats.texts import text_element

ID_TYPES: Final = frozenset(
    {
        "accession",
        "archive",
        "ark",
        "art-access-id",
        "arxiv",
        "coden",
        "doaj",
        "doi",
        "handle",
        "index",
        "isbn",
        "manuscript",
        "medline",
        "mr",
        "other",
        "pii",
        "pmcid",
        "pmid",
        "publisher-id",
        "sici",
        "std-designation",
        "zbl",
    }
)
"""The values of ``article-id/@pub-id-type`` in the DTD, except ``custom``."""

FILE_KINDS: Final = FrozenMap(
    {
        "application/pdf": "PDF",
        "text/html": "HTML",
        "application/xml": "XML",
        "text/xml": "XML",
        "application/epub+zip": "EPUB",
    }
)
"""The names of media types."""

RELATIONS: Final = FrozenMap(
    {
        "translation-of": "alt-language",
        "has-translation": "alt-language",
        "has-preprint": "preprint",
        "review-of": "peer-reviewed-article",
        "has-review": "peer-review",
        "comment-on": "commentary-article",
        "has-comment": "commentary",
        "reply-to": "letter",
        "has-reply": "letter",
        "addendum-to": "addended-article",
        "clarification-of": "corrected-article",
        "correction-of": "corrected-article",
        "corrigendum-of": "corrected-article",
        "erratum-of": "corrected-article",
        "expression-of-concern-about": "object-of-concern",
        "new-edition-of": "updated-article",
        "new-version-of": "updated-article",
        "partial-retraction-of": "partial-retraction",
        "removal-of": "retracted-article",
        "retraction-of": "retracted-article",
        "withdrawal-of": "retracted-article",
    }
)
"""``@related-article-type`` of relations and updates. Other types are written unchanged. Several
types have the same value, so ``@specific-use`` contains the type of the input."""


def article_ids(article: Article) -> Iterator[Built]:
    """The article's DOI, then its other ids."""
    yield element("article-id", {"pub-id-type": "doi"}, bare_doi(article.doi or ""), field="doi")
    for scheme, value in present(article.identifiers).items():
        field = subpath("identifiers", scheme)
        listed = scheme.strip().lower()
        if listed in ID_TYPES:
            yield element("article-id", {"pub-id-type": listed}, value, field=field)
        else:
            attributes = {"pub-id-type": "custom", "custom-type": non_blank(scheme)}
            yield element("article-id", attributes, value, field=field)


def self_uris(article: Article) -> Iterator[Content]:
    """The landing page, then the full texts."""
    if is_present(article.url):
        attributes = {"xlink:href": article.url, "xlink:title": _title(article, None)}
        yield element(
            "self-uri", attributes, field="url", fields={"@xlink:title": "/title"}, keep_empty=True
        )
    for n, link in enumerate(article.links):
        if is_present(link.url):
            yield from _full_text(link, f"links[{n}]", article)


def related_articles(article: Article) -> Iterator[Content]:
    """The works that the article is related to."""
    for n, relation in enumerate(article.relations):
        yield from _related_article(relation, n, article)


def _full_text(link: Link, field: str, article: Article) -> Iterator[Content]:
    language = non_blank(link.language)
    yield element(
        "self-uri",
        {
            "content-type": non_blank(link.content_type),
            "hreflang": xml_lang(language),
            "xlink:href": link.url,
            "xlink:title": _link_title(link, article),
        },
        field=field,
        fields={
            "@content-type": "content_type",
            "@hreflang": "language",
            "@xlink:href": "url",
        },
        keep_empty=True,
    )
    if language is not None and xml_lang(language) is None:
        params = {"attribute": "hreflang", "tag": language}
        yield Loss(f"{field}.language", "language-tag", params)


def _link_title(link: Link, article: Article) -> str | None:
    """The title of a link to a full text: the article's title and the kind of file."""
    title = _title(article, link.language)
    kind = FILE_KINDS.get(link.content_type or "", non_blank(link.content_type))
    return f"{title} ({kind})" if title and kind else title or kind


def _title(article: Article, language: str | None) -> str | None:
    """The article's title in a language, else in the article's language."""
    titles = main_first(article.title, article)
    own = titles[0][1] if titles else None
    title = dict(titles).get(language or "", own)
    return title.plain if title else None


def _related_article(relation: Relation, n: int, article: Article) -> Iterator[Content]:
    field = f"relations[{n}]"
    titles = main_first(relation.title, article)
    listed = RELATIONS.get(relation.type)
    attributes = {
        "related-article-type": listed or relation.type,
        "specific-use": relation.type if listed else None,
        "id": f"ra{n + 1}",
        "xlink:title": titles[0][1].plain if titles else None,
        **_address(relation),
    }
    inside = (
        [
            text_element("article-title", title, subpath(f"{field}.title", tag), lang=tag)
            for tag, title in titles
        ],
        element("uri", None, relation.url, field=f"{field}.url")
        if is_present(relation.doi)
        else None,
    )
    fields = {
        "@related-article-type": "type",
        "@specific-use": "type",
        "@xlink:title": "title",
        "@xlink:href": "doi" if is_present(relation.doi) else "url",
    }
    found, lost = partition(inside)
    yield element("related-article", attributes, found, field=field, fields=fields, keep_empty=True)
    yield lost
    if is_present(relation.date):
        yield Loss(f"{field}.date", "notice-date")


def _address(relation: Relation) -> dict[str, str | None]:
    """The DOI of the other work, else its URL."""
    if is_present(relation.doi):
        return {"ext-link-type": "doi", "xlink:href": bare_doi(relation.doi or "")}
    if is_present(relation.url):
        return {"ext-link-type": "uri", "xlink:href": relation.url}
    return {}
