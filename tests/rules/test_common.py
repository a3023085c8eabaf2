"""Which characters of an identifier are odd."""

from __future__ import annotations

import pytest

from jatsx.rules.common import odd_characters, without_odd_characters


@pytest.mark.parametrize(
    ("identifier", "odd", "rest"),
    [
        ("10.5555/a-b", "", "10.5555/a-b"),
        ("10.5555/é€→©★ß", "", "10.5555/é€→©★ß"),
        ("10.5555/Х", "Х", "10.5555/x"),
        ("10.5555/Ａﬁ", "Ａﬁ", "10.5555/xx"),
        ("10.5555/a–b−c", "–−", "10.5555/abc"),
        ("10.5555/a\u200b\u00ad\u3164", "\u200b\u00ad\u3164", "10.5555/ax"),
    ],
)
def test_letters_of_other_alphabets_dashes_and_invisible_characters_are_odd(
    identifier: str, odd: str, rest: str
) -> None:
    assert "".join(odd_characters(identifier)) == odd
    assert without_odd_characters(identifier) == rest
