"""Timestamps of deposits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jatsx.standards.timestamps import is_timestamp, timestamp_after, timestamp_at


@pytest.mark.parametrize(
    "written",
    [
        *("", "2024", "2024063012000000", "202406301200000000", "20240631120000000"),
        *("20240630240000000", "20240630126000000", "20240630120060000", "2024063012000000x"),
        *("20240630120000000\n", "٢٠٢٤٠٦٣٠١٢٠٠٠٠٠٠٠", "00000630120000000"),
    ],
)
def test_what_is_not_a_date_and_time_with_17_digits_is_no_timestamp(written: str) -> None:
    assert not is_timestamp(written)


def test_a_timestamp_is_in_utc() -> None:
    moment = datetime(2024, 6, 30, 12, 0, 0, 999_999, tzinfo=timezone(timedelta(hours=5)))
    assert timestamp_at(moment) == "20240630070000999"
    assert timestamp_at(datetime(1, 1, 1, tzinfo=UTC)) == "00010101000000000"


@given(st.datetimes(max_value=datetime(9999, 12, 31), timezones=st.just(UTC)))
def test_the_next_one_is_one_millisecond_later(moment: datetime) -> None:
    timestamp = timestamp_at(moment)
    after = timestamp_after(timestamp)
    assert is_timestamp(timestamp)
    assert is_timestamp(after)
    assert after == timestamp_at(moment + timedelta(milliseconds=1)) > timestamp
