"""An article as DOAJ's ``bibjson``. What isn't known is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from jatsx import inheritance
from jatsx.dates import PartialDate, parse_date
from jatsx.identifiers import bare_doi, is_doi, is_issn
from jatsx.model.inheritance import Said
from jatsx_doaj.authors import authors
from jatsx_doaj.texts import filled, texts

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.formats import Json
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

_ADDRESS = re.compile(r"https?://[^\s/?#\[\]]+(?:[/?#]\S*)?\Z")


def bibjson(article: Article, language: str | None) -> dict[str, Json]:
    """All that DOAJ takes of an article, with title, abstract and keywords in one language."""
    date = publication_date(article)
    fields: dict[str, Json] = {
        **texts(article, language),
        "identifier": identifiers(article),
        "link": [link.value for link in links(article)],
        "author": authors(article, language),
        "year": f"{date.value.year:04}" if date else None,
        "month": str(date.value.month) if date and date.value.month else None,
        "journal": journal(article),
    }
    return {field: value for field, value in fields.items() if value}


def identifiers(article: Article) -> list[Json]:
    """The DOI of the article and the ISSNs of its journal."""
    typed = {"doi": doi(article), **issns(article.issue.journal)}
    return [{"type": kind, "id": id} for kind, id in typed.items() if id]


def doi(article: Article) -> str | None:
    """The article's DOI, bare."""
    bare = bare_doi(article.doi or "")
    return bare if is_doi(bare) else None


def issns(journal: Journal) -> dict[str, str]:
    """The ISSNs of the printed and the online journal, by what DOAJ calls them."""
    written = {"pissn": journal.issn.print, "eissn": journal.issn.electronic}
    return {kind: issn for kind, issn in written.items() if issn and is_issn(issn)}


def links(article: Article) -> tuple[Said[Json], ...]:
    """The links to the full text; where there is none, the landing page, as HTML."""
    full_text = tuple(_full_text_links(article))
    if full_text or not is_address(article.url):
        return full_text
    return (Said({"type": "fulltext", "url": article.url, "content_type": "HTML"}, "url"),)


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


def journal(article: Article) -> dict[str, Json]:
    """Where in the journal the article stands; the journal itself DOAJ knows from its record."""
    place = {
        "volume": article.issue.volume,
        "number": article.issue.number,
        "start_page": article.pages.first,
        "end_page": article.pages.last,
    }
    return {field: text for field, value in place.items() if (text := filled(value))}


def _full_text_links(article: Article) -> Iterator[Said[Json]]:
    for n, link in enumerate(article.links):
        if is_address(link.url):
            known = content_type(link.content_type)
            described: dict[str, Json] = {"type": "fulltext", "url": link.url}
            yield Said(described | ({"content_type": known} if known else {}), f"links[{n}]")
