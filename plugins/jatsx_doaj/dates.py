"""The year and the month of publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jatsx import Extent, Loss, Sourced, inheritance, non_blank
from jatsx.standards.dates import PartialDate, parse_date
from jatsx_doaj.parts import ObjectParts

if TYPE_CHECKING:
    from jatsx import Article


def publication_date(article: Article) -> ObjectParts:
    """``year`` and ``month`` of one date of publication: print, else online."""
    chosen = _chosen_date(article)
    if chosen:
        date, field = chosen.value, chosen.field
        yield "year", Sourced(f"{date.year:04}", field)
        yield "month", Sourced(str(date.month), field) if date.month else None
    for field, written in _written_dates(article):
        yield from _date_losses(field, written, chosen)


def _chosen_date(article: Article) -> Sourced[PartialDate] | None:
    for published in inheritance.publication_dates(article):
        date = parse_date(published.date)
        if date:
            return Sourced(date, published.field)
    return None


def _written_dates(article: Article) -> Iterator[tuple[str, str]]:
    """All dates of publication in the input, inherited or not."""
    own, issue = article.dates.published, article.issue
    dates = {
        "dates.published.print": own.print,
        "dates.published.online": own.online,
        "issue.published.print": issue.published.print,
        "issue.published.online": issue.published.online,
        "issue.year": issue.year,
    }
    return ((field, date) for field, date in dates.items() if date and non_blank(date))


def _date_losses(field: str, written: str, chosen: Sourced[PartialDate] | None) -> Iterator[Loss]:
    """The losses of a date: the day of the chosen date; another date that is different."""
    if chosen is None:
        yield Loss(field, "date-form")
    elif field == chosen.field:
        if chosen.value.is_full:
            yield Loss(field, "year-and-month", extent=Extent.FORM)
    elif not _is_within(chosen.value, written):
        yield Loss(field, "one-date", {"field": chosen.field})


def _is_within(date: PartialDate, written: str) -> bool:
    """Whether a date is the year, or the year and month, of another."""
    parsed, year_and_month = parse_date(written), date.iso[:7]
    return parsed is not None and parsed.iso in (year_and_month, year_and_month[:4])
