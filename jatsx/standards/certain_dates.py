"""The date that a person certainly meant, where it was written in another form than ISO 8601.

28.06.2024 is a day in June. 05.06.2024 may be a day in June or in May: it is only certain if
another date of the same part of the article, written in the same form, is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from jatsx.standards.dates import month_named, parse_date

__all__ = [
    "certain_date",
    "certain_year",
]

MONTHS: Final = 12
"""A larger number is not a month."""

_YEAR_WORD = r"(?:\s*(?:г|год|года|ж|жыл|жылы)\b\.?)?"
_NUMBERS = re.compile(
    rf"([0-9]{{1,2}})\s?(?P<sign>[./-])\s?([0-9]{{1,2}})\s?(?P=sign)\s?([0-9]{{4}}){_YEAR_WORD}\Z"
)
_YEAR_FIRST = re.compile(r"([0-9]{4})(?P<sign>[./-])([0-9]{1,2})(?P=sign)([0-9]{1,2})\Z")
_MONTH_AND_YEAR = re.compile(rf"([0-9]{{1,2}})[./]([0-9]{{4}}){_YEAR_WORD}\Z")
_IN_WORDS = re.compile(
    rf"(?:(?P<day>[0-9]{{1,2}})\s)?(?P<month>[^\W\d]+)\.?,?\s(?P<year>[0-9]{{4}}){_YEAR_WORD}\Z"
)
_YEAR = re.compile(rf"(?:©\s?)?([0-9]{{4}}){_YEAR_WORD}\Z")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_LANGUAGES: Final = ("kk", "ru", "en")


def certain_date(written: str, others: Iterable[str | None] = ()) -> str | None:
    """The ISO form of a date; None if it is not certain which date was meant.

    Args:
        written: the date as written.
        others: other dates that the same person wrote, which show the order of day and month.

    >>> certain_date("28.06.2024"), certain_date("5 июня 2024 г."), certain_date("06.2024")
    ('2024-06-28', '2024-06-05', '2024-06')
    >>> certain_date("05.06.2024"), certain_date("05.06.2024", ["28.06.2024"])
    (None, '2024-06-05')
    """
    plain = _plain(written)
    if parse_date(plain):
        return plain
    found = _in_numbers(plain, others) or _year_first(plain) or _of_month(plain) or _in_words(plain)
    return found if found and parse_date(found) else None


def certain_year(written: str) -> str | None:
    """The year in a value, without the word for year after it.

    >>> certain_year("2024 ж."), certain_year("© 2024"), certain_year("2023/2024")
    ('2024', '2024', None)
    """
    year = _YEAR.match(_plain(written))
    return year[1] if year else None


def _in_numbers(plain: str, others: Iterable[str | None]) -> str | None:
    """The date of a day, a month and a year in numbers, if their order is certain."""
    form = _NUMBERS.match(plain)
    if form is None:
        return None
    day, month = int(form[1]), int(form[3])
    if day <= MONTHS and day != month and not _is_day_first(form["sign"], others):
        return None
    return _iso(form[4], month, day)


def _is_day_first(sign: str, others: Iterable[str | None]) -> bool:
    """Whether other dates with the same sign show that the day comes first, and none denies it."""
    forms = [_NUMBERS.match(_plain(one)) for one in others if one]
    pairs = [(int(form[1]), int(form[3])) for form in forms if form and form["sign"] == sign]
    is_shown = any(first > MONTHS >= second for first, second in pairs)
    return is_shown and not any(second > MONTHS for _, second in pairs)


def _year_first(plain: str) -> str | None:
    """The date of a year, a month and a day: the form of ISO 8601 without its zeros or hyphens."""
    form = _YEAR_FIRST.match(plain)
    if form is None:
        return None
    month, day = int(form[3]), int(form[4])
    is_certain = form["sign"] == "-" or day > MONTHS or day == month
    return _iso(form[1], month, day) if is_certain else None


def _of_month(plain: str) -> str | None:
    form = _MONTH_AND_YEAR.match(plain)
    return _iso(form[2], int(form[1])) if form else None


def _in_words(plain: str) -> str | None:
    """The date with the name of a month in Kazakh, Russian or English."""
    form = _IN_WORDS.match(plain)
    month = month_named(form["month"], _LANGUAGES) if form else None
    if form is None or month is None:
        return None
    return _iso(form["year"], month, int(form["day"]) if form["day"] else None)


def _iso(year: str, month: int, day: int | None = None) -> str:
    return f"{year}-{month:02}" if day is None else f"{year}-{month:02}-{day:02}"


def _plain(written: str) -> str:
    """A date in single spaces, with hyphens instead of dashes."""
    return " ".join(_DASHES.sub("-", written).split())
