"""Texts of 10,000 and 20,000 characters in a few fields at once: time at most 2.5-fold.

Of the languages of a field, only one is tried: the code is the same. If a group of fields fails,
run its test with fewer fields in ``AT_ONCE`` to find the field.
"""

from __future__ import annotations

from typing import Final

import pytest

from jatsx.model.fields import is_per_language
from tests.growth import MOST, call_growth, time_growth
from tests.growth_of_fields import FILLERS, Path, fields, filled, run

AT_ONCE: Final = 14
"""How many fields have a long text at once. One that takes quadratic time outweighs the others."""


def groups() -> list[list[Path]]:
    """Every field, in one of its languages, in groups of unlike fields."""
    different = list({tuple(_without_language(field)): field for field in fields()}.values())
    number = -(-len(different) // AT_ONCE)
    return [different[first::number] for first in range(number)]


def _without_language(field: Path) -> list[str | int]:
    return ["" if is_per_language(field[:n]) else step for n, step in enumerate(field)]


def test_every_kind_of_field_is_in_a_group() -> None:
    assert sum(map(len, groups())) > 120


@pytest.mark.parametrize("name", FILLERS)
@pytest.mark.parametrize("group", groups(), ids=lambda group: ".".join(map(str, group[0])))
def test_twice_as_long_texts_take_twice_the_time(group: list[Path], name: str) -> None:
    assert time_growth(lambda n: run(filled(FILLERS[name](n), *group)), 10_000, 0.1) <= MOST


@pytest.mark.parametrize("name", FILLERS)
def test_twice_as_long_texts_take_twice_the_calls(name: str) -> None:
    assert call_growth(lambda n: run(filled(FILLERS[name](n), *fields())), 5_000) <= MOST
