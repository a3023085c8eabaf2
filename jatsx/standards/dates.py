"""Dates with a year, a month or a day, as precise as written.

A date of the model is a string: ``2024``, ``2024-06`` or ``2024-06-30`` (ISO 8601). Other strings
and dates that do not exist have no :class:`PartialDate`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

__all__ = [
    "PartialDate",
    "parse_date",
]

LONGEST: Final = len("2024-06-30")
"""The maximum length of a date."""

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """As written: YYYY, YYYY-MM or YYYY-MM-DD."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def is_full(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    def is_after(self, other: PartialDate) -> bool:
        """Whether the date is certainly later. June 2024 is neither before nor after 2024-06-30."""
        shared = min(len(self._known), len(other._known))
        return self._known[:shared] > other._known[:shared]

    @property
    def _known(self) -> tuple[int, ...]:
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)


def parse_date(written: str | None) -> PartialDate | None:
    """The date of a string; None if the string is not a valid date.

    >>> parse_date("2024-02"), parse_date("2024-02-30"), parse_date("30.02.2024")
    (PartialDate(year=2024, month=2, day=None), None, None)
    """
    return _parsed(written) if written and len(written) <= LONGEST else None


@lru_cache(maxsize=1024)
def _parsed(written: str) -> PartialDate | None:
    form = _FORM.match(written)
    if form is None:
        return None
    year, month, day = (int(part) if part else None for part in form.groups())
    if not year or (month is not None and not 1 <= month <= 12):
        return None
    if month and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return PartialDate(year, month, day)
