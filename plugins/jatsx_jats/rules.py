"""What JATS asks of an article beyond what every format does."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Fault, Level, rule
from jatsx.model import Funding, Issue


@rule(
    "journal-issn-missing",
    Level.ERROR,
    message="The journal has no ISSN of its printed or online form, and JATS asks for one.",
    hint="Add it to journal.yaml, under issn: print or issn: electronic.",
    target="jats",
)
def issn_missing(issue: Issue) -> Iterator[Fault]:
    """The journal has an ISSN of its printed or online form; a DOI doesn't do.

    That there is neither is said to every format.

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
    message="The award has no funder: valid in JATS, refused by validators that follow JATS4R.",
    hint="Name who gave the award, under funder.",
    target="jats",
)
def funder_missing(funding: Funding) -> Iterator[Fault]:
    """An award comes with its funder.

    The DTD does without; validators that follow JATS4R don't.

    Source: JATS4R, Funding.

    Good:

        funder: {en: Ministry of Science and Higher Education of the Republic of Kazakhstan}
        awards: [{number: AP19679313}]

    Bad:

        awards: [{number: AP19679313}]
    """
    if any(funding.awards) and not (any(funding.funder.values()) or funding.funder_id):
        yield Fault("awards")
