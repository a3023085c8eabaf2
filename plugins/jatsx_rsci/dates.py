"""``dates``: full dates in the form ``dd.mm.yyyy``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jatsx import Built, Extent, Loss, element, inheritance, non_blank
from jatsx.standards.dates import PartialDate, parse_date
from jatsx_rsci.issue import issue_year

if TYPE_CHECKING:
    from jatsx import Article


def dates(article: Article) -> Iterator[Built]:
    """``dates``: received, accepted, published."""
    its = article.dates
    yield element(
        "dates",
        None,
        date("dateReceived", its.received, "dates.received"),
        date("dateAccepted", its.accepted, "dates.accepted"),
        date_publication(article),
    )
    for n, revised in enumerate(its.revised):
        if non_blank(revised):
            yield Loss(f"dates.revised[{n}]", "no-revision-date")


def date(tag: str, written: str | None, field: str) -> Iterator[Built]:
    """A date, if its day is known."""
    day = full_date(written)
    if day:
        yield element(tag, None, printed(day), field=field)
    elif non_blank(written):
        yield Loss(field, "date-form")


def date_publication(article: Article) -> Iterator[Built]:
    """``datePublication``: the earliest full date of publication."""
    written = inheritance.publication_dates(article)
    days = [(day.iso, one.field) for one in written if (day := full_date(one.date))]
    first = min(days)[1] if days else None
    for one in written:
        if one.field == first:
            yield from date("datePublication", one.date, one.field)
        elif one.field != "issue.year":
            yield Loss(one.field, "one-publication-date" if days else "date-form")
    yield from _overridden(article, {one.field for one in written})


def full_date(written: str | None) -> PartialDate | None:
    """The date of a string, if it is a full date; else None."""
    day = parse_date(written)
    return day if day and day.is_full else None


def printed(day: PartialDate) -> str:
    """A date in the form of RSCI.

    >>> printed(PartialDate(2024, 6, 30))
    '30.06.2024'
    """
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def _overridden(article: Article, inherited: set[str]) -> Iterator[Loss]:
    """The losses of the dates of the issue, if the article has its own dates."""
    issue, year = article.issue, issue_year(article.issue)
    for medium in ("print", "online"):
        field = f"published.{medium}"
        if non_blank(getattr(issue.published, medium)) and f"issue.{field}" not in inherited:
            extent = Extent.FORM if year and year[1] == field else Extent.WHOLE
            yield Loss(f"issue.{field}", "issue-year-only", extent=extent)
