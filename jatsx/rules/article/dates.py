"""Rules on dates: their form and their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
from jatsx.rules.engine import Fault, mended, rule
from jatsx.standards.certain_dates import certain_date, certain_year
from jatsx.standards.dates import month_named, parse_date

_DAY_FIRST = re.compile(r"\s*([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})\s*\Z")
_IN_WORDS = re.compile(r"\s*(?P<day>[0-9]{1,2})\s+(?P<month>[^\W\d]+)\.?,?\s+(?P<year>[0-9]{4})\b")


_MESSAGE: Final = N_("{date} is not a valid date. Use YYYY-MM-DD, YYYY-MM or YYYY.")
_HINT: Final = N_(
    "Check that the month and the day exist. Leave out what is not known. Example: {example}."
)
_YEAR_MESSAGE: Final = N_("{year} is not a valid year.")
_YEAR_HINT: Final = N_("Write one year with four digits: 2024.")


@rule(
    "article-date-unreal",
    Level.ERROR,
    message=_MESSAGE,
    hint=_HINT,
    mends=True,
)
def article_dates(dates: Dates) -> Iterator[Fault]:
    """The dates on which the article was received, revised and accepted are valid.

    A date has the form YYYY-MM-DD, YYYY-MM or YYYY. The month and the day must exist.

    Source: ISO 8601-1.

    Good:

        received: 2024-02-27
        revised: [2024-04-12]
        accepted: 2024-05

    Bad:

        received: 2024-02-30
        accepted: 30.05.2024
    """
    others = (dates.received, *dates.revised, dates.accepted)
    yield from _unreal("received", dates.received, others)
    for n, revised in enumerate(dates.revised):
        yield from _unreal(("revised", n), revised, others)
    yield from _unreal("accepted", dates.accepted, others)


@rule(
    "publication-date-unreal",
    Level.ERROR,
    message=_MESSAGE,
    hint=_HINT,
    mends=True,
)
def publication_dates(published: Published) -> Iterator[Fault]:
    """The publication dates of an article or issue are valid.

    A date has the form YYYY-MM-DD, YYYY-MM or YYYY. A schema can accept a day that does not exist,
    such as 31 February. This rule reports it.

    Source: ISO 8601-1.

    Good:

        print: 2024-06
        online: 2024-06-30

    Bad:

        print: 2024-06
        online: 2024-06-31
    """
    others = (published.print, published.online)
    yield from _unreal("print", published.print, others)
    yield from _unreal("online", published.online, others)


@rule(
    "license-date-unreal",
    Level.ERROR,
    message=_MESSAGE,
    hint=_HINT,
    mends=True,
)
def license_date(license: License) -> Iterator[Fault]:
    """The start date of a license is valid.

    The date tells readers from which day the license applies.

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
    mends=True,
)
def relation_date(relation: Relation) -> Iterator[Fault]:
    """The date of a correction, retraction or similar notice is valid.

    The date tells readers when the other work was corrected or retracted.

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
    mends=True,
)
def access_date(reference: Reference) -> Iterator[Fault]:
    """The access date of a cited URL is valid.

    The page at the URL can change. The access date tells readers which version was cited.

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
    mends=True,
)
def issue_year(issue: Issue) -> Iterator[Fault]:
    """The year of an issue is one year with four digits.

    If an article and its issue have no publication date, the year of the issue is used as the date.
    A double year such as 2023/2024 is not a date.

    Source: Crossref ``publication_date/year``, DOAJ ``bibjson.year``.

    Good:

        year: "2024"

    Bad:

        year: 2023/2024
    """
    if issue.year and not _is_year(issue.year):
        mends = mended("year", issue.year, certain_year(issue.year))
        yield fault("year", year=issue.year).with_mends(mends)


@rule(
    "copyright-year-form",
    Level.WARNING,
    message=_YEAR_MESSAGE,
    hint=_YEAR_HINT,
    mends=True,
)
def copyright_year(copyright: Copyright) -> Iterator[Fault]:
    """The copyright year is one year with four digits.

    Other words belong in the copyright statement.

    Source: JATS Tag Library 1.3, ``copyright-year``.

    Good:

        year: "2024"
        holder: {kk: Қазақ университеті}

    Bad:

        year: 2024 ж.
        holder: {kk: Қазақ университеті}
    """
    if copyright.year and not _is_year(copyright.year):
        mends = mended("year", copyright.year, certain_year(copyright.year))
        yield fault("year", year=copyright.year).with_mends(mends)


@rule(
    "article-received-order",
    Level.WARNING,
    message="The article was received ({received}) after it was revised or accepted ({later}).",
    hint="Compare both dates with the article, and correct the wrong one.",
)
def received_order(dates: Dates) -> Iterator[Fault]:
    """The article was not received after it was revised or accepted.

    The rule reports only dates that are certainly in the wrong order: 2024-06 is not after
    2024-06-03. jatsx does not correct the dates.

    Source: JATS Tag Library 1.3, ``history``: the dates of a manuscript before publication.

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
    hint="Compare both dates with the article, and correct the wrong one.",
)
def revised_order(dates: Dates) -> Iterator[Fault]:
    """The article was not revised after it was accepted.

    An exception is possible: after a conditional acceptance, the last version comes later.

    Source: JATS Tag Library 1.3, ``history``: the dates of a manuscript before publication.

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
    message="The article was received or accepted ({date}) after it was published ({published}).",
    hint="Compare both dates with the article, and the date of the issue with its cover.",
)
def published_order(article: Article) -> Iterator[Fault]:
    """The article was not received or accepted after it was published.

    An exception is possible: an issue that appears late can have an earlier, nominal date.

    Source: JATS Tag Library 1.3, ``history``: the dates of a manuscript before publication.

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


def _unreal(
    path: str | Path, date: str | None, others: Iterable[str | None] = ()
) -> Iterator[Fault]:
    """The fault of a date that is not valid; ``others`` are the dates beside it."""
    if date and parse_date(date) is None:
        mends = mended(path, date, certain_date(date, others))
        yield fault(path, date=date, example=_year_first(date) or "2024-06-30").with_mends(mends)


def _year_first(date: str) -> str | None:
    """The ISO form of a valid date that was written day first, else None."""
    words = _IN_WORDS.match(date)
    month = month_named(words["month"], ("kk", "ru", "en")) if words else None
    if words and month:
        date = f"{words['day']}.{month}.{words['year']}"
    form = _DAY_FIRST.match(date)
    parsed = parse_date(f"{form[3]}-{int(form[2]):02}-{int(form[1]):02}") if form else None
    return parsed.iso if parsed else None


def _is_year(written: str) -> bool:
    year = parse_date(written)
    return year is not None and year.month is None
