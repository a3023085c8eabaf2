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
    "month_named",
    "parse_date",
    "printed_forms",
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


LANGUAGES: Final = ("en", "ru", "kk")
"""The languages in which a printed date is recognised."""

KAZAKH_YEAR: Final = ("жылғы", "жылдың", "ж.", "жыл")
"""The forms of “year” after the year of a date in Kazakh."""

SHORT: Final = len("сент")
"""The largest number of letters of a month's short name."""


def printed_forms(written: str) -> tuple[str, ...]:
    """The forms in which a date may be printed in a text, in English, Russian and Kazakh.

    A year has none, because a year in a text may be another date. A string that is not a date has
    only its own form.

        >>> printed_forms("2024-02-03")[:5]
        ('2024-02-03', '2024.02.03', '2024/02/03', '03.02.2024', '3.2.2024')
        >>> words = {"3 февраля 2024", "February 3, 2024", "2024 жылғы 3 ақпан"}
        >>> words <= {*printed_forms("2024-02-03")}
        True
    """
    date = parse_date(written)
    if date is None:
        return (written,) if written.strip() else ()
    if date.month is None:
        return ()
    return (date.iso, *_in_digits(date), *_in_words(date))


def _in_digits(date: PartialDate) -> list[str]:
    known = [part for part in (date.day, date.month) if part is not None]
    padded, bare = [f"{part:02}" for part in known], [f"{part}" for part in known]
    forms = [sign.join(date.iso.split("-")) for sign in "./"]
    forms += [sign.join([*parts, f"{date.year}"]) for sign in "./" for parts in (padded, bare)]
    if date.day is not None:
        forms += [sign.join([*padded, f"{date.year % 100:02}"]) for sign in "./"]
    return [*dict.fromkeys(forms)]


def _in_words(date: PartialDate) -> list[str]:
    return [form for name in _month_names(date.month or 1) for form in _with_month(date, name)]


def _with_month(date: PartialDate, month: str) -> list[str]:
    if date.day is None:
        return [f"{month} {date.year}"]
    return [
        f"{date.day} {month} {date.year}",
        f"{month} {date.day}, {date.year}",
        *(f"{date.year} {year} {date.day} {month}" for year in KAZAKH_YEAR),
    ]


@lru_cache(maxsize=12)
def _month_names(month: int) -> tuple[str, ...]:
    """The names of a month in the languages in CLDR, inflected and not, whole and short; the short
    ones also with or without a dot."""
    from babel import Locale

    names = (
        Locale(language).months[use].get(width, {}).get(month)
        for language in LANGUAGES
        for use in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
    )
    known = [name for name in names if name]
    dotted = [f"{name}." for name in known if len(name) <= SHORT]
    return tuple(dict.fromkeys([*known, *(name.rstrip(".") for name in known), *dotted]))


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


@lru_cache(maxsize=64)
def month_named(name: str, languages: tuple[str, ...]) -> int | None:
    """The number of the month with a name in one of the languages, from CLDR; else None.

    >>> month_named("февраля", ("ru",)), month_named("May", ("ru", "en"))
    (2, 5)
    """
    from babel import Locale

    asked = name.casefold()
    for language in languages:
        for widths in Locale(language).months.values():
            for number, known in widths.get("wide", {}).items():
                if known.casefold() == asked:
                    return int(number)
    return None
