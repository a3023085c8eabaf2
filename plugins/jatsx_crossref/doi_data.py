"""``doi_data``: a DOI with its URL, and the full-text links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from jatsx import Built, Content, Loss, element
from jatsx_crossref.identifiers import crossref_doi, is_address
from jatsx_crossref.options import Settings
from jatsx_crossref.version import Version
from jatsx_crossref.vocabulary import media_types

if TYPE_CHECKING:
    from jatsx.model import Article, Issue, Journal, Link

    Described: TypeAlias = Article | Issue | Journal

CRAWLER_BASED: Final = "crawler-based"
"""The collection of links for Similarity Check."""

CRAWLED: Final = ("application/pdf", "text/html", "text/plain", "application/xhtml+xml")
"""The media types that Similarity Check reads."""


def article_doi_data(article: Article, settings: Settings) -> Iterator[Content]:
    """``doi_data`` of an article, with its full-text links."""
    full_text = (collections(article.links, settings), link_losses(article.links, settings))
    yield from doi_data(article, "", full_text)
    if article.links and not has_doi_data(article):
        yield Loss("links", "doi-data-incomplete")


def has_doi_data(part: Described) -> bool:
    """Whether a part has both a valid DOI and a valid URL."""
    return crossref_doi(part.doi) is not None and is_address(part.url)


def doi_data(part: Described, field: str, full_text: Content = ()) -> Iterator[Content]:
    """``doi_data`` of an article, an issue or a journal.

    ``field`` is the start of the paths of its fields, from the article: empty, or ``issue.``.
    """
    if has_doi_data(part):
        doi = element("doi", None, crossref_doi(part.doi), field=f"{field}doi")
        resource = element("resource", None, part.url, field=f"{field}url")
        pieces = (doi, resource, full_text)
        fields = {"resource": "../url"}
        yield element("doi_data", None, pieces, field=f"{field}doi", fields=fields)
        return
    if part.doi:
        yield Loss(f"{field}doi", "doi-data-incomplete")
    if part.url:
        yield Loss(f"{field}url", "doi-data-incomplete")


def collections(links: Sequence[Link], settings: Settings) -> Iterator[Content]:
    """A ``collection`` of full-text links for each value of the option ``collections``."""
    for use in settings.collections:
        items = (
            item(link, f"links[{n}]", use, settings.version)
            for n, link in enumerate(links)
            if takes(use, link, settings.version)
        )
        attributes = {"property": use}
        yield element("collection", attributes, items, field="links")


def takes(use: str, link: Link, version: Version) -> bool:
    """Whether a collection may contain a link: Similarity Check reads only PDF, HTML and text.

    Source: Crossref documentation, "Similarity Check: adding full-text URLs".
    """
    kind = (link.content_type or "").partition(";")[0].strip().lower()
    return use != CRAWLER_BASED or kind in (*CRAWLED, "") or kind not in media_types(version)


def item(link: Link, field: str, use: str, version: Version) -> Built:
    """``item``: a full-text link.

    The crawler of Similarity Check is called iParadigms. Source: Crossref documentation,
    "Similarity Check: adding full-text URLs".
    """
    if not is_address(link.url):
        return None
    crawler = "iParadigms" if use == CRAWLER_BASED else None
    fields = {"resource": "url"}
    return element(
        "item", {"crawler": crawler}, _resource(link, field, version), field=field, fields=fields
    )


def link_losses(links: Sequence[Link], settings: Settings) -> Iterator[Loss]:
    """The losses of the full-text links."""
    for n, link in enumerate(links):
        field = f"links[{n}]"
        if not settings.collections:
            yield Loss(field, "collections-not-chosen")
        elif not is_address(link.url):
            yield Loss(field, "url-form", {"element": "resource"})
        elif not any(takes(use, link, settings.version) for use in settings.collections):
            yield Loss(field, "crawler-media-type")
        else:
            yield from _link_losses(link, field, settings.version)


def _link_losses(link: Link, field: str, version: Version) -> Iterator[Loss]:
    if link.language:
        yield Loss(f"{field}.language", "no-link-language")
    if link.content_type and link.content_type not in media_types(version):
        params = {"type": link.content_type, "version": version.name}
        yield Loss(f"{field}.content_type", "media-type-not-listed", params)


def _resource(link: Link, field: str, version: Version) -> Built:
    known = link.content_type in media_types(version)
    return element(
        "resource",
        {"mime_type": link.content_type if known else None},
        link.url,
        field=f"{field}.url",
        fields={"@mime_type": "../content_type"},
    )
