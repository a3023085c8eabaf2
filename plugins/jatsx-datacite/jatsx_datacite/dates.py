"""Dates: as precise as they were written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Article, JsonObject, Loss, Sourced, inheritance, json_object
from jatsx.model import Issue
from jatsx.standards.dates import PartialDate, parse_date

from jatsx_datacite.parts import Parts, Values, filled
from jatsx_datacite.settings import Settings

_NO_DATE: Final = "dates are days, months or years that exist: 2024-06-30, 2024-06 or 2024"
_OVERRIDDEN: Final = "dates are the article's, and this one has its own"
_REVISED: Final = "revised manuscript received"


def publication_year(article: Article, _: Settings) -> Parts:
    """``publicationYear``: that of the earliest date of publication."""
    published = [
        (date.year, said.field)
        for said in inheritance.publication_dates(article)
        if (date := parse_date(said.date))
    ]
    if published:
        year, field = min(published)
        yield Sourced(f"{year:04}", field)


def dates(article: Article, _: Settings) -> Parts:
    """``dates``: received, revised, accepted, published, and the year of the copyright."""
    own = article.dates
    yield from _dated("dates.received", own.received, "Submitted")
    for n, revised in enumerate(own.revised):
        yield from _dated(f"dates.revised[{n}]", revised, "Other", _REVISED)
    yield from _dated("dates.accepted", own.accepted, "Accepted")
    yield from _published(article)
    yield from _dated("copyright.year", article.copyright.year, "Copyrighted")
    yield from _issue_losses(article)


def issue_year(issue: Issue) -> Sourced[str] | None:
    """The year of an issue and the field that says it: its own, else of its first date."""
    written = {"year": issue.year, **_published_in(issue)}
    for field, text in written.items():
        date = parse_date(text)
        if date:
            return Sourced(f"{date.year:04}", f"issue.{field}")
    return None


def _published(article: Article) -> Parts:
    """Print is ``Issued``, online ``Available``, and ``Issued`` too where there is no print."""
    published = inheritance.publication_dates(article)
    has_print = any(said.medium == "print" and parse_date(said.date) for said in published)
    for said in published:
        if said.medium == "print" or not has_print:
            yield from _dated(said.field, said.date, "Issued", said.medium)
        if said.medium == "online":
            yield from _dated(said.field, said.date, "Available", said.medium)


def _dated(field: str, written: str | None, kind: str, information: str | None = None) -> Parts:
    date = parse_date(written)
    if date:
        yield _date(field, date, kind, information)
    elif filled(written):
        yield Loss(field, _NO_DATE)


def _date(field: str, date: PartialDate, kind: str, information: str | None) -> JsonObject | None:
    described: Values = {
        "date": Sourced(date.iso, field),
        "dateType": kind,
        "dateInformation": information,
    }
    return json_object(described, field=field)


def _issue_losses(article: Article) -> Iterator[Loss]:
    """The issue's dates, where the article has its own; its year is told by its item."""
    taken = {said.field for said in inheritance.publication_dates(article)}
    for field, written in _published_in(article.issue).items():
        if filled(written) and f"issue.{field}" not in taken:
            yield Loss(f"issue.{field}", _OVERRIDDEN)
    year = article.issue.year
    if filled(year) and parse_date(year) is None and "issue.year" not in taken:
        yield Loss("issue.year", _NO_DATE)


def _published_in(issue: Issue) -> dict[str, str | None]:
    return {
        "published.print": issue.published.print,
        "published.online": issue.published.online,
    }
