"""What the article is called: its DOI, its landing page, and what others call it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Article, JsonObject, Loss, Sourced, json_object
from jatsx.model.fieldpath import subpath

from jatsx_datacite.addresses import address, own_doi
from jatsx_datacite.parts import Parts, Values, filled
from jatsx_datacite.settings import Settings

_DOI_FORM: Final = "DataCite registers DOIs of the form 10.NNNN/suffix"
_ADDRESS_FORM: Final = (
    "url is an address of the web (URI): letters beyond ASCII and spaces are encoded in one"
)
_EACH_ONCE: Final = "formats holds each media type once, and several links have this one"


def doi(article: Article, _: Settings) -> Parts:
    """``doi``: bare."""
    found = own_doi(article.doi)
    if found:
        yield Sourced(found, "doi")
    elif filled(article.doi):
        yield Loss("doi", _DOI_FORM)


def url(article: Article, _: Settings) -> Parts:
    """``url``: the landing page."""
    found = address(article.url)
    if found:
        yield Sourced(found, "url")
    elif filled(article.url):
        yield Loss("url", _ADDRESS_FORM)


def alternate_identifiers(article: Article, _: Settings) -> Parts:
    """``alternateIdentifiers``: what others call the article, and where the full text is."""
    for field, kind, value in _further(article):
        described: Values = {
            "alternateIdentifier": Sourced(value, field),
            "alternateIdentifierType": kind,
        }
        yield json_object(described, field=field)
    yield from _link_losses(article)


def identifiers(article: Article, _: Settings) -> Parts:
    """``identifiers`` of version 4.3: DOI, landing page, and the further ones."""
    found = own_doi(article.doi)
    if found:
        yield _typed("doi", "DOI", found)
    elif filled(article.doi):
        yield Loss("doi", _DOI_FORM)
    if filled(article.url):
        yield _typed("url", "URL", filled(article.url))
    yield from (_typed(field, kind, value) for field, kind, value in _further(article))
    yield from _link_losses(article)


def formats(article: Article, _: Settings) -> Parts:
    """``formats``: the media types of the full text, each once."""
    kinds = [filled(link.content_type) for link in article.links]
    for n, kind in enumerate(kinds):
        if kind and kind not in kinds[:n]:
            yield Sourced(kind, f"links[{n}].content_type")
        if kind and kinds.count(kind) > 1:
            yield Loss(f"links[{n}].content_type", _EACH_ONCE)


def _typed(field: str, kind: str, value: str | None) -> JsonObject | None:
    return json_object({"identifier": Sourced(value, field), "identifierType": kind}, field=field)


def _further(article: Article) -> Iterator[tuple[str, str, str]]:
    """Field, type and value of each identifier besides DOI and landing page."""
    for scheme, value in article.identifiers.items():
        if bare := filled(value):
            yield subpath("identifiers", scheme), scheme, bare
    for n, link in enumerate(article.links):
        if bare := filled(link.url):
            yield f"links[{n}].url", "URL", bare


def _link_losses(article: Article) -> Iterator[Loss]:
    for n, link in enumerate(article.links):
        if filled(link.language):
            yield Loss(f"links[{n}].language", "an identifier has no language")
