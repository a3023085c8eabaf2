"""Rules on contributors that are off unless the journal sets a level for them."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.model import Contributor
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule


@rule(
    "contributor-orcid-missing",
    None,
    message="The author has no ORCID iD, but the journal requires one.",
    hint="Ask the author for the ORCID iD and add it under `orcid`. Authors register at orcid.org.",
)
def orcid_missing(contributor: Contributor) -> Iterator[Fault]:
    """Each author has an ORCID iD.

    The rule checks authors with a personal name. It does not check groups, editors or translators.

    Source: the journals' author guidelines; Crossref documentation, "ORCID".

    Good:

        name: {en: {family: Abdreshev, given: Alisher}}
        orcid: 0000-0002-1825-0097

    Bad:

        name: {en: {family: Abdreshev, given: Alisher}}
    """
    if contributor.kind == "author" and contributor.name and not contributor.orcid:
        yield fault("orcid")
