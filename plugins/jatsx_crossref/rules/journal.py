"""What is asked of a journal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Fault, Level, fault, listed, present
from jatsx.model import Issue, Journal
from jatsx_crossref.identifiers import crossref_doi, is_address
from jatsx_crossref.journal import chosen_titles
from jatsx_crossref.rules.common import rule, settings_in

LONGEST_TITLE: Final = 255


def title_missing(issue: Issue) -> Iterator[Fault]:
    """The journal has a title.

    Crossref finds its record of the journal by title and ISSN.

    Source: ``journal_metadata`` in crossref5.5.0.xsd, ``full_title``.

    Good:

        journal: {title: {en: Central Asia's Affairs}, issn: {print: 2414-570X}}

    Bad:

        journal: {issn: {print: 2414-570X}}
    """
    if not present(issue.journal.title):
        yield fault(("journal", "title"))


def title_length(journal: Journal) -> Iterator[Fault]:
    """The titles that are sent have at most 255 characters.

    What is longer is mostly a title with a description of the journal.

    Source: ``full_title`` in crossref5.5.0.xsd.

    Good:

        title: {en: International Relations and International Law Journal}

    Bad:

        title:
          en: >-
            International Relations and International Law Journal, a series of the scientific
            journal of Al-Farabi Kazakh National University that is issued four times a year
            in Almaty with articles in Kazakh, Russian and English on international relations,
            international law and regional studies
    """
    for tag in chosen_titles(journal, settings_in(journal).journal_titles):
        if len(journal.title[tag]) > LONGEST_TITLE:
            yield fault(("title", tag), length=str(len(journal.title[tag])))


def url_missing(journal: Journal | Issue) -> Iterator[Fault]:
    """A DOI leads to an address: http, https or ftp, in Latin letters, without spaces.

    Readers who follow it would land nowhere.

    Source: ``doi_data`` in common5.5.0.xsd: ``resource`` is required.

    Good:

        doi: 10.5555/irilj.2024.106.2
        url: https://journal.example.org/2024-2

    Bad:

        doi: 10.5555/irilj.2024.106.2
    """
    if crossref_doi(journal.doi) and not is_address(journal.url):
        yield fault("url", doi=journal.doi or "")


def archive_unknown(journal: Journal) -> Iterator[Fault]:
    """The journal's archives are among those that Crossref lists.

    One that isn't listed is left out: the journal seems to be kept in fewer places than it is.

    Source: ``archive/@name`` in crossref5.5.0.xsd.

    Good:

        archives: [CLOCKSS, Internet Archive]

    Bad:

        archives: [CLOCKSS, Wayback Machine]
    """
    known = settings_in(journal).version.archives
    for n, archive in enumerate(journal.archives):
        if archive not in known:
            yield fault(("archives", n), archive=archive, known=listed(known))


URL_MESSAGE: Final = "The DOI {doi} has no address that it could lead to."
URL_HINT: Final = (
    "Write the page's address under url, in Latin letters and without spaces:"
    " https://journal.example.org/2024-2. Or remove the DOI, if it was never registered."
)

RULES: Final = (
    rule(
        "crossref-journal-title-missing",
        Level.ERROR,
        Issue,
        title_missing,
        "The journal has no title.",
        "Write it in journal.yaml under title, first the one that Crossref knows it by.",
    ),
    rule(
        "crossref-journal-title-length",
        Level.ERROR,
        Journal,
        title_length,
        "The journal's title has {length} characters; Crossref takes 255.",
        "Write the title as it is registered.",
    ),
    rule("crossref-journal-url-missing", Level.ERROR, Journal, url_missing, URL_MESSAGE, URL_HINT),
    rule(
        "crossref-journal-archive-unknown",
        Level.WARNING,
        Journal,
        archive_unknown,
        "Crossref doesn't list the archive {archive}; it isn't sent.",
        "It lists: {known}.",
    ),
)
