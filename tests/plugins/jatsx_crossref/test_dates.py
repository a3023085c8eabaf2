"""The years that Crossref's schema allows."""

from __future__ import annotations

import pytest

from jatsx_crossref.dates import crossref_date


@pytest.mark.parametrize(
    ("written", "is_allowed"),
    [("1399", False), ("1400", True), ("2200-12-31", True), ("2201", False), (None, False)],
)
def test_a_date_is_one_of_a_year_that_the_schema_allows(
    written: str | None, is_allowed: bool
) -> None:
    assert (crossref_date(written) is not None) is is_allowed
