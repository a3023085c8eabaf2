"""The article: ``journal_article``."""

from __future__ import annotations

from typing import Any

from jatsx.model import Article, Dates, Issue
from jatsx_crossref.reader.abstracts import abstracts
from jatsx_crossref.reader.affiliations import SharedAffiliations
from jatsx_crossref.reader.assertions import assertions
from jatsx_crossref.reader.dates import date, published
from jatsx_crossref.reader.doi_data import doi_and_url, links
from jatsx_crossref.reader.funding import funding
from jatsx_crossref.reader.journal import ArticleSettings, article_settings
from jatsx_crossref.reader.licenses import licenses
from jatsx_crossref.reader.notes import UNDETERMINED, DepositNotes
from jatsx_crossref.reader.people import contributors
from jatsx_crossref.reader.publisher_item import pages, publisher_items
from jatsx_crossref.reader.references import references
from jatsx_crossref.reader.relations import is_translation, relations, updates
from jatsx_crossref.reader.texts import kept
from jatsx_crossref.reader.titles import titles
from jatsx_crossref.reader.tree import SourceNode
from jatsx_crossref.reader.unread import note_unread

FULL_TEXT = "full_text"
"""The usual value of ``@publication_type``."""


def article(
    element: SourceNode, id: str, issue: Issue, settings: ArticleSettings, file: str
) -> tuple[Article, DepositNotes]:
    """The article of an element, and the notes on it.

    Its id, its issue and the settings of its journal are known from the first pass over the file.
    """
    language = element.take_attribute("language")
    of_texts = language or issue.journal.language or UNDETERMINED
    notes = DepositNotes(file, element.line, id, language=of_texts)
    crossmark = element.take("crossmark")
    custom = crossmark.take("custom_metadata") if crossmark else None
    values: dict[str, Any] = {
        "language": language,
        **_titles_and_relations(element, crossmark, notes),
        **_people(element, notes),
        **_abstracts(element, notes),
        **_dates_and_assertions(element, custom, notes),
        "pages": pages(element.take("pages"), notes),
        **publisher_items(element.take_all("publisher_item"), notes),
        **_programs([element, *filter(None, (crossmark, custom))], notes),
        **_doi_data(element.take("doi_data"), notes),
        "references": references(element.take("citation_list"), notes),
    }
    _take_settings(element, crossmark, settings, notes)
    _note_language(language, notes)
    note_unread(element, notes)
    return Article(id=id, issue=issue, **kept(values)), notes


def _people(element: SourceNode, notes: DepositNotes) -> dict[str, Any]:
    affiliations = SharedAffiliations(notes)
    people = contributors(element.take("contributors"), affiliations, notes)
    return {"contributors": people, "affiliations": tuple(affiliations)}


def _programs(sources: list[SourceNode], notes: DepositNotes) -> dict[str, Any]:
    """Funding and licenses: in ``crossmark``, or without it in the article."""
    funders = [one for source in sources for one in source.take_all("fr:program")]
    access = [one for source in sources for one in source.take_all("ai:program")]
    return {"funding": funding(funders, notes), "licenses": licenses(access, notes)}


def _doi_data(element: SourceNode | None, notes: DepositNotes) -> dict[str, Any]:
    return {**doi_and_url(element, notes, ()), "links": links(element, notes)}


def _note_language(language: str | None, notes: DepositNotes) -> None:
    """Warns if the article does not say its language."""
    if notes.language == UNDETERMINED:
        notes.warn("crossref-language-absent", ("language",))
    elif not language:
        notes.warn("crossref-language-of-journal", ("language",), tag=notes.language)


def _titles_and_relations(
    element: SourceNode, crossmark: SourceNode | None, notes: DepositNotes
) -> dict[str, Any]:
    programs = element.take_all("rel:program")
    translated = is_translation(programs)
    read = titles(element.take_all("titles"), notes, is_translation=translated)
    related = relations(programs, read.original, notes)
    return {
        "title": read.title,
        "subtitle": read.subtitle,
        "relations": related + updates(crossmark, len(related), notes),
    }


def _abstracts(element: SourceNode, notes: DepositNotes) -> dict[str, Any]:
    read = abstracts(element.take_all("jats:abstract", "abstract"), notes)
    return {"abstract": read.main, "other_abstracts": tuple(read.others)}


def _dates_and_assertions(
    element: SourceNode, custom: SourceNode | None, notes: DepositNotes
) -> dict[str, Any]:
    acceptance = element.take("acceptance_date")
    if acceptance:
        acceptance.take_attribute("media_type")
    accepted = date(acceptance, notes, ("dates", "accepted"))
    asserted = assertions(custom.take_all("assertion") if custom else (), notes)
    if accepted and asserted.accepted and accepted != asserted.accepted:
        params = {"date": asserted.accepted, "read": accepted}
        notes.warn("crossref-date-differs", ("dates", "accepted"), acceptance, **params)
    dates = {
        "received": asserted.received,
        "revised": tuple(asserted.revised),
        "accepted": accepted or asserted.accepted,
        "published": published(element.take_all("publication_date"), notes, ("dates", "published")),
    }
    return {"dates": Dates(**kept(dates)), **asserted.texts}


def _take_settings(
    element: SourceNode,
    crossmark: SourceNode | None,
    settings: ArticleSettings,
    notes: DepositNotes,
) -> None:
    """Takes what was read as settings of the journal. What differs from them is reported."""
    own = article_settings(element)
    if crossmark:
        for read in crossmark.take_all("crossmark_policy", "crossmark_domains"):
            read.pass_over()
    for archives in element.take_all("archive_locations"):
        archives.pass_over()
    for name in ArticleSettings.__slots__:
        value = getattr(own, name)
        if value and value != getattr(settings, name):
            shown = value if isinstance(value, str) else ", ".join(value)
            notes.warn("crossref-setting-differs", ("issue", "journal"), name=name, value=shown)
    if element.attributes.get("publication_type") == FULL_TEXT:
        element.take_attribute("publication_type")
