"""Dates of publication and of the manuscript's history.

A date has only the known parts. ``@iso-8601-date`` has the same parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Built, Content, FrozenMap, Loss, element, inheritance, is_present, non_blank
from jatsx.model import Article, Issue
from jatsx.model.fieldpath import join_path, subpath
from jatsx.standards.dates import parse_date

FORMATS: Final = FrozenMap({"print": "print", "online": "electronic"})
"""``@publication-format`` of each medium."""


def dated(tag: str, attributes: dict[str, str], written: str | None, field: str) -> Built:
    """An element with a date: ``pub-date``, ``date``."""
    if written is None or not is_present(written):
        return ()
    date = parse_date(written)
    if date is None:
        return Loss(field, "date-form", {"element": tag, "date": written})
    iso = date.iso
    year, month, day = (*iso.split("-"), None, None)[:3]
    return element(
        tag,
        {**attributes, "iso-8601-date": iso},
        element("day", None, day),
        element("month", None, month),
        element("year", None, year),
        field=field,
    )


def pub_dates(article: Article) -> Iterator[Content]:
    """The dates of publication in each medium. If the article has its own dates, those of the issue
    follow as ``collection`` (PMC Tagging Guidelines, ``pub-date``)."""
    dates = inheritance.publication_dates(article)
    for date in dates:
        attributes = {"date-type": "pub", "publication-format": FORMATS[date.medium]}
        yield dated("pub-date", attributes, date.date, date.field)
    if article.dates.published:
        for date in inheritance.issue_publication_dates(article.issue):
            attributes = {"date-type": "collection", "publication-format": FORMATS[date.medium]}
            yield dated("pub-date", attributes, date.date, join_path("issue", date.field))
    yield _issue_year(article.issue)


def history(article: Article) -> Built:
    """The dates when the manuscript was received, revised and accepted."""
    dates = article.dates
    return element(
        "history",
        None,
        dated("date", {"date-type": "received"}, dates.received, "dates.received"),
        (
            dated("date", {"date-type": "rev-recd"}, revised, subpath("dates.revised", n))
            for n, revised in enumerate(dates.revised)
        ),
        dated("date", {"date-type": "accepted"}, dates.accepted, "dates.accepted"),
        field="dates",
    )


def _issue_year(issue: Issue) -> Built:
    """The year of the issue as ``collection``, if its dates have another year."""
    year, published = non_blank(issue.year), issue.published
    if year is None or not published:
        return None
    if year in ((published.print or "")[:4], (published.online or "")[:4]):
        return None
    return dated("pub-date", {"date-type": "collection"}, year, "issue.year")
