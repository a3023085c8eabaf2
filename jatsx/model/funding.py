"""Who paid for the work."""

from __future__ import annotations

from jatsx.model.part import Line, Part, PerLanguage, Words


class Award(Part):
    """A grant or another award."""

    number: Line | None = None
    """The number that the funder gave it: AP19679313."""
    doi: Line | None = None
    """DOI of the grant."""
    title: PerLanguage[Words] = PerLanguage()
    """Title of the funded project in each language."""


class Funding(Part):
    """A funder with its awards; an award whose funder isn't named; or a statement alone."""

    funder: PerLanguage[Line] = PerLanguage()
    """The funder's name in each language."""
    funder_id: Line | None = None
    """The funder's ROR id (https://ror.org/…) or Funder Registry DOI (10.13039/…)."""
    awards: tuple[Award, ...] = ()
    """The awards of this funder."""
    statement: PerLanguage[Words] = PerLanguage()
    """What the article says of the funding, in each language."""
