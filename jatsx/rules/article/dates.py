"""What is asked of dates: that they exist, and that they follow one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.findings.translation import N_
from jatsx.model import (
    Article,
    Copyright,
    Dates,
    Issue,
    License,
    Published,
    Reference,
    Relation,
    inheritance,
)
from jatsx.model.fieldpath import Path
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule
from jatsx.standards.dates import parse_date

_DAY_FIRST = re.compile(r"\s*([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})\s*\Z")


_MESSAGE: Final = N_("{date} is no date that exists, or isn't written year first.")
_HINT: Final = N_(
    "Write year, month and day as far as they are known, with hyphens: {example}, 2024-06 or 2024."
)
_YEAR_MESSAGE: Final = N_("{year} is no year.")
_YEAR_HINT: Final = N_("Write one year in four digits: 2024.")


@rule(
    "article-date-unreal",
    Level.ERROR,
    message=_MESSAGE,
    hint=_HINT,
)
def article_dates(dates: Dates) -> Iterator[Fault]:
    """Received, revised and accepted are days, months or years that exist.

    A date is YYYY-MM-DD, YYYY-MM or YYYY, as far as it is known.

    Source: ISO 8601-1.

    Good:

        received: 2024-02-27
        revised: [2024-04-12]
        accepted: 2024-05

    Bad:

        received: 2024-02-30
        accepted: 30.05.2024
    """
    yield from _unreal("received", dates.received)
    for n, revised in enumerate(dates.revised):
        yield from _unreal(("revised", n), revised)
    yield from _unreal("accepted", dates.accepted)


@rule(
    "publication-date-unreal",
    Level.ERROR,
    message=_MESSAGE,
    hint=_HINT,
)
def publication_dates(published: Published) -> Iterator[Fault]:
    """The dates of publication exist, those of an article and those of an issue.

    A schema passes 31 February; no calendar does.

    Source: ISO 8601-1.

    Good:

        print: 2024-06
        online: 2024-06-30

    Bad:

        print: 2024-06
        online: 2024-06-31
    """
    yield from _unreal("print", published.print)
    yield from _unreal("online", published.online)


@rule(
    "license-date-unreal",
    Level.ERROR,
    message=_MESSAGE,
    hint=_HINT,
)
def license_date(license: License) -> Iterator[Fault]:
    """The day from which a license applies exists.

    A reader couldn't tell since when the article is free to use.

    Source: Crossref ``license_ref/@start_date``.

    Good:

        url: https://creativecommons.org/licenses/by/4.0/
        start_date: 2024-06-30

    Bad:

        url: https://creativecommons.org/licenses/by/4.0/
        start_date: 2024-06-31
    """
    yield from _unreal("start_date", license.start_date)


@rule(
    "relation-date-unreal",
    Level.ERROR,
    message=_MESSAGE,
    hint=_HINT,
)
def relation_date(relation: Relation) -> Iterator[Fault]:
    """The date of a correction, retraction or like notice exists.

    Readers are told by it when the other work was corrected or retracted.

    Source: Crossref ``update/@date``.

    Good:

        type: correction-of
        doi: 10.5555/irilj.2024.106.2.02
        date: 2024-09-30

    Bad:

        type: correction-of
        doi: 10.5555/irilj.2024.106.2.02
        date: 30.09.2024
    """
    yield from _unreal("date", relation.date)


@rule(
    "reference-accessed-unreal",
    Level.WARNING,
    message=_MESSAGE,
    hint=_HINT,
)
def access_date(reference: Reference) -> Iterator[Fault]:
    """The date of access to a cited address exists.

    What stood at an address that has changed is found by that day.

    Source: JATS Tag Library 1.3, ``date-in-citation``.

    Good:

        text: {kk: Қазақстан Республикасының Конституциясы}
        url: https://adilet.zan.kz/kaz/docs/K950001000_
        accessed: 2024-02-28

    Bad:

        text: {kk: Қазақстан Республикасының Конституциясы}
        url: https://adilet.zan.kz/kaz/docs/K950001000_
        accessed: 28.02.2024
    """
    yield from _unreal("accessed", reference.accessed)


@rule(
    "issue-year-form",
    Level.ERROR,
    message=_YEAR_MESSAGE,
    hint=_YEAR_HINT,
)
def issue_year(issue: Issue) -> Iterator[Fault]:
    """The year of an issue is one year, in four digits.

    Articles without a date of their own take the issue's, and a double year is no date.

    Source: Crossref ``publication_date/year``, DOAJ ``bibjson.year``.

    Good:

        year: "2024"

    Bad:

        year: 2023/2024
    """
    if issue.year and not _is_year(issue.year):
        yield fault("year", year=issue.year)


@rule(
    "copyright-year-form",
    Level.WARNING,
    message=_YEAR_MESSAGE,
    hint=_YEAR_HINT,
)
def copyright_year(copyright: Copyright) -> Iterator[Fault]:
    """The year of the copyright is one year, in four digits.

    The words around it belong to the statement.

    Source: JATS Tag Library 1.3, ``copyright-year``.

    Good:

        year: "2024"
        holder: {kk: Қазақ университеті}

    Bad:

        year: 2024 ж.
        holder: {kk: Қазақ университеті}
    """
    if copyright.year and not _is_year(copyright.year):
        yield fault("year", year=copyright.year)


@rule(
    "article-received-order",
    Level.WARNING,
    message="The article was received ({received}) after it was revised or accepted ({later}).",
    hint="Compare both dates with the article.",
)
def received_order(dates: Dates) -> Iterator[Fault]:
    """An article is received before it is revised and accepted.

    Only what is surely later is a fault: 2024-06 is not after 2024-06-03.

    Source: JATS Tag Library 1.3, ``history``: the dates of an article's way to publication.

    Good:

        received: 2024-02-27
        accepted: 2024-05-30

    Bad:

        received: 2024-05-30
        accepted: 2024-02-27
    """
    received = parse_date(dates.received)
    for later in (*dates.revised, dates.accepted):
        date = parse_date(later)
        if received and date and received.is_after(date):
            yield fault("received", received=received.iso, later=date.iso)
            return


@rule(
    "article-revised-order",
    Level.WARNING,
    message="The article was revised ({revised}) after it was accepted ({accepted}).",
    hint="Compare both dates with the article.",
)
def revised_order(dates: Dates) -> Iterator[Fault]:
    """An article is mostly revised before it is accepted.

    A warning: after an acceptance on condition the last version comes later.

    Source: JATS Tag Library 1.3, ``history``: the dates of an article's way to publication.

    Good:

        revised: [2024-04-12]
        accepted: 2024-05-30

    Bad:

        revised: [2024-06-12]
        accepted: 2024-05-30
    """
    accepted = parse_date(dates.accepted)
    for n, revised in enumerate(dates.revised):
        date = parse_date(revised)
        if accepted and date and date.is_after(accepted):
            yield fault(("revised", n), revised=date.iso, accepted=accepted.iso)


@rule(
    "article-published-order",
    Level.WARNING,
    message="This date, {date}, is later than the date of publication, {published}.",
    hint="Compare both with the article, and the issue's date with its cover.",
)
def published_order(article: Article) -> Iterator[Fault]:
    """An article is received and accepted before it is published.

    A warning: the issue's date may be the nominal one of a late issue.

    Source: JATS Tag Library 1.3, ``history``: the dates of an article's way to publication.

    Good:

        dates: {received: 2024-02-27, accepted: 2024-05-30}
        issue: {published: {print: 2024-06}}

    Bad:

        dates: {received: 2024-02-27, accepted: 2024-07-30}
        issue: {published: {print: 2024-06}}
    """
    dates = [parse_date(one.date) for one in inheritance.publication_dates(article)]
    published = [date for date in dates if date is not None]
    for field in ("received", "accepted"):
        date = parse_date(getattr(article.dates, field))
        before = next((one for one in published if date and date.is_after(one)), None)
        if date and before:
            yield fault(("dates", field), date=date.iso, published=before.iso)


def _unreal(path: str | Path, date: str | None) -> Iterator[Fault]:
    if date and parse_date(date) is None:
        yield fault(path, date=date, example=_year_first(date) or "2024-06-30")


def _year_first(date: str) -> str | None:
    """A date that was written day first, in our form; None where it is none."""
    form = _DAY_FIRST.match(date)
    parsed = parse_date(f"{form[3]}-{int(form[2]):02}-{int(form[1]):02}") if form else None
    return parsed.iso if parsed else None


def _is_year(written: str) -> bool:
    year = parse_date(written)
    return year is not None and year.month is None
