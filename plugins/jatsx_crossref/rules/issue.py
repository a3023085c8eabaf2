"""Rules on an issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Fault, Level, fault, inheritance, is_present
from jatsx.model import Issue
from jatsx_crossref.dates import crossref_date
from jatsx_crossref.identifiers import crossref_doi, is_address
from jatsx_crossref.pieces import fits
from jatsx_crossref.rules.common import (
    DOI_FORM,
    DOI_FORM_HINT,
    URL_MISSING,
    URL_MISSING_HINT,
    all_exist,
    malformed_doi,
    rule,
)

LONGEST_ID: Final = 100 - len("-20240630120000000-9999")
"""The maximum length of an issue's id. The id of a deposit has at most 100 characters: the issue's
id, the time and the number of the file."""


@rule(
    "crossref-issue-date-missing",
    Level.ERROR,
    message="The issue has no valid publication date. Crossref requires one.",
    hint="Add `year` to issue.yaml, or the dates `print` and `online` under `published`.",
)
def date_missing(issue: Issue) -> Iterator[Fault]:
    """The issue has a publication year or date between 1400 and 2200.

    Crossref requires the year in the record of an issue. A date that does not exist is reported by
    another rule.

    Source: ``journal_issue`` in crossref5.5.0.xsd: ``publication_date`` is required; ``xrefYear``.

    Good:

        number: "2"
        year: "2024"

    Bad:

        number: "2"
    """
    dates = inheritance.issue_publication_dates(issue)
    if not any(crossref_date(date.date) for date in dates) and all_exist(dates):
        yield fault("year")


@rule(
    "crossref-issue-id-length",
    Level.ERROR,
    message="The id of the issue is too long for a Crossref deposit. Maximum length: {limit}.",
    hint="Choose a shorter id, for example 2024-2.",
)
def id_length(issue: Issue) -> Iterator[Fault]:
    """The id of the issue has at most 77 characters.

    The id of a Crossref deposit consists of the issue's id, the time and the number of the file. It
    has at most 100 characters.

    Source: ``doi_batch_id`` in common5.5.0.xsd.

    Good:

        id: 2024-2

    Bad:

        id: international-relations-and-international-law-journal-2024-number-2-whole-number-106
    """
    if len(issue.id) > LONGEST_ID:
        yield fault("id", limit=str(LONGEST_ID))


@rule(
    "crossref-issue-number-length",
    Level.ERROR,
    message="The volume or number is too long for Crossref. Length: {length}; maximum: 32.",
    hint="Write only the number, without a title.",
)
def number_length(issue: Issue) -> Iterator[Fault]:
    """The volume and the number have at most 32 characters.

    A longer text is usually the number together with the title of the issue.

    Source: ``volume`` and ``issue`` in common5.5.0.xsd.

    Good:

        number: "2"
        whole_number: "106"

    Bad:

        number: 2 (106), migration processes and regional studies
    """
    for field, tag in (("volume", "volume"), ("number", "issue")):
        written: str = getattr(issue, field) or ""
        if is_present(written) and not fits(tag, written):
            yield fault(field, length=str(len(written)))


@rule(
    "crossref-issue-special-length",
    Level.WARNING,
    message="“{written}” is too long for Crossref and is not sent. Maximum length: 15.",
    hint="Shorten it, for example to Suppl. 1, and write the full name under `title`.",
)
def special_length(issue: Issue) -> Iterator[Fault]:
    """The name of a supplement or special issue has at most 15 characters.

    A longer name is not sent. The full name can be written under ``title``.

    Source: ``special_numbering`` in crossref5.5.0.xsd.

    Good:

        supplement: Suppl. 1

    Bad:

        supplement: First supplement to number 2
    """
    field = "supplement" if issue.supplement else "special"
    written: str = getattr(issue, field) or ""
    if is_present(written) and not fits("special_numbering", written):
        yield fault(field, written=written)


@rule("crossref-issue-url-missing", Level.ERROR, message=URL_MISSING, hint=URL_MISSING_HINT)
def url_missing(issue: Issue) -> Iterator[Fault]:
    """An issue with a DOI has a valid URL.

    The DOI leads readers to this page. The URL begins with http, https or ftp and contains only
    ASCII characters and no spaces.

    Source: ``doi_data`` in common5.5.0.xsd: ``resource`` is required.

    Good:

        doi: 10.5555/irilj.2024.106.2
        url: https://journal.example.org/2024-2

    Bad:

        doi: 10.5555/irilj.2024.106.2
    """
    if crossref_doi(issue.doi) and not is_address(issue.url):
        yield fault("url", doi=issue.doi or "")


@rule("crossref-issue-doi-form", Level.ERROR, message=DOI_FORM, hint=DOI_FORM_HINT)
def doi_form(issue: Issue) -> Iterator[Fault]:
    """The issue's DOI has 4–9 digits in its prefix and at most 200 characters after the slash.

    Crossref's schema does not allow a second dot in the prefix, although such prefixes exist.

    Source: ``doi_t`` in common5.5.0.xsd, narrower than ISO 26324.

    Good:

        doi: 10.5555/irilj.2024.106.2

    Bad:

        doi: 10.5555.1/irilj.2024.106.2
    """
    yield from malformed_doi(issue.doi)
