"""An article of a record: ``journal_article``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx_crossref.reader.tree import SourceNode
from jatsx_crossref.reader.works.elements import (
    date,
    made,
    marked,
    moved,
    moved_all,
    text_of,
)
from jatsx_crossref.reader.works.people import contributors
from jatsx_crossref.reader.works.programs import (
    UNSPECIFIED,
    crossmark,
    funding_program,
    license_program,
    relation_program,
)
from jatsx_crossref.reader.works.references import citation_list

TECHNICAL: Final = (
    *("URL", "created", "deposited", "indexed", "is-referenced-by-count", "member", "prefix"),
    *("reference-count", "references-count", "score", "source", "type", "ISSN"),
)
"""Values that Crossref adds to each record, or that repeat another value."""

USES: Final = {
    "similarity-checking": "crawler-based",
    "text-mining": "text-mining",
    "syndication": "syndication",
    UNSPECIFIED: UNSPECIFIED,
}
"""The collection of a link for each ``intended-application``."""

_PAGES = re.compile(r"([^-–,;\s]+)[-–]([^-–,;\s]+)(?:[,;]\s*(\S.*))?\Z")


def journal_article(work: SourceNode) -> SourceNode:
    """``journal_article``. The record itself is in it, so that its unread values are reported."""
    work.is_taken = True
    content = (
        *titles(work),
        contributors(work),
        abstract(work),
        *publication_dates(work),
        date(work, "accepted", "acceptance_date"),
        pages(work),
        publisher_item(work),
        crossmark(work),
        funding_program(work),
        license_program(work),
        relation_program(work),
        archive_locations(work),
        doi_data(work),
        citation_list(work),
        work,
    )
    for technical in work.take_all(*TECHNICAL):
        technical.pass_over()
    language = {"language": text_of(work, "language")}
    return made("journal_article", work, *content, attributes=language)


def titles(work: SourceNode) -> Iterator[SourceNode]:
    """A ``titles`` for each title. The subtitle and the original title belong to the first."""
    subtitle, original = work.take("subtitle"), work.take("original-title")
    for n, value in enumerate(work.take_all("title")):
        first = (
            marked(subtitle, "subtitle") if subtitle else None,
            marked(original, "original_language_title") if original else None,
        )
        yield made("titles", value, marked(value, "title"), *(first if n == 0 else ()))


def abstract(work: SourceNode) -> SourceNode | None:
    """``jats:abstract``: the text with its elements."""
    value = work.take("abstract")
    return marked(value, "jats:abstract") if value else None


def publication_dates(work: SourceNode) -> Iterator[SourceNode]:
    """The dates of publication by medium. ``published`` and ``issued`` repeat the first of them."""
    media = ("print", "online", "other")
    dates = (date(work, f"published-{one}", "publication_date", one) for one in media)
    found = [one for one in dates if one]
    for repeated in work.take_all("published", "issued") if found else ():
        repeated.pass_over()
    yield from found


def pages(work: SourceNode) -> SourceNode | None:
    """``pages``: “5-17” is the first and the last page."""
    value = work.take("page")
    written = value.take_line() if value else None
    if value is None or written is None:
        return None
    parts = _PAGES.match(written)
    names = ("first_page", "last_page", "other_pages")
    numbers = parts.groups() if parts else (written,)
    inside = (made(name, value, text) for name, text in zip(names, numbers, strict=False) if text)
    return made("pages", value, *inside)


def publisher_item(work: SourceNode) -> SourceNode:
    """``publisher_item``: the article number, and the publisher's own number."""
    number, doi = work.find("article-number"), work.find("DOI")
    known = {one.whole_text.lower() for one in (number, doi) if one}
    item = moved(work, "article-number", "item_number")
    if item:
        item.attributes["item_number_type"] = "article_number"
    others = moved_all(work, "alternative-id", "item_number")
    own = [one for one in others if one.text.strip().lower() not in known]
    return made("publisher_item", work, item, *own)


def archive_locations(work: SourceNode) -> SourceNode:
    """``archive_locations``."""
    names = (text for one in work.take_all("archive") if (text := one.take_line()))
    archives = (made("archive", work, attributes={"name": name}) for name in names)
    return made("archive_locations", work, *archives)


def doi_data(work: SourceNode) -> SourceNode:
    """``doi_data``: the DOI, the landing page and the full-text links."""
    resource = work.take("resource")
    primary = resource.take("primary") if resource else None
    return made(
        "doi_data",
        work,
        moved(work, "DOI", "doi"),
        moved(primary, "URL", "resource") if primary else None,
        *map(_collection, work.take_all("link")),
    )


def _collection(link: SourceNode) -> SourceNode:
    kind, use = text_of(link, "content-type"), text_of(link, "intended-application")
    version = text_of(link, "content-version")
    attributes = {
        "mime_type": None if kind == UNSPECIFIED else kind,
        "content_version": None if version == UNSPECIFIED else version,
    }
    resource = made("resource", link, text_of(link, "URL"), attributes=attributes)
    item = made("item", link, resource)
    return made("collection", link, item, attributes={"property": USES.get(use or "", use)})
