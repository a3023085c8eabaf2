"""Rules for what JATS requires, in addition to the rules for every format."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Fault, Level, rule
from jatsx.model import Funding, Issue


@rule(
    "journal-issn-missing",
    Level.ERROR,
    message="The journal has no print or electronic ISSN. JATS requires one of them.",
    hint="Add `print` or `electronic` under `issn` in journal.yaml.",
    target="jats",
)
def issn_missing(issue: Issue) -> Iterator[Fault]:
    """The journal has a print or electronic ISSN.

    A DOI is not enough. A journal with no ISSN and no DOI is reported by
    ``journal-identifier-missing``.

    Source: JATS, ``journal-meta``: ``issn+``.

    Good:

        journal: {doi: 10.5555/caa, issn: {print: 2414-570X}}

    Bad:

        journal: {doi: 10.5555/caa}
    """
    journal = issue.journal
    if journal.doi and not (journal.issn.print or journal.issn.electronic):
        yield Fault("journal.issn")


@rule(
    "funding-funder-missing",
    Level.WARNING,
    message=(
        "The award has no funder. JATS allows this, but validators that follow JATS4R reject it."
    ),
    hint="Add the funder of the award under `funder`.",
    target="jats",
)
def funder_missing(funding: Funding) -> Iterator[Fault]:
    """An award has a funder.

    The JATS DTD allows an award without a funder, but validators that follow JATS4R reject it.

    Source: JATS4R, Funding.

    Good:

        funder: {en: Ministry of Science and Higher Education of the Republic of Kazakhstan}
        awards: [{number: AP19679313}]

    Bad:

        awards: [{number: AP19679313}]
    """
    if any(funding.awards) and not (any(funding.funder.values()) or funding.funder_id):
        yield Fault("awards")
