"""The time, as the ledger writes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

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
