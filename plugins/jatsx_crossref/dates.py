"""Dates: ``publication_date``, ``acceptance_date``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from jatsx import Built, Content, Loss, element, inheritance
from jatsx.standards.dates import PartialDate, parse_date

if TYPE_CHECKING:
    from jatsx.model import Article, Issue

FIRST_YEAR: Final = 1400
LAST_YEAR: Final = 2200
"""The years that the schema allows: ``xrefYear`` in crossref5.5.0.xsd."""


def article_publication_dates(article: Article) -> Iterator[Content]:
    """A ``publication_date`` for each medium; the issue's if the article has none."""
    return _publication_dates(inheritance.publication_dates(article))


def issue_publication_dates(issue: Issue) -> Iterator[Content]:
    """A ``publication_date`` for each medium, else one for the issue's year."""
    dates = inheritance.issue_publication_dates(issue)
    yield from _publication_dates(dates, "issue.")
    years = {date.date[:4] for date in dates if crossref_date(date.date)}
    if issue.published and issue.year and issue.year not in years:
        yield Loss("issue.year", "no-issue-year")


def acceptance_date(article: Article) -> Built | None:
    """``acceptance_date``, as precise as the date is known."""
    return _date("acceptance_date", article.dates.accepted, "dates.accepted")


def crossref_date(written: str | None) -> PartialDate | None:
    """The date, if it exists and the schema allows its year; else None."""
    date = parse_date(written)
    return date if date and FIRST_YEAR <= date.year <= LAST_YEAR else None


def _publication_dates(
    dates: Iterable[inheritance.PublicationDate], parent: str = ""
) -> Iterator[Content]:
    for date in dates:
        yield _date("publication_date", date.date, parent + date.field, date.medium)


def _date(tag: str, written: str | None, field: str, medium: str | None = None) -> Built | None:
    """A date element with ``month``, ``day`` and ``year``, as far as they are known."""
    date = crossref_date(written)
    if date is not None:
        month = element("month", None, f"{date.month:02}" if date.month else None)
        day = element("day", None, f"{date.day:02}" if date.day else None)
        year = element("year", None, f"{date.year:04}")
        return element(tag, {"media_type": medium}, month, day, year, field=field)
    if not written:
        return None
    years = {"first": f"{FIRST_YEAR}", "last": f"{LAST_YEAR}"}
    return Loss(field, "date-range", {"element": tag, "date": written, **years})
