"""The identifiers of the article: its DOI, its landing page, and other identifiers."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Article, Extent, JsonObject, Loss, Sourced, json_object, non_blank, stripped
from jatsx.model.fieldpath import subpath

from jatsx_datacite.addresses import address, own_doi
from jatsx_datacite.parts import Parts, Values
from jatsx_datacite.settings import Settings


def doi(article: Article, _: Settings) -> Parts:
    """``doi``, without a URL."""
    found = own_doi(article.doi)
    if found:
        yield Sourced(found, "doi")
    elif non_blank(article.doi):
        yield Loss("doi", "own-doi-form")


def url(article: Article, _: Settings) -> Parts:
    """``url``: the landing page."""
    found = address(article.url)
    if found:
        yield Sourced(found, "url")
    elif non_blank(article.url):
        yield Loss("url", "address-form")


def alternate_identifiers(article: Article, _: Settings) -> Parts:
    """``alternateIdentifiers``: other identifiers, and the URLs of the full text."""
    for field, kind, value in _further(article):
        described: Values = {
            "alternateIdentifier": Sourced(value, field),
            "alternateIdentifierType": kind,
        }
        yield json_object(described, field=field)
    yield from _link_losses(article)


def identifiers(article: Article, _: Settings) -> Parts:
    """``identifiers`` of version 4.3: DOI, landing page, and other identifiers."""
    found = own_doi(article.doi)
    if found:
        yield _typed("doi", "DOI", found)
    elif non_blank(article.doi):
        yield Loss("doi", "own-doi-form")
    if page := stripped(article.url):
        yield _typed("url", "URL", page)
    yield from (_typed(field, kind, value) for field, kind, value in _further(article))
    yield from _link_losses(article)


def formats(article: Article, _: Settings) -> Parts:
    """``formats``: the media types of the full text, each once."""
    kinds = [stripped(link.content_type) for link in article.links]
    for n, kind in enumerate(kinds):
        if kind and kind not in kinds[:n]:
            yield Sourced(kind, f"links[{n}].content_type")
        if kind and kinds.count(kind) > 1:
            yield Loss(f"links[{n}].content_type", "format-once", extent=Extent.FORM)


def _typed(field: str, kind: str, value: str) -> JsonObject | None:
    return json_object({"identifier": Sourced(value, field), "identifierType": kind}, field=field)


def _further(article: Article) -> Iterator[tuple[str, str, str]]:
    """The field, type and value of each identifier except the DOI and the landing page."""
    for scheme, value in article.identifiers.items():
        if bare := stripped(value):
            yield subpath("identifiers", scheme), scheme, bare
    for n, link in enumerate(article.links):
        if bare := stripped(link.url):
            yield f"links[{n}].url", "URL", bare


def _link_losses(article: Article) -> Iterator[Loss]:
    for n, link in enumerate(article.links):
        if non_blank(link.language):
            yield Loss(f"links[{n}].language", "link-language")
