"""What counts as said, and what as blank."""

from __future__ import annotations

import pytest

from jatsx.model import Pages
from jatsx.model.presence import is_present, present
from jatsx.model.text import parse_prose, parse_text


def test_what_says_something_is_kept_in_order() -> None:
    assert list(present({"b": "x", "a": " ", "c": "", "d": (), "e": (1,)}).items()) == [
        ("b", "x"),
        ("e", (1,)),
    ]


SAID: list[object] = ["a", 0, 1, True, parse_text("a"), parse_prose("a"), Pages(first="1")]
BLANK: list[object] = [
    "",
    " ",
    None,
    False,
    (),
    {},
    parse_text(""),
    parse_prose(""),
    Pages(),
    Pages(first=" "),
]


@pytest.mark.parametrize("value", SAID)
def test_a_value_that_says_something_is_present_at_any_depth(value: object) -> None:
    for around in (value, (value,), {"en": value}, ("", {"en": (value,)}, " ")):
        assert is_present(around)


@pytest.mark.parametrize("value", BLANK)
def test_a_blank_value_is_not(value: object) -> None:
    for around in (value, (value,), {"en": value}, ("", {"en": (value,)}, " ")):
        assert not is_present(around)
