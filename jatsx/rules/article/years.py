"""Rules that compare the years of an issue and of its articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Article, Issue, Published
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule
from jatsx.standards.dates import parse_date

LATE: Final = 1
"""How many years later than its own year an issue can appear."""

EARLY: Final = 3
"""How many years before its issue an article can appear online."""


@rule(
    "issue-year-differs",
    Level.WARNING,
    message="The issue is of {year}, but it was published in {published}.",
    hint="Compare both with the cover of the issue, and correct the wrong one.",
)
def issue_year(issue: Issue) -> Iterator[Fault]:
    """The year of an issue is the year in which it was published, or the year before.

    An issue can appear in the first months of the next year. A greater difference is usually an
    error. Different years of one issue make its citations differ. If an old issue was put online
    later, write its print date too: only the earlier date is compared.

    Source: Crossref ``journal_issue/publication_date``; the cover of the issue.

    Good:

        year: "2024"
        published: {print: 2025-01}

    Bad:

        year: "2014"
        published: {online: 2016-02-11}
    """
    year, published = _year(issue.year), _first_year(issue.published)
    if year is None or published is None or 0 <= published[1] - year <= LATE:
        return
    path, written = published
    yield fault(("published", path), year=str(year), published=str(written))


@rule(
    "article-year-differs",
    Level.WARNING,
    message="The article was published in {published}, but its issue is of {year}.",
    hint="Compare both dates with the article and the cover, and correct the wrong one.",
)
def article_year(article: Article) -> Iterator[Fault]:
    """An article is published in the year of its issue, a few years before it, or a year after.

    An article can appear online up to three years before its issue. Any other difference is usually
    an error. If an old article was put online later, write its print date too: only the earlier
    date is compared.

    Source: JATS4R, Article publication and history dates; Crossref ``publication_date``.

    Good:

        dates: {published: {online: 2023-12-28}}
        issue: {year: "2024"}

    Bad:

        dates: {published: {online: 2035-01-01}}
        issue: {year: "2024"}
    """
    published = _first_year(article.dates.published)
    of_issue = _first_year(article.issue.published)
    years = [one for one in (_year(article.issue.year), of_issue and of_issue[1]) if one]
    if published is None or not years:
        return
    path, written = published
    if written > max(years) + LATE or written < min(years) - EARLY:
        params = {"year": str(years[0]), "published": str(written)}
        yield fault(("dates", "published", path), **params)


def _year(written: str | None) -> int | None:
    date = parse_date(written)
    return date.year if date else None


def _first_year(published: Published) -> tuple[str, int] | None:
    """The medium and the year of the earlier publication date; None if there is no valid date."""
    years = [
        (date.year, medium)
        for medium in ("print", "online")
        if (date := parse_date(getattr(published, medium)))
    ]
    if not years:
        return None
    year, medium = min(years)
    return medium, year
