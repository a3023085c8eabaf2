"""The values of page numbers."""

from __future__ import annotations

import pytest

from jatsx.rules.article.page_numbers import page_number

NUMBERS = {
    "1": 1, "017": 17, "i": 1, "iv": 4, "viii": 8, "ix": 9, "xiv": 14, "xl": 40, "lxxv": 75,
    "xcix": 99, "c": 100, "cd": 400, "d": 500, "cm": 900, "MDCLXVI": 1666, "mmxxvi": 2026,
}  # fmt: skip


@pytest.mark.parametrize("page", NUMBERS)
def test_arabic_and_roman_numbers_have_a_value(page: str) -> None:
    found = page_number(page)
    assert found == ("arabic" if page.isdigit() else "roman", NUMBERS[page])


@pytest.mark.parametrize("page", [None, "", "S12", "12a", "iiii", "ic", "vx", "1.5"])
def test_other_pages_have_none(page: str | None) -> None:
    assert page_number(page) is None
