"""What is asked of affiliations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Fault, Level, fault, present
from jatsx.model import Affiliation
from jatsx_crossref.pieces import LENGTHS, fits
from jatsx_crossref.rules.common import rule

_INSTITUTION: Final = {
    "institution": "institution_name",
    "department": "institution_department",
    "city": "institution_place",
}


@rule(
    "crossref-affiliation-text-length",
    Level.ERROR,
    message="This has to have {shortest} to {longest} characters.",
    hint="Write it out, or remove it.",
)
def text_length(affiliation: Affiliation) -> Iterator[Fault]:
    """Department and city have 2 to 255 characters, the institution up to 1,024.

    A single letter is mostly an abbreviation; a very long text, several fields in one.

    Source: ``institution_department``, ``institution_place`` and ``institution_name`` in
    crossref5.5.0.xsd.

    Good:

        institution: {en: Kazakh-German University}
        city: {en: Almaty}

    Bad:

        institution: {en: Kazakh-German University}
        city: {en: A}
    """
    for field, tag in _INSTITUTION.items():
        shortest, longest = LENGTHS[tag]
        for language, text in present(getattr(affiliation, field)).items():
            if not fits(tag, text):
                yield fault((field, language), shortest=str(shortest), longest=str(longest))


@rule(
    "crossref-affiliation-name-missing",
    Level.WARNING,
    message="The affiliation {id} doesn't name its institution; it isn't sent.",
    hint="Write the institution's name under institution.",
)
def name_missing(affiliation: Affiliation) -> Iterator[Fault]:
    """An affiliation names its institution, or gives its ROR id.

    A city alone isn't sent.

    Source: ``institution`` in crossref5.5.0.xsd.

    Good:

        id: dku
        institution: {en: Kazakh-German University}

    Bad:

        id: dku
        city: {en: Almaty}
    """
    if not present(affiliation.institution) and not affiliation.ror:
        yield fault("institution", id=affiliation.id)
