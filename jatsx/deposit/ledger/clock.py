"""The time, as the ledger writes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

Clock = Callable[[], datetime]
"""Returns the time. Tests give another one."""


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


def written(moment: datetime) -> str:
    """A moment as the ledger writes it, which sorts as text.

    >>> written(datetime(2026, 11, 30, 20, 5, 11, 123456, tzinfo=UTC))
    '2026-11-30T20:05:11.123Z'
    """
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def shown_time(moment: str) -> str:
    """A moment that the ledger has written, as a message shows it.

    >>> shown_time("2026-11-30T20:05:11.123Z")
    '2026-11-30 20:05 UTC'
    """
    return f"{moment[:10]} {moment[11:16]} UTC"


MOST_TURNS: Final = 100
"""A turn that is further ahead was taken with a clock that is wrong."""


def turn_after(last: str | None, interval: float, now: datetime) -> datetime:
    """When the next of several requests may begin, some seconds after the last.

    >>> now = datetime(2026, 11, 30, 20, 5, 11, tzinfo=UTC)
    >>> turn_after("2026-11-30T20:05:10.500Z", 2, now).isoformat()
    '2026-11-30T20:05:12.500000+00:00'
    """
    if last is None or interval <= 0:
        return now
    turn = datetime.fromisoformat(last) + timedelta(seconds=interval)
    is_believed = turn <= now + timedelta(seconds=interval * MOST_TURNS)
    return max(now, turn) if is_believed else now + timedelta(seconds=interval)
