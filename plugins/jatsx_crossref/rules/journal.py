"""Rules on a journal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Fault, Level, fault, listed, present
from jatsx.model import Issue, Journal
from jatsx_crossref.identifiers import crossref_doi, is_address
from jatsx_crossref.journal import chosen_titles
from jatsx_crossref.rules.common import (
    DOI_FORM,
    DOI_FORM_HINT,
    URL_MISSING,
    URL_MISSING_HINT,
    malformed_doi,
    rule,
    settings_in,
)

LONGEST_TITLE: Final = 255


@rule(
    "crossref-journal-title-missing",
    Level.ERROR,
    message="The journal has no title. Crossref requires one.",
    hint=(
        "Add `title` to journal.yaml. The first title must be the one that is registered at"
        " Crossref."
    ),
)
def title_missing(issue: Issue) -> Iterator[Fault]:
    """The journal has a title.

    Crossref identifies the journal by its title and ISSN.

    Source: ``journal_metadata`` in crossref5.5.0.xsd, ``full_title``.

    Good:

        journal: {title: {en: Central Asia's Affairs}, issn: {print: 2414-570X}}

    Bad:

        journal: {issn: {print: 2414-570X}}
    """
    if not present(issue.journal.title):
        yield fault(("journal", "title"))


@rule(
    "crossref-journal-title-length",
    Level.ERROR,
    message="The journal's title is too long for Crossref. Length: {length}; maximum: 255.",
    hint="Write only the registered title.",
)
def title_length(journal: Journal) -> Iterator[Fault]:
    """Each journal title that is sent has at most 255 characters.

    A longer text is usually a title together with a description of the journal.

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


@rule("crossref-journal-url-missing", Level.ERROR, message=URL_MISSING, hint=URL_MISSING_HINT)
def url_missing(journal: Journal) -> Iterator[Fault]:
    """A journal with a DOI has a valid URL.

    The DOI leads readers to this page. The URL begins with http, https or ftp and contains only
    ASCII characters and no spaces.

    Source: ``doi_data`` in common5.5.0.xsd: ``resource`` is required.

    Good:

        doi: 10.5555/irilj
        url: https://journal.example.org

    Bad:

        doi: 10.5555/irilj
    """
    if crossref_doi(journal.doi) and not is_address(journal.url):
        yield fault("url", doi=journal.doi or "")


@rule("crossref-journal-doi-form", Level.ERROR, message=DOI_FORM, hint=DOI_FORM_HINT)
def doi_form(journal: Journal) -> Iterator[Fault]:
    """The journal's DOI has 4–9 digits in its prefix and at most 200 characters after the slash.

    Crossref's schema does not allow a second dot in the prefix, although such prefixes exist.

    Source: ``doi_t`` in common5.5.0.xsd, narrower than ISO 26324.

    Good:

        doi: 10.5555/irilj

    Bad:

        doi: 10.5555.1/irilj
    """
    yield from malformed_doi(journal.doi)


@rule(
    "crossref-journal-archive-unknown",
    Level.WARNING,
    message="The archive {archive} is not in Crossref's list and is not sent.",
    hint="If the archive has another name in Crossref's list, use that name: {known}.",
)
def archive_unknown(journal: Journal) -> Iterator[Fault]:
    """Each archive of the journal is in Crossref's list.

    Other archives are not sent, so Crossref shows fewer archives than the journal has.

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
