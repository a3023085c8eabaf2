"""Timestamps of deposits: 17 digits, YYYYMMDDhhmmssSSS, in UTC. A later one is a larger number."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final

__all__ = ["is_timestamp", "timestamp_after", "timestamp_at"]

LENGTH: Final = 17

_FORM = re.compile(r"[0-9]{17}\Z")


def is_timestamp(written: str) -> bool:
    """Whether a string is a date and time with 17 digits.

    >>> is_timestamp("20240630120000000"), is_timestamp("20240631120000000")
    (True, False)
    """
    if not _FORM.match(written) or written[8:10] == "24":
        return False
    try:
        _parsed(written)
    except ValueError:
        return False
    return True


def timestamp_at(moment: datetime) -> str:
    """The timestamp of a moment."""
    return moment.astimezone(UTC).strftime("%Y%m%d%H%M%S%f").zfill(LENGTH + 3)[:LENGTH]


def timestamp_after(timestamp: str) -> str:
    """The timestamp one millisecond later.

    >>> timestamp_after("20231231235959999")
    '20240101000000000'

    Raises:
        OverflowError: it is the last millisecond of the year 9999.
    """
    return timestamp_at(_parsed(timestamp) + timedelta(milliseconds=1))


def _parsed(timestamp: str) -> datetime:
    moment = datetime.fromisoformat(f"{timestamp[:8]}T{timestamp[8:14]}Z")
    return moment + timedelta(milliseconds=int(timestamp[14:]))
