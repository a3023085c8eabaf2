"""An article as DOAJ's ``bibjson``. What isn't known is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from jatsx import FrozenMap, Sourced, inheritance, json_list, json_object
from jatsx.standards.dates import PartialDate, parse_date
from jatsx.standards.identifiers import bare_doi, is_doi, is_issn
from jatsx_doaj.authors import People, authors
from jatsx_doaj.texts import filled, texts

if TYPE_CHECKING:
    from jatsx import Article, JsonList, JsonObject, Sourced
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
            "identifier": Sourced(identifiers(article), "doi"),
            "link": Sourced(json_list(link.value for link in links(article)), "links"),
            "author": Sourced(authors(article, taken), "contributors"),
            "year": Sourced(f"{date.value.year:04}", date.field) if date else None,
            "month": month(date),
            "journal": Sourced(journal(article), "issue"),
        }
    )


def month(date: Sourced[PartialDate] | None) -> Sourced[Any] | None:
    """The month of a date, where it is known."""
    is_known = date is not None and date.value.month
    return Sourced(str(date.value.month), date.field) if date and is_known else None


def identifiers(article: Article) -> JsonList | None:
    """The DOI of the article and the ISSNs of its journal."""
    typed = {"doi": doi(article), **issns(article.issue.journal)}
    described = (
        json_object({"type": kind, "id": Sourced(id, IDENTIFIERS[kind])}, field=IDENTIFIERS[kind])
        for kind, id in typed.items()
        if id
    )
    return json_list(described, field="doi", kinds=IDENTIFIERS)


def doi(article: Article) -> str | None:
    """The article's DOI, bare."""
    bare = bare_doi(article.doi or "")
    return bare if is_doi(bare) else None


def issns(journal: Journal) -> dict[str, str]:
    """The ISSNs of the printed and the online journal, by what DOAJ calls them."""
    written = {"pissn": journal.issn.print, "eissn": journal.issn.electronic}
    return {kind: issn for kind, issn in written.items() if issn and is_issn(issn)}


def links(article: Article) -> tuple[Sourced[JsonObject | None], ...]:
    """The links to the full text; where there is none, the landing page, as HTML."""
    if has_full_text(article) or not is_address(article.url):
        return tuple(_full_text_links(article))
    page = {"type": "fulltext", "url": article.url, "content_type": "HTML"}
    return (Sourced(json_object(page, field="url"), "url"),)


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


def publication_date(article: Article) -> Sourced[PartialDate] | None:
    """The one date of publication that DOAJ takes: print before online."""
    for published in inheritance.publication_dates(article):
        date = parse_date(published.date)
        if date:
            return Sourced(date, published.field)
    return None


def journal(article: Article) -> JsonObject | None:
    """Where in the journal the article stands; the journal itself DOAJ knows from its record."""
    place = {
        "volume": Sourced(filled(article.issue.volume), "issue.volume"),
        "number": Sourced(filled(article.issue.number), "issue.number"),
        "start_page": Sourced(filled(article.pages.first), "pages.first"),
        "end_page": Sourced(filled(article.pages.last), "pages.last"),
    }
    return json_object(place, field="issue")


def _full_text_links(article: Article) -> Iterator[Sourced[JsonObject | None]]:
    for n, link in enumerate(article.links):
        if is_address(link.url):
            own = f"links[{n}]"
            described: dict[str, Sourced[Any] | str] = {
                "type": "fulltext",
                "url": Sourced(link.url, f"{own}.url"),
                "content_type": Sourced(content_type(link.content_type), f"{own}.content_type"),
            }
            yield Sourced(json_object(described, field=own), own)
