"""Where a rule begins to speak: the last value on each side."""

from __future__ import annotations

import pytest

from jatsx.rules.article.pages import mends_of_range
from jatsx.rules.text.letters import is_mostly_latin


@pytest.mark.parametrize(
    ("text", "is_latin"),
    [
        ("", True),
        ("abc", True),
        ("где", False),
        ("abc где", True),
        ("ab где", False),
        ("ab где 12345678", False),  # digits and spaces do not count for Latin
        ("abcd где", True),
    ],
)
def test_a_text_is_latin_if_it_has_as_many_latin_letters(text: str, is_latin: bool) -> None:
    assert is_mostly_latin(text) is is_latin


@pytest.mark.parametrize(
    ("last", "mended"),
    [
        (None, {"pages.first": "18", "pages.last": "27"}),
        ("", {"pages.first": "18", "pages.last": "27"}),
        ("27", {"pages.first": "18"}),
        ("26", {}),
        ("30", {}),
    ],
)
def test_a_range_is_divided_only_if_the_last_page_does_not_contradict(
    last: str | None, mended: dict[str, str]
) -> None:
    mends = mends_of_range(("pages.first", "18-27"), ("pages.last", last))
    assert {mend.field: mend.new for mend in mends} == mended
