"""Each field of the model with 50,000 and 100,000 characters: time at most 2.5-fold."""

from __future__ import annotations

import pytest

from tests.growth import MOST, call_growth, time_growth
from tests.growth_of_fields import FILLERS, Path, fields, filled, run


@pytest.mark.parametrize("name", FILLERS)
@pytest.mark.parametrize("field", fields(), ids=lambda field: ".".join(map(str, field)))
def test_twice_as_long_a_text_takes_twice_the_time(field: Path, name: str) -> None:
    assert time_growth(lambda n: run(filled(FILLERS[name](n), field)), 50_000, 0.1) <= MOST


@pytest.mark.parametrize("name", FILLERS)
def test_twice_as_long_texts_take_twice_the_calls(name: str) -> None:
    assert call_growth(lambda n: run(filled(FILLERS[name](n), *fields())), 5_000) <= MOST
