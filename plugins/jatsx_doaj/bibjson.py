"""An article as DOAJ's ``bibjson``. What isn't known is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from jatsx import FrozenMap, inheritance, json_list, json_object, of
from jatsx.model.inheritance import Said
from jatsx.standards.dates import PartialDate, parse_date
from jatsx.standards.identifiers import bare_doi, is_doi, is_issn
from jatsx_doaj.authors import People, authors
from jatsx_doaj.texts import filled, texts

if TYPE_CHECKING:
    from jatsx import Article, JsonList, JsonObject, Of
    from jatsx.model import Journal

CONTENT_TYPES: Final[Mapping[str, str]] = {
    "application/pdf": "PDF",
    "text/html": "HTML",
    "application/xhtml+xml": "HTML",
    "application/epub+zip": "ePUB",
    "application/xml": "XML",
    "text/xml": "XML",
    "application/jats+xml": "XML",
}
"""What DOAJ calls the media types that it knows."""

IDENTIFIERS: Final = FrozenMap(
    {
        "doi": "doi",
        "pissn": "issue.journal.issn.print",
        "eissn": "issue.journal.issn.electronic",
    }
)
"""The field that each type of identifier stands for."""

_ADDRESS = re.compile(r"https?://[^\s/?#\[\]]+(?:[/?#]\S*)?\Z")


def bibjson(article: Article, language: str | None, taken: People) -> JsonObject | None:
    """All that DOAJ takes of an article, with title, abstract and keywords in one language."""
    date = publication_date(article)
    return json_object(
        {
            **texts(article, language),
            "identifier": of("doi", identifiers(article)),
            "link": of("links", json_list(link.value for link in links(article))),
            "author": of("contributors", authors(article, taken)),
            "year": of(date.field, f"{date.value.year:04}") if date else None,
            "month": month(date),
            "journal": of("issue", journal(article)),
        }
    )


def month(date: Said[PartialDate] | None) -> Of | None:
    """The month of a date, where it is known."""
    is_known = date is not None and date.value.month
    return of(date.field, str(date.value.month)) if date and is_known else None


def identifiers(article: Article) -> JsonList | None:
    """The DOI of the article and the ISSNs of its journal."""
    typed = {"doi": doi(article), **issns(article.issue.journal)}
    described = (
        json_object({"type": kind, "id": of(IDENTIFIERS[kind], id)}, of=IDENTIFIERS[kind])
        for kind, id in typed.items()
        if id
    )
    return json_list(described, of="doi", kinds=IDENTIFIERS)


def doi(article: Article) -> str | None:
    """The article's DOI, bare."""
    bare = bare_doi(article.doi or "")
    return bare if is_doi(bare) else None


def issns(journal: Journal) -> dict[str, str]:
    """The ISSNs of the printed and the online journal, by what DOAJ calls them."""
    written = {"pissn": journal.issn.print, "eissn": journal.issn.electronic}
    return {kind: issn for kind, issn in written.items() if issn and is_issn(issn)}


def links(article: Article) -> tuple[Said[JsonObject | None], ...]:
    """The links to the full text; where there is none, the landing page, as HTML."""
    if has_full_text(article) or not is_address(article.url):
        return tuple(_full_text_links(article))
    page = {"type": "fulltext", "url": article.url, "content_type": "HTML"}
    return (Said(json_object(page, of="url"), "url"),)


def has_full_text(article: Article) -> bool:
    """Whether one of the article's links leads to the full text."""
    return any(is_address(link.url) for link in article.links)


def is_address(url: str | None) -> bool:
    """Whether a text is an address that DOAJ takes: http or https."""
    return bool(url) and _ADDRESS.match(url or "") is not None


def content_type(media_type: str | None) -> str | None:
    """What DOAJ calls a media type; None for one that it doesn't know."""
    bare = (media_type or "").partition(";")[0].strip().lower()
    return CONTENT_TYPES.get(bare)


def publication_date(article: Article) -> Said[PartialDate] | None:
    """The one date of publication that DOAJ takes: print before online."""
    for published in inheritance.publication_dates(article):
        date = parse_date(published.date)
        if date:
            return Said(date, published.field)
    return None


def journal(article: Article) -> JsonObject | None:
    """Where in the journal the article stands; the journal itself DOAJ knows from its record."""
    place = {
        "volume": of("issue.volume", filled(article.issue.volume)),
        "number": of("issue.number", filled(article.issue.number)),
        "start_page": of("pages.first", filled(article.pages.first)),
        "end_page": of("pages.last", filled(article.pages.last)),
    }
    return json_object(place, of="issue")


def _full_text_links(article: Article) -> Iterator[Said[JsonObject | None]]:
    for n, link in enumerate(article.links):
        if is_address(link.url):
            own = f"links[{n}]"
            described: dict[str, Of | str] = {
                "type": "fulltext",
                "url": of(f"{own}.url", link.url),
                "content_type": of(f"{own}.content_type", content_type(link.content_type)),
            }
            yield Said(json_object(described, of=own), own)
