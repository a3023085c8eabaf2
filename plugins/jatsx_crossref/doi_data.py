"""``doi_data``: a DOI, where it leads, and where the full text is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from jatsx import Element, el
from jatsx.documents.build import Inside, Lost, wrapped
from jatsx_crossref.identifiers import crossref_doi, is_address
from jatsx_crossref.options import Settings
from jatsx_crossref.vocabulary import media_types

if TYPE_CHECKING:
    from jatsx.model import Article, Issue, Journal, Link

    Described: TypeAlias = Article | Issue | Journal


def article_doi_data(article: Article, settings: Settings) -> Iterator[Inside]:
    """``doi_data`` of an article, with its full-text links."""
    full_text = (collections(article.links, settings), link_losses(article.links, settings))
    yield from doi_data(article, "", full_text)
    if article.links and not has_doi_data(article):
        yield Lost("links", "full-text links have their place in doi_data")


def has_doi_data(part: Described) -> bool:
    """Whether a part has both a DOI and the address that it leads to."""
    return crossref_doi(part.doi) is not None and is_address(part.url)


def doi_data(part: Described, of: str, full_text: Inside = ()) -> Iterator[Inside]:
    """``doi_data`` of an article, an issue or a journal.

    ``of`` is what stands before its fields in a path from the article: nothing, or ``issue.``.
    """
    if has_doi_data(part):
        doi = el("doi", None, crossref_doi(part.doi), of=f"{of}doi")
        resource = el("resource", None, part.url, of=f"{of}url")
        pieces = (doi, resource, full_text)
        fields = {"resource": "../url"}
        yield wrapped("doi_data", None, pieces, of=f"{of}doi", fields=fields)
        return
    if part.doi:
        yield Lost(
            f"{of}doi", "doi_data takes a DOI of the form 10.NNNN/… and the address it leads to"
        )
    if part.url:
        yield Lost(f"{of}url", "an address has its place in doi_data, beside a DOI")


def collections(links: Sequence[Link], settings: Settings) -> Iterator[Inside]:
    """A ``collection`` of full-text links for each use that the journal has chosen."""
    for use in settings.collections:
        items = (item(link, f"links[{n}]", use) for n, link in enumerate(links))
        attributes = {"property": use}
        yield wrapped("collection", attributes, items, of="links")


def item(link: Link, of: str, use: str) -> Element | None:
    """``item``: the address of the full text in one form.

    The crawler of Similarity Check is called iParadigms. Source: Crossref documentation,
    "Similarity Check: adding full-text URLs".
    """
    if not is_address(link.url):
        return None
    crawler = "iParadigms" if use == "crawler-based" else None
    fields = {"resource": "url"}
    return el("item", {"crawler": crawler}, _resource(link, of), of=of, fields=fields)


def link_losses(links: Sequence[Link], settings: Settings) -> Iterator[Lost]:
    """What no collection says of the full-text links."""
    for n, link in enumerate(links):
        of = f"links[{n}]"
        if not settings.collections:
            yield Lost(of, "links stand in a collection, and the option collections names none")
        elif not is_address(link.url):
            yield Lost(of, "resource takes an address in ASCII, with http, https or ftp")
        else:
            yield from _link_losses(link, of)


def _link_losses(link: Link, of: str) -> Iterator[Lost]:
    if link.language:
        yield Lost(f"{of}.language", "resource has no language")
    if link.content_type and link.content_type not in media_types():
        yield Lost(
            f"{of}.content_type", f"{link.content_type} isn't among the media types of resource"
        )


def _resource(link: Link, of: str) -> Element | None:
    known = link.content_type in media_types()
    return el(
        "resource",
        {"mime_type": link.content_type if known else None},
        link.url,
        of=f"{of}.url",
        fields={"@mime_type": "../content_type"},
    )
