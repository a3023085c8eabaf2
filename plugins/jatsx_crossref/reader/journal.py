"""The journal: ``journal_metadata``, and the settings of its deposits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jatsx.model import Issn, Journal, Publisher
from jatsx_crossref.options import NAME
from jatsx_crossref.reader.doi_data import doi_and_url, uses
from jatsx_crossref.reader.notes import UNDETERMINED, DepositNotes
from jatsx_crossref.reader.texts import free_tag, kept, line
from jatsx_crossref.reader.tree import SourceNode, one_line

PATH = ("issue", "journal")


@dataclass(frozen=True, slots=True)
class ArticleSettings:
    """What each article of a deposit repeats, and what is one value of the journal.

    Each value is None if an article does not say it.
    """

    crossmark_policy: str | None = None
    crossmark_domains: str | None = None
    collections: str | None = None
    archives: tuple[str, ...] | None = None


def article_settings(article: SourceNode) -> ArticleSettings:
    """The settings that an article's element shows, without taking its parts."""
    crossmark = article.find("crossmark")
    policy = crossmark.find("crossmark_policy") if crossmark else None
    listed = crossmark.find("crossmark_domains") if crossmark else None
    around = listed.find_all("crossmark_domain") if listed else []
    domains = filter(None, (one.find("domain") for one in around))
    archives = article.find("archive_locations")
    return ArticleSettings(
        crossmark_policy=one_line(policy.text) or None if policy else None,
        crossmark_domains=" ".join(one_line(domain.text) for domain in domains) or None,
        collections=uses(article.find("doi_data")),
        archives=archive_names(archives) if archives else None,
    )


def archive_names(element: SourceNode | None) -> tuple[str, ...]:
    """The archives of ``archive_locations``, without taking them."""
    listed = element.find_all("archive") if element else []
    return tuple(filter(None, (one.attributes.get("name", "").strip() for one in listed)))


def journal(element: SourceNode, head: Mapping[str, str], notes: DepositNotes) -> Journal:
    """The journal of a deposit, without what only its articles say."""
    language = element.take_attribute("language")
    notes.language = language or UNDETERMINED
    titles = _titles(element, notes)
    archives = element.take("archive_locations")
    listed = archive_names(archives)
    if archives:
        archives.pass_over()
    options = dict(head) | ({"journal_titles": " ".join(titles)} if len(titles) > 1 else {})
    abbreviated = element.take("abbrev_title")
    coden = line(element.take("coden"), notes, (*PATH, "identifiers", "coden"))
    values: dict[str, Any] = {
        "title": titles,
        "abbreviated_title": line(abbreviated, notes, (*PATH, "abbreviated_title")),
        "issn": _issn(element, notes),
        "publisher": _publisher(element, notes),
        **doi_and_url(element.take("doi_data"), notes, PATH),
        "language": language,
        "archives": listed,
        "identifiers": {"coden": coden} if coden else {},
        "formats": {NAME: options} if options else {},
    }
    return Journal(**kept(values))


def head_options(element: SourceNode) -> dict[str, str]:
    """The options that ``head`` gives: depositor, e-mail address, registrant."""
    depositor = element.take("depositor")
    found = {
        "depositor_name": depositor.take("depositor_name", "name") if depositor else None,
        "email_address": depositor.take("email_address") if depositor else None,
        "registrant": element.take("registrant"),
    }
    for technical in element.take_all("doi_batch_id", "timestamp"):
        technical.pass_over()
    return {name: text for name, one in found.items() if one and (text := one.take_line())}


def _titles(element: SourceNode, notes: DepositNotes) -> dict[str, str]:
    """The titles: the first in the journal's language, others in an undetermined language."""
    titles: dict[str, str] = {}
    for title in element.take_all("full_title"):
        tag = free_tag(UNDETERMINED if titles else notes.language, titles)
        if text := line(title, notes, (*PATH, "title", tag)):
            titles[tag] = text
    unknown = [tag for tag in titles if tag.startswith(UNDETERMINED)]
    if unknown:
        notes.warn("crossref-title-language", (*PATH, "title", unknown[0]), times=str(len(unknown)))
    return titles


def _publisher(element: SourceNode, notes: DepositNotes) -> Publisher:
    """The publisher, which only a record of the REST API has."""
    found = {
        "name": line(element.take("publisher_name"), notes, (*PATH, "publisher", "name")),
        "place": line(element.take("publisher_place"), notes, (*PATH, "publisher", "place")),
    }
    return Publisher(**{name: {notes.language: text} for name, text in kept(found).items()})


def _issn(element: SourceNode, notes: DepositNotes) -> Issn:
    """The ISSN of each medium. Without a medium, it is the print ISSN."""
    found: dict[str, str] = {}
    for one in element.take_all("issn"):
        medium = one.take_attribute("media_type") or "print"
        if medium not in ("print", "electronic") or medium in found:
            one.leave()
        elif text := line(one, notes, (*PATH, "issn", medium)):
            found[medium] = text
    return Issn(**found)
