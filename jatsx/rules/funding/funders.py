"""Rules on funders. DOIs of awards are checked in :mod:`jatsx.rules.article.dois`."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Funding
from jatsx.rules.common import fault, odd_characters
from jatsx.rules.engine import Fault, mended, rule
from jatsx.standards.certain_identifiers import certain_funder_id
from jatsx.standards.identifiers import funder_registry_doi, has_ror_check_digits, ror_url


@rule(
    "funding-funder-form",
    Level.ERROR,
    message="{id} is not a valid ROR ID or Open Funder Registry ID.",
    hint="Look up the funder at ror.org and copy its ROR ID: https://ror.org/05gq02987.",
    mends=True,
)
def funder_form(funding: Funding) -> Iterator[Fault]:
    """A funder's ID is a ROR ID or a DOI of the Open Funder Registry (10.13039/…).

    With this ID, a funder can find the articles that it paid for. A name can be spelled in many
    ways.

    Source: Crossref documentation, markup guide, "Funding information".

    Good:

        funder: {en: Brown University}
        funder_id: https://ror.org/05gq02987

    Bad:

        funder: {en: Brown University}
        funder_id: https://www.brown.edu
    """
    funder = funding.funder_id
    is_known = not funder or ror_url(funder) or funder_registry_doi(funder)
    if funder and not is_known and not odd_characters(funder):
        mends = mended("funder_id", funder, certain_funder_id(funder))
        yield fault("funder_id", id=funder).with_mends(mends)


@rule(
    "funding-funder-checksum",
    Level.WARNING,
    message="The funder's ROR ID {id} has wrong check digits.",
    hint="Look up the funder at ror.org and copy its ROR ID.",
)
def funder_checksum(funding: Funding) -> Iterator[Fault]:
    """The funder's ROR ID has valid check digits.

    The last two digits of a ROR ID are check digits. If they are wrong, the ID is mistyped.

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
