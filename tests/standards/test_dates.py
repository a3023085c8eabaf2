"""Dates as precise as written; Python's calendar is the oracle."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jatsx.standards.dates import PartialDate, parse_date, printed_forms

NUMBERS = st.integers(min_value=0, max_value=40)
YEARS = st.integers(min_value=0, max_value=9999)
PARTIAL = st.builds(
    lambda day, precision: "-".join(day.isoformat().split("-")[:precision]),
    st.dates(),
    st.integers(min_value=1, max_value=3),
)


@given(YEARS, NUMBERS, NUMBERS)
def test_a_day_is_a_date_where_the_calendar_has_it(year: int, month: int, day: int) -> None:
    written = f"{year:04}-{month:02}-{day:02}"
    try:
        theirs = datetime.date.fromisoformat(written)
    except ValueError:
        assert parse_date(written) is None
    else:
        assert parse_date(written) == PartialDate(theirs.year, theirs.month, theirs.day)


@given(PARTIAL)
def test_a_date_is_written_as_it_was(written: str) -> None:
    date = parse_date(written)
    assert date is not None
    assert date.iso == written
    assert date.is_full == (len(written) == 10)


@given(PARTIAL, PARTIAL)
def test_later_is_what_is_surely_later(one: str, other: str) -> None:
    """Both cut to the shorter, ISO dates sort as text."""
    shared = min(len(one), len(other))
    first, second = parse_date(one), parse_date(other)
    assert first is not None
    assert second is not None
    assert first.is_after(second) == (one[:shared] > other[:shared])


@given(st.text(max_size=10))
def test_any_text_is_a_date_or_none(written: str) -> None:
    date = parse_date(written)
    assert date is None or date.iso == written


NO_DATES = (
    None,
    "",
    "24",
    "0000",
    "0000-01-01",
    "2024-1",
    "2024-00",
    "2024-13",
    "2024-02-30",
    "2023-02-29",
    "1900-02-29",
    "2024-06-00",
    "2024-06-31",
    "2024-6-01",
    "20240630",
    "2024-06-30\n",
    " 2024",
    "2024-",
    "-2024",
    "30.06.2024",
    "2024/06",
    "2024-06-30T00:00",
    "２０２４",
    "٢٠٢٤",
    "June 2024",
)


@pytest.mark.parametrize("written", NO_DATES)
def test_what_names_no_date_is_none(written: str | None) -> None:
    assert parse_date(written) is None


@pytest.mark.parametrize(
    "printed",
    [
        "2024-03-05",
        "05.03.2024",
        "5.3.2024",
        "05.03.24",
        "05/03/2024",
        "5 марта 2024",
        "March 5, 2024",
        "Mar. 5, 2024",
        "5 Mar 2024",
        "2024 жылғы 5 наурыз",
        "2024 ж. 5 наурыз",
    ],
)
def test_a_date_is_recognised_as_printed_in_three_languages(printed: str) -> None:
    assert printed in printed_forms("2024-03-05")
