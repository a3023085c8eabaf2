"""The options that a journal must set for Crossref."""

from __future__ import annotations

from jatsx_crossref.options import OPTIONS
from tests.plugins.jatsx_crossref.deposits import DEPOSITOR


def test_who_deposits_must_be_said() -> None:
    """Source: ``head`` in crossref5.5.0.xsd, which requires a depositor and a registrant."""
    assert [one.name for one in OPTIONS if one.required] == [*DEPOSITOR]
