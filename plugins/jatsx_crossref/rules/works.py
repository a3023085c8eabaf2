"""Rules on licenses, related works and references."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Fault, Level, fault, partition
from jatsx.model import License, Reference, Relation
from jatsx.standards.dates import parse_date
from jatsx.standards.identifiers import is_doi
from jatsx_crossref.crossmark import UPDATE_TYPES
from jatsx_crossref.identifiers import crossref_doi, is_license_address
from jatsx_crossref.options import Settings
from jatsx_crossref.references import citation
from jatsx_crossref.rules.common import rule
from jatsx_crossref.version import version_named


@rule(
    "crossref-license-url-form",
    Level.WARNING,
    message="{url} is not a valid URL of a license and is not sent.",
    hint="Copy the URL of the license, for example https://creativecommons.org/licenses/by/4.0/.",
)
def license_form(license: License) -> Iterator[Fault]:
    """A license is given as a valid URL.

    Programs that search for free texts compare license URLs. They do not recognise license names. A
    license without a valid URL is not sent.

    Source: ``license_ref_t`` in AccessIndicators.xsd.

    Good:

        url: https://creativecommons.org/licenses/by/4.0/

    Bad:

        url: CC BY 4.0
    """
    if not is_license_address(license.url):
        yield fault("url", url=license.url)


@rule(
    "crossref-license-start-partial",
    Level.WARNING,
    message="{date} is not a full date, so the start of the license is not sent.",
    hint="Write the full date, for example 2024-06-30, or remove it.",
)
def start_partial(license: License) -> Iterator[Fault]:
    """The start date of a license is a full date.

    Crossref allows only full dates here, and jatsx does not invent a day. A start date without a
    day is not sent.

    Source: ``license_ref/@start_date`` in AccessIndicators.xsd (``xsd:date``).

    Good:

        url: https://creativecommons.org/licenses/by/4.0/
        start_date: 2024-06-30

    Bad:

        url: https://creativecommons.org/licenses/by/4.0/
        start_date: 2024-06
    """
    date = parse_date(license.start_date)
    if date and not date.is_full:
        yield fault("start_date", date=license.start_date or "")


@rule(
    "crossref-update-doi-missing",
    Level.WARNING,
    message="The relation {type} has no DOI and is not sent.",
    hint="Add the DOI of the other work under `doi`.",
)
def update_doi(relation: Relation) -> Iterator[Fault]:
    """A relation to a corrected or retracted work contains the DOI of that work.

    Crossref shows the correction or retraction at this DOI. A URL is not enough.

    Source: ``update`` in common5.5.0.xsd.

    Good:

        type: correction-of
        doi: 10.5555/irilj.2024.106.2.02
        date: 2024-09-30

    Bad:

        type: correction-of
        url: https://journal.example.org/2024-2/02
        date: 2024-09-30
    """
    if relation.type in UPDATE_TYPES and not relation.doi and relation.url:
        yield fault("doi", type=relation.type)


@rule(
    "crossref-update-date-partial",
    Level.WARNING,
    message="The relation {type} has no full date and is not sent.",
    hint="Write the full date under `date`, for example 2024-06-30.",
)
def update_date(relation: Relation) -> Iterator[Fault]:
    """A correction or retraction has a full date.

    Readers of the other work are shown this date.

    Source: ``update/@date`` in common5.5.0.xsd (``xsd:date``).

    Good:

        type: correction-of
        doi: 10.5555/irilj.2024.106.2.02
        date: 2024-09-30

    Bad:

        type: correction-of
        doi: 10.5555/irilj.2024.106.2.02
        date: 2024-09
    """
    date = parse_date(relation.date)
    if relation.type in UPDATE_TYPES and not (date and date.is_full):
        yield fault("date", type=relation.type)


@rule(
    "crossref-reference-doi-form",
    Level.WARNING,
    message="Crossref does not allow DOIs like {doi}, so this DOI is not sent.",
    hint="Compare it with the DOI on the page of the cited work.",
)
def reference_doi(reference: Reference) -> Iterator[Fault]:
    """The DOI of a cited work has the form that Crossref allows.

    Otherwise, the DOI is not sent. The text of the reference is sent, and Crossref searches for the
    work by its text.

    Source: ``doi_t`` in common5.5.0.xsd, narrower than ISO 26324.

    Good:

        text: {en: "Shaw, L. (2019)."}
        doi: 10.5555/s10612-019-09432-0

    Bad:

        text: {en: "Shaw, L. (2019)."}
        doi: 10.5555.1/s10612-019-09432-0
    """
    if reference.doi and is_doi(reference.doi) and not crossref_doi(reference.doi):
        yield fault("doi", doi=reference.doi)


@rule(
    "crossref-reference-empty-text",
    Level.WARNING,
    message="The reference contains nothing that Crossref can match, so it is not sent.",
    hint="Write the reference under `text`, as it is printed in the reference list.",
)
def reference_empty(reference: Reference) -> Iterator[Fault]:
    """A reference has a text, a DOI or other data that Crossref can match.

    An empty reference is counted as a reference, but matches no work.

    Source: ``citation`` in common5.5.0.xsd, which may be empty.

    Good:

        label: "16"
        text: {en: "Avioutski, V. (2018) Afghan Opiate Trafficking Along the Northern Route."}

    Bad:

        label: "16"
    """
    if any(reference.text.values()):
        return
    if not partition(citation(reference, "", "", "key", Settings(version_named(""))))[0]:
        yield fault("text")
