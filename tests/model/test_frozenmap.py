"""The mapping of the model."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jatsx.model.frozenmap import FrozenMap

MAPS = st.dictionaries(st.text(max_size=3), st.integers(), max_size=4)


@given(MAPS)
def test_it_holds_what_it_was_given_in_order(items: dict[str, int]) -> None:
    frozen = FrozenMap(items)
    assert list(frozen.items()) == list(items.items()) == list(FrozenMap(items.items()).items())
    assert (len(frozen), list(frozen), bool(frozen)) == (len(items), list(items), bool(items))


@given(MAPS)
def test_equal_maps_have_one_hash(items: dict[str, int]) -> None:
    assert FrozenMap(items) == FrozenMap(dict(items))
    assert hash(FrozenMap(items)) == hash(FrozenMap(dict(items)))


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda m: pickle.loads(pickle.dumps(m))]
)
@given(items=MAPS)
def test_a_copy_is_equal(copied: Callable[[Any], Any], items: dict[str, int]) -> None:
    assert copied(FrozenMap(items)) == FrozenMap(items)


def test_order_is_part_of_its_identity() -> None:
    assert FrozenMap({"kk": 1, "ru": 2}) != FrozenMap({"ru": 2, "kk": 1})


def test_a_dict_is_another_thing() -> None:
    empty: dict[str, int] = {}
    frozen: object = FrozenMap()
    assert [frozen == empty, empty == frozen] == [False, False]
    assert [frozen != empty, empty != frozen] == [True, True]


@pytest.mark.parametrize(
    "change",
    [
        "frozen['kk'] = 2",
        "del frozen['kk']",
        "frozen.kk = 2",
        "frozen._items = {}",
        "del frozen._items",
        "frozen |= {}",
        "frozen.clear()",
        "frozen.update({})",
        "frozen.pop('kk')",
        "frozen.popitem()",
        "frozen.setdefault('ru', 2)",
        "frozen | {}",
        "{} | frozen",
    ],
)
def test_it_cant_be_changed(change: str) -> None:
    frozen = FrozenMap({"kk": 1})
    with pytest.raises((TypeError, AttributeError)):
        exec(change, {"frozen": frozen})
    assert frozen == FrozenMap({"kk": 1})


def test_it_doesnt_follow_the_mapping_it_was_made_of() -> None:
    items = {"kk": 1}
    frozen = FrozenMap(items)
    items["ru"] = 2
    assert list(frozen) == ["kk"]


def test_a_key_that_isnt_there_raises() -> None:
    with pytest.raises(KeyError):
        FrozenMap({"kk": 1})["ru"]
    assert FrozenMap({"kk": 1}).get("ru") is None
