"""What is asked of licenses, related works and references."""

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
    message="{url} is no address of a license; it isn't sent.",
    hint="Copy the address of the license's text: https://creativecommons.org/licenses/by/4.0/.",
)
def license_form(license: License) -> Iterator[Fault]:
    """A license is named by its address, or it isn't sent.

    Programs that look for free texts compare addresses, and know no names.

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
    message="A license applies from a day, and {date} is none; the start isn't sent.",
    hint="Write the full date, such as 2024-06-30, or remove it.",
)
def start_partial(license: License) -> Iterator[Fault]:
    """A license applies from a day, or the start isn't sent.

    A month has no first moment that could be sent without inventing a day.

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
    message="Nothing says which work this {type} is about; it isn't sent.",
    hint="Write the DOI of the other work under doi.",
)
def update_doi(relation: Relation) -> Iterator[Fault]:
    """A corrected or retracted work has a DOI.

    The notice is shown at the other work's DOI, and at no address.

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
    message="Nothing says on which day this {type} was published; it isn't sent.",
    hint="Write the full date under date: 2024-06-30.",
)
def update_date(relation: Relation) -> Iterator[Fault]:
    """A correction or retraction has a full date.

    Readers of the other work are shown the day of the notice.

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
    message="Crossref knows no DOI like {doi}; it isn't sent.",
    hint="Compare it with the cited work's own page.",
)
def reference_doi(reference: Reference) -> Iterator[Fault]:
    """The DOI of a cited work is of the form that Crossref matches, or it isn't sent.

    The text is sent all the same, and Crossref looks the work up by it.

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
    message="The reference says nothing that Crossref could match; it isn't sent.",
    hint="Write it under text, as the reference list prints it.",
)
def reference_empty(reference: Reference) -> Iterator[Fault]:
    """A reference has a text, a DOI or parts that Crossref matches.

    An empty citation is counted, and matches nothing.

    Source: ``citation`` in common5.5.0.xsd, which passes an empty one.

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
