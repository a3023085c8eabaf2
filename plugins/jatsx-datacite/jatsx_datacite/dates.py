"""Dates, as precise as written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Article, JsonObject, Loss, Sourced, inheritance, json_object, non_blank
from jatsx.model import Issue
from jatsx.standards.dates import PartialDate, parse_date

from jatsx_datacite.parts import Parts, Values
from jatsx_datacite.settings import Settings

_REVISED: Final = "revised manuscript received"


def publication_year(article: Article, _: Settings) -> Parts:
    """``publicationYear``: the year of the earliest date of publication."""
    published = [
        (date.year, written.field)
        for written in inheritance.publication_dates(article)
        if (date := parse_date(written.date))
    ]
    if published:
        year, field = min(published)
        yield Sourced(f"{year:04}", field)


def dates(article: Article, _: Settings) -> Parts:
    """``dates``: received, revised, accepted, published, and the copyright year."""
    own = article.dates
    yield from _dated("dates.received", own.received, "Submitted")
    for n, revised in enumerate(own.revised):
        yield from _dated(f"dates.revised[{n}]", revised, "Other", _REVISED)
    yield from _dated("dates.accepted", own.accepted, "Accepted")
    yield from _published(article)
    yield from _dated("copyright.year", article.copyright.year, "Copyrighted")
    yield from _issue_losses(article)


def issue_year(issue: Issue) -> Sourced[str] | None:
    """The year of an issue with its field: its own year, else the year of its first date."""
    written = {"year": issue.year, **_published_in(issue)}
    for field, text in written.items():
        date = parse_date(text)
        if date:
            return Sourced(f"{date.year:04}", f"issue.{field}")
    return None


def _published(article: Article) -> Parts:
    """Print is ``Issued``, online is ``Available``. Without a print date, online is both."""
    published = inheritance.publication_dates(article)
    has_print = any(one.medium == "print" and parse_date(one.date) for one in published)
    for one in published:
        if one.medium == "print" or not has_print:
            yield from _dated(one.field, one.date, "Issued", one.medium)
        if one.medium == "online":
            yield from _dated(one.field, one.date, "Available", one.medium)


def _dated(field: str, written: str | None, kind: str, information: str | None = None) -> Parts:
    date = parse_date(written)
    if date:
        yield _date(field, date, kind, information)
    elif non_blank(written):
        yield Loss(field, "date-form")


def _date(field: str, date: PartialDate, kind: str, information: str | None) -> JsonObject | None:
    described: Values = {
        "date": Sourced(date.iso, field),
        "dateType": kind,
        "dateInformation": information,
    }
    return json_object(described, field=field)


def _issue_losses(article: Article) -> Iterator[Loss]:
    """The losses of the issue's dates, if the article has its own dates."""
    inherited = {one.field for one in inheritance.publication_dates(article)}
    for field, written in _published_in(article.issue).items():
        if non_blank(written) and f"issue.{field}" not in inherited:
            yield Loss(f"issue.{field}", "article-date")
    year = article.issue.year
    if non_blank(year) and parse_date(year) is None and "issue.year" not in inherited:
        yield Loss("issue.year", "date-form")


def _published_in(issue: Issue) -> dict[str, str | None]:
    return {
        "published.print": issue.published.print,
        "published.online": issue.published.online,
    }
