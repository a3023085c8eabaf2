"""``dates``: full ones, ``dd.mm.yyyy``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final

from jatsx import Built, Loss, element, inheritance
from jatsx.standards.dates import PartialDate, parse_date
from jatsx_rsci.texts import said

if TYPE_CHECKING:
    from jatsx import Article

_NOT_FULL: Final = "dates are full: dd.mm.yyyy"


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
        if said(revised):
            yield Loss(f"dates.revised[{n}]", "dates has no revision")


def date(tag: str, written: str | None, field: str) -> Iterator[Built]:
    """A date, where its day is known."""
    day = full_date(written)
    if day:
        yield element(tag, None, printed(day), field=field)
    elif said(written):
        yield Loss(field, _NOT_FULL)


def date_publication(article: Article) -> Iterator[Built]:
    """``datePublication``: the first day on which it was published in a medium."""
    written = inheritance.publication_dates(article)
    days = [(day.iso, one.field) for one in written if (day := full_date(one.date))]
    first = min(days)[1] if days else None
    for one in written:
        if one.field == first:
            yield from date("datePublication", one.date, one.field)
        elif one.field != "issue.year":
            why = "datePublication stands once: the first day" if days else _NOT_FULL
            yield Loss(one.field, why)
    yield from _overridden(article, {one.field for one in written})


def full_date(written: str | None) -> PartialDate | None:
    """The day that a text names."""
    day = parse_date(written)
    return day if day and day.is_full else None


def printed(day: PartialDate) -> str:
    """A day as RSCI writes it.

    >>> printed(PartialDate(2024, 6, 30))
    '30.06.2024'
    """
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def _overridden(article: Article, told: set[str]) -> Iterator[Loss]:
    """The dates of the issue where the article has its own."""
    published = article.issue.published
    written = chain((("print", published.print),), (("online", published.online),))
    for medium, value in written:
        field = f"issue.published.{medium}"
        if said(value) and field not in told:
            yield Loss(field, "of an issue's date dateUni takes the year")
