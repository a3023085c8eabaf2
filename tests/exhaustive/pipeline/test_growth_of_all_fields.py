"""Twice as long a text takes at most 2.5 times as long: read, checked, exported and validated.

Here the text is in all fields at once. In ``test_growth.py`` it is in a few fields at once, with
10,000 and 20,000 characters.
"""

from __future__ import annotations

import pytest

from tests.growth import MOST, call_growth, time_growth
from tests.growth_of_fields import FILLERS, fields, filled, run


@pytest.mark.parametrize("name", FILLERS)
def test_twice_as_long_texts_take_twice_the_time(name: str) -> None:
    """The time of regular expressions, which no count of calls shows."""
    assert time_growth(lambda n: run(filled(FILLERS[name](n), *fields())), 3_000, 0.2) <= MOST


@pytest.mark.parametrize("name", ["Cyrillic letters", "less-than signs", "spaces between letters"])
def test_twice_as_long_texts_take_twice_the_calls(name: str) -> None:
    assert call_growth(lambda n: run(filled(FILLERS[name](n), *fields())), 500) <= MOST


def test_most_fields_may_have_any_text() -> None:
    """Otherwise the tests would say little."""
    assert len(fields()) > 150
