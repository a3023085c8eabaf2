"""Rules on affiliations."""

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
    message=(
        "Crossref does not allow a text of this length. Minimum: {shortest}; maximum: {longest}."
    ),
    hint="If the text is an abbreviation, write it in full. If it is too long, shorten it.",
)
def text_length(affiliation: Affiliation) -> Iterator[Fault]:
    """A department or city has 2 to 255 characters, and an institution at most 1,024.

    A single letter is usually an abbreviation. A very long text usually contains several fields.

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
    message="The affiliation {id} has no institution name and is not sent.",
    hint="Add the name of the institution under `institution`, or its ROR ID under `ror`.",
)
def name_missing(affiliation: Affiliation) -> Iterator[Fault]:
    """An affiliation has the name of an institution or a ROR ID.

    A city or department without an institution is not sent.

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
