"""Dates that lie after the time of the run, which only the pipeline knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from jatsx.findings.finding import Finding, Level
from jatsx.model import Article, Issue
from jatsx.model.fieldpath import Path, format_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.standards.dates import PartialDate, parse_date

PLANNED: Final = timedelta(days=365)
"""How far a publication date can lie ahead: a DOI can be deposited before the publication."""

ZONE: Final = timedelta(days=1)
"""How far any other date can lie ahead: the timestamp of the run is in UTC."""


def future_dates(article: Article, timestamp: str) -> Iterator[Finding]:
    """The findings on dates of an article after the timestamp of the run, if the run has one."""
    dates, published = article.dates, article.dates.published
    history: list[tuple[Path, str | None]] = [
        (("dates", "received"), dates.received),
        *((("dates", "revised", n), one) for n, one in enumerate(dates.revised)),
        (("dates", "accepted"), dates.accepted),
        *(
            (("references", n, "accessed"), one.accessed)
            for n, one in enumerate(article.references)
        ),
        *((("relations", n, "date"), one.date) for n, one in enumerate(article.relations)),
    ]
    planned: list[tuple[Path, str | None]] = [
        (("dates", "published", "print"), published.print),
        (("dates", "published", "online"), published.online),
    ]
    yield from _after(history, timestamp, ZONE)
    yield from _after(planned, timestamp, PLANNED)


def future_issue_dates(issue: Issue, timestamp: str) -> Iterator[Finding]:
    """The findings on dates of an issue that lie far after the timestamp of the run."""
    planned: list[tuple[Path, str | None]] = [
        (("issue", "year"), issue.year),
        (("issue", "published", "print"), issue.published.print),
        (("issue", "published", "online"), issue.published.online),
    ]
    yield from _after(planned, timestamp, PLANNED)


def _after(
    dates: Iterable[tuple[Path, str | None]], timestamp: str, margin: timedelta
) -> Iterator[Finding]:
    """The findings on dates that are certainly later than a timestamp and a margin."""
    today = _day(timestamp)
    if today is None:
        return
    ordinal = min(today.toordinal() + margin.days, date.max.toordinal())
    latest = _partial(date.fromordinal(ordinal))
    for path, written in dates:
        found = parse_date(written)
        if found and found.is_after(latest):
            params = FrozenMap({"date": found.iso, "day": today.isoformat()})
            yield Finding("date-value-future", Level.WARNING, params, format_path(path))


def _day(timestamp: str) -> date | None:
    """The day of a timestamp of 17 digits; None if there is no timestamp."""
    day = parse_date(f"{timestamp[:4]}-{timestamp[4:6]}-{timestamp[6:8]}")
    return date(day.year, day.month, day.day) if day and day.month and day.day else None


def _partial(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
