"""``pages`` of an article."""

from __future__ import annotations

import pytest

from jatsx.model import Pages
from jatsx_rsci.pages import issue_pages, pages_text
from tests.growth import MOST, time_growth


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        (Pages(first="7", last="8"), "7-8"),
        (Pages(first="7 – 8", other="27 ; 29"), "7-8, 27, 29"),
        (Pages(other=" 7\u00a0— 8,9 "), "7-8, 9"),
        (Pages(other=" "), None),
    ],
)
def test_signs_and_spaces(pages: Pages, text: str | None) -> None:
    assert pages_text(pages) == text


@pytest.mark.parametrize(
    ("articles", "pages"),
    [
        ([("9", "12"), ("100", "107"), ("13", "20")], "9-107"),
        ([("9", "12"), ("107", None)], "9-107"),
        ([("9", "12"), (None, None)], "9-12"),
        ([("9", "12"), ("iv", "x")], None),
        ([("9", "12"), ("107", "17")], None),
        ([], None),
    ],
)
def test_pages_of_an_issue(articles: list[tuple[str | None, ...]], pages: str | None) -> None:
    assert issue_pages(Pages(first=first, last=last) for first, last in articles) == pages


@pytest.mark.parametrize("part", [" ", "1", "-", " - ", ", ", "1 ", " ,-"])
def test_twice_the_characters_take_twice_the_time(part: str) -> None:
    def step(size: int) -> None:
        pages_text(Pages(first="1", last="2", other=f"1{part * (size // len(part))}1"))

    assert time_growth(step, 50_000) <= MOST
