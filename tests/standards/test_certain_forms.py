"""The right form of a value is certain, and stays as it is; digits are never changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jatsx.standards.certain_dates import certain_date, certain_year
from jatsx.standards.certain_identifiers import (
    certain_doi,
    certain_doi_prefix,
    certain_funder_id,
    certain_isbn,
    certain_issn,
    certain_orcid,
    certain_ror,
)
from jatsx.standards.dates import parse_date
from jatsx.standards.identifiers import is_doi

FORMS: Final[tuple[Callable[[str], str | None], ...]] = (
    certain_date,
    certain_doi,
    certain_doi_prefix,
    certain_funder_id,
    certain_isbn,
    certain_issn,
    certain_orcid,
    certain_ror,
    certain_year,
)

SEEDS: Final = (
    *("10.5555/ab.1", "https://doi.org/", "doi:", "10.13039/501100001809", "10.5555"),
    *("0000-0002-1825-0097", "https://orcid.org/", "1563-0285", "ISSN", "2414-570X", "Х"),
    *("https://ror.org/", "05gq02987", "978-5-02-000000-0"),
    *("28.06.2024", "05.06.2024", "2024-06-28", "28 июня 2024 г.", "06.2024", "© 2024"),
    *("\u00a0", "\u00ad", "\u200b", "–", " ", ".", "/", ";", "x"),
)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@given(parts=st.lists(st.sampled_from(SEEDS) | st.text(max_size=3), max_size=4))
def test_a_right_form_stays_and_has_the_same_digits(
    form: Callable[[str], str | None], parts: list[str]
) -> None:
    written = "".join(parts)
    right = form(written)
    if right is not None:
        assert form(right) == right
        if form not in (certain_date, certain_year):
            assert re.sub(r"\D", "", right) == re.sub(r"\D", "", written)


@given(parts=st.lists(st.sampled_from(SEEDS), max_size=4))
def test_what_is_certain_is_valid(parts: list[str]) -> None:
    written = "".join(parts)
    doi, date = certain_doi(written), certain_date(written)
    assert doi is None or (is_doi(doi) and doi.isascii())
    assert date is None or parse_date(date) is not None


@pytest.mark.parametrize(
    ("written", "others", "date"),
    [
        ("05.06.2024", (), None),
        ("05.06.2024", ("28.06.2024",), "2024-06-05"),
        ("05.06.2024", ("28/06/2024",), None),
        ("05/06/2024", ("28/06/2024",), "2024-06-05"),
        ("05.06.2024", ("06.28.2024",), None),
        ("05.06.2024", ("28.06.2024", "06.28.2024"), None),
        ("06.28.2024", (), None),
        ("31.06.2024", (), None),
        ("2024.06.05", (), None),
        ("2024.06.28", (), "2024-06-28"),
        ("2024-6-5", (), "2024-06-05"),
        ("28 June 2024", (), "2024-06-28"),
        ("28 ақпан 2024 ж.", (), "2024-02-28"),
        ("28 февраля 2024 – 3 марта 2024", (), None),
        ("28.06.24", (), None),
        ("13.2024", (), None),
    ],
)
def test_a_date_is_certain_or_left(written: str, others: tuple[str, ...], date: str | None) -> None:
    assert certain_date(written, others) == date
