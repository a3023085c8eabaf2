"""Funding."""

from __future__ import annotations

from jatsx.model.part import Line, Part, PerLanguage, Words


class Award(Part):
    """A grant or another award."""

    number: Line | None = None
    """Number of the grant, for example AP19679313."""
    doi: Line | None = None
    """DOI of the grant."""
    title: PerLanguage[Words] = PerLanguage()
    """Title of the funded project in each language."""


class Funding(Part):
    """A funder with its awards, awards without a funder, or only a funding statement."""

    funder: PerLanguage[Line] = PerLanguage()
    """Name of the funder in each language."""
    funder_id: Line | None = None
    """ROR id (https://ror.org/…) or Funder Registry DOI (10.13039/…) of the funder."""
    awards: tuple[Award, ...] = ()
    """Awards of this funder."""
    statement: PerLanguage[Words] = PerLanguage()
    """Funding statement of the article in each language."""
