"""Identifiers, dates, pages, subject codes, funding, and what is printed about the issue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from benchmarks.draft.compared import Compared, compared
from benchmarks.draft.comparison import letters
from benchmarks.draft.gold import GoldArticle, by_language
from jatsx import Article

_AWARD_SIGN = re.compile(r"\A(?:№|#|No\.?)\s*")


def facts(gold: GoldArticle, article: Article) -> Iterator[Compared | None]:
    """The facts of an article and of its issue."""
    yield compared("doi", article.doi, _one(gold.data.get("doi")), "doi")
    yield from _dates(gold, article)
    first = (gold.data.get("pages") or {}).get("first")
    yield compared("first page", article.pages.first, _one(first), "pages.first")
    yield from _subjects(gold, article)
    yield from _funding(gold, article)
    yield from _issue(gold, article)


def _dates(gold: GoldArticle, article: Article) -> Iterator[Compared | None]:
    printed = gold.data.get("dates") or {}
    for field in ("received", "revised", "accepted"):
        dates = printed.get(field) or []
        right = [str(one["date"]) for one in (dates if isinstance(dates, list) else [dates])]
        value = getattr(article.dates, field)
        got = list(value) if isinstance(value, tuple) else _one(value)
        for n in range(max(len(right), len(got))):
            path = f"dates.{field}[{n}]" if field == "revised" else f"dates.{field}"
            yield compared(field, *_at(got, right, n), path)


def _subjects(gold: GoldArticle, article: Article) -> Iterator[Compared | None]:
    right = [f"{one['scheme']} {one['code']}" for one in gold.data.get("subject_codes") or ()]
    got = [f"{one.scheme} {one.code}" for one in article.subject_codes]
    for n in range(max(len(right), len(got))):
        yield compared("subject code", *_at(got, right, n), f"subject_codes[{n}]")


def _funding(gold: GoldArticle, article: Article) -> Iterator[Compared | None]:
    right = gold.data.get("funding") or []
    for n in range(max(len(right), len(article.funding))):
        one = right[n] if n < len(right) else {}
        got = article.funding[n] if n < len(article.funding) else None
        path = f"funding[{n}]"
        awards = [
            _AWARD_SIGN.sub("", str(one[key]))
            for key in ("award", "award_normalised")
            if one.get(key)
        ]
        number = got.awards[0].number if got and got.awards else None
        yield compared("award", number, awards, f"{path}.awards[0].number")
        statements = by_language(one.get("statement"))
        drafted = {language: text.plain for language, text in got.statement.items()} if got else {}
        for language in sorted({*statements, *drafted}):
            yield compared(
                "funding statement",
                drafted.get(language),
                _one(statements.get(language)),
                f"{path}.statement.{language}",
                language=language,
            )
        funder = one.get("funder")
        named = {"en": funder} if isinstance(funder, str) else by_language(funder)
        funders = got.funder if got else {}
        for language in sorted({*named, *funders}):
            yield compared(
                "funder",
                funders.get(language),
                _one(named.get(language)),
                f"{path}.funder.{language}",
                language=language,
            )


def _issue(gold: GoldArticle, article: Article) -> Iterator[Compared | None]:
    issue, journal = article.issue, article.issue.journal
    if "year_derived" not in gold.issue:
        yield compared("issue year", issue.year, _one(gold.issue.get("year")), "issue.year")
        yield compared("issue number", issue.number, _one(gold.issue.get("number")), "issue.number")
    whole = gold.issue.get("continuous_number") or gold.issue.get("whole_number")
    yield compared("whole number", issue.whole_number, _one(whole), "issue.whole_number")
    issn = gold.journal.get("issn") or {}
    yield compared("ISSN", journal.issn.print, _one(issn.get("print")), "issue.journal.issn.print")
    online = issn.get("electronic") or issn.get("online")
    yield compared("ISSN", journal.issn.electronic, _one(online), "issue.journal.issn.electronic")


def _at(got: list[str], right: list[str], n: int) -> tuple[str | None, list[str]]:
    return (got[n] if n < len(got) else None), right[n : n + 1]


def _one(value: Any) -> list[str]:
    return [] if value is None or not letters(str(value)) else [str(value)]
