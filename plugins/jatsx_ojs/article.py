"""Reads an article of the export into an article of the model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jatsx.model import Article, Copyright, Dates, Issue, License, Published
from jatsx_ojs.affiliations import Affiliations
from jatsx_ojs.context import id_source, issue_identification
from jatsx_ojs.funding import funding
from jatsx_ojs.galleys import links
from jatsx_ojs.identifiers import doi, other_ids
from jatsx_ojs.keywords import keywords
from jatsx_ojs.locales import language_tag
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.pages import pages
from jatsx_ojs.people import contributors
from jatsx_ojs.publications import current
from jatsx_ojs.references import references
from jatsx_ojs.status import status
from jatsx_ojs.texts import line, lines, proses, url
from jatsx_ojs.titles import subtitles, titles
from jatsx_ojs.tree import XmlNode
from jatsx_ojs.unread import note_unread

_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}")


def article(
    element: XmlNode, id: str, issue: Issue, section: str | None, file: str
) -> tuple[Article, OjsNotes]:
    """The article of an element, and the notes on it.

    Its id, issue and section are known before.
    """
    notes = OjsNotes(file, None if element.address else element.line, id)
    publication = current(element, notes)
    language = _language(element, publication, notes)
    affiliations = Affiliations(notes)
    texts = _texts(element, publication, notes)
    dates = _dates(element, publication, notes)
    date = dates.published.online
    read = Article(
        id=id,
        language=language,
        section=section,
        issue=issue,
        contributors=contributors(publication, affiliations, notes),
        affiliations=tuple(affiliations.found.values()),
        links=links(element, publication, notes),
        dates=dates,
        **_present(_identifiers(element, publication, notes)),
        **_present({"status": status(element, publication, date, notes)}),
        **_present(texts),
        **_present(_rights(publication, notes)),
    )
    affiliations.note_languages(tuple(read.title))
    note_absent(read, notes)
    _pass_over_known(element, publication)
    note_unread(element, notes)
    return read, notes


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that are not empty. A value that the export does not contain is absent."""
    return {name: value for name, value in values.items() if value}


def _texts(element: XmlNode, publication: XmlNode, notes: OjsNotes) -> dict[str, Any]:
    """The texts, funders and references of a publication."""
    is_of_api = bool(element.address)  # in a file, the element is that of a plugin
    funders = (element.take("funders") or publication.take("funders")) if is_of_api else None
    return {
        "title": titles(publication, notes),
        "subtitle": subtitles(publication, notes),
        "abstract": proses(publication.take_all("abstract"), notes, ("abstract",)),
        "keywords": keywords(publication, notes),
        "funding": funding(publication, funders, notes),
        "pages": pages(publication, notes),
        "references": references(publication, notes),
    }


def _identifiers(element: XmlNode, publication: XmlNode, notes: OjsNotes) -> dict[str, Any]:
    sources = [publication] if publication is element else [publication, element]
    notes.record(("id",), id_source(element, publication))
    return {
        "doi": doi(sources, notes, ("doi",)),
        "url": url(element.take("urlPublished"), notes, ("url",)),
        "identifiers": other_ids(sources, notes),
    }


def _pass_over_known(element: XmlNode, publication: XmlNode) -> None:
    """Marks as read what the first pass has read: the id, the section, the issue."""
    for source in (publication, element):
        source.take_attribute("url_path")
        source.take_attribute("section_ref")
    if identification := issue_identification(element, publication):
        identification.pass_over()


def _language(element: XmlNode, publication: XmlNode, notes: OjsNotes) -> str | None:
    """The language of the article: its locale, else its language in OJS (2.4, 3.1).

    It is also the language of texts without a locale, as in imports of OJS.
    """
    sources = (publication, element)
    located = next((one for one in sources if one.attributes.get("locale", "").strip()), None)
    language = notes.tag(located) if located else element.take_attribute("language")
    if language is None:
        return None
    notes.language = language
    notes.record(("language",), located or element)
    if language_tag(element.attributes.get("locale", "")) == language:
        element.take_attribute("locale")
    if element.attributes.get("language") == language:
        element.take_attribute("language")
    for languages in publication.take_all("languages"):
        if languages.whole_text == language:
            languages.pass_over()
        else:
            languages.leave()
    return language


def _dates(element: XmlNode, publication: XmlNode, notes: OjsNotes) -> Dates:
    """The dates. Received is when the manuscript was submitted in OJS; accepted is not in a file.

    OJS itself shows the date of submission as the date received.
    """
    received = ("dates", "received")
    submitted = next(filter(None, (_submitted(one) for one in (element, publication))), None)
    if submitted:
        notes.record(received, element)
        notes.warn("ojs-received-submitted", received, element)
    return Dates(
        received=submitted,
        accepted=line(element.take("dateAccepted"), notes, ("dates", "accepted")),
        published=Published(online=_date_published(publication, notes)),
    )


def _submitted(element: XmlNode) -> str | None:
    """The date of submission, without its time."""
    written = element.take_attribute("date_submitted")
    found = _WITH_TIME.match(written or "")
    return found[1] if found else written


def _date_published(publication: XmlNode, notes: OjsNotes) -> str | None:
    """The date of online publication in OJS."""
    path = ("dates", "published", "online")
    written = publication.take_attribute("date_published")
    if written is not None:
        notes.record(path, publication)
        return written
    return line(publication.take("date_published"), notes, path)


def _rights(publication: XmlNode, notes: OjsNotes) -> dict[str, Any]:
    """License and copyright. In 2.4 they are in ``permissions`` and have other names."""
    around = publication.take("permissions") or publication
    holders = around.take_all("copyrightHolder", "copyright_holder")
    year = around.take("copyrightYear") or around.take("copyright_year")
    license = around.take("licenseUrl") or around.take("license_url")
    address = line(license, notes, ("licenses", 0, "url"))
    copyright = Copyright(
        holder=lines(holders, notes, ("copyright", "holder")),
        year=line(year, notes, ("copyright", "year")),
    )
    licenses = (License(url=address),) if address else ()
    return {"copyright": copyright, "licenses": licenses}


def note_absent(read: Article, notes: OjsNotes) -> None:
    """Warns of values that OJS does not give."""
    if read.url is None:
        notes.warn("ojs-url-absent", ("url",))
    if read.dates.received is None:
        notes.warn("ojs-received-absent", ("dates", "received"))
    if read.dates.accepted is None:
        notes.warn("ojs-accepted-absent", ("dates", "accepted"))
    notes.warn("ojs-subject-codes-absent", ("subject_codes",))
