"""What is asked of a funder. The DOIs of awards are asked for in
:mod:`jatsx.rules.article.dois`."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Funding
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule
from jatsx.standards.identifiers import funder_registry_doi, has_ror_check_digits, ror_url


@rule(
    "funding-funder-form",
    Level.ERROR,
    message="{id} is neither a ROR id nor an id of the Open Funder Registry.",
    hint="Look the funder up at ror.org and copy its id: https://ror.org/05gq02987.",
)
def funder_form(funding: Funding) -> Iterator[Fault]:
    """A funder's id is a ROR id or a DOI of the Open Funder Registry (10.13039/…).

    By it the funder finds what it paid for; a name alone has many spellings.

    Source: Crossref documentation, markup guide, "Funding information".

    Good:

        funder: {en: Brown University}
        funder_id: https://ror.org/05gq02987

    Bad:

        funder: {en: Brown University}
        funder_id: https://www.brown.edu
    """
    funder = funding.funder_id
    if funder and ror_url(funder) is None and funder_registry_doi(funder) is None:
        yield fault("funder_id", id=funder)


@rule(
    "funding-funder-checksum",
    Level.WARNING,
    message="The funder's ROR id {id} has wrong check digits.",
    hint="Look the funder up at ror.org and copy its id.",
)
def funder_checksum(funding: Funding) -> Iterator[Fault]:
    """The last two digits of a funder's ROR id are its check digits.

    Wrong ones mean a slip: the id is nobody's, or another institution's.

    Source: ROR, "ROR identifier pattern"; ISO 7064, MOD 97-10.

    Good:

        funder: {en: Brown University}
        funder_id: https://ror.org/05gq02987

    Bad:

        funder: {en: Brown University}
        funder_id: https://ror.org/05gq02978
    """
    funder = funding.funder_id
    if funder and ror_url(funder) and not has_ror_check_digits(funder):
        yield fault("funder_id", id=funder)
