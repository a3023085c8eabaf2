"""Values that are not printed. A rule may derive them; no threshold holds for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.draft.compared import Compared, compared
from benchmarks.draft.gold import GoldArticle
from jatsx import Article


def derived(gold: GoldArticle, article: Article) -> Iterator[Compared | None]:
    """The derived values."""
    yield compared(
        "last page",
        article.pages.last,
        _one((gold.data.get("pages") or {}).get("last")),
        "pages.last",
    )
    published = ((gold.data.get("dates") or {}).get("published") or {}).get("date")
    own, issue = article.dates.published, article.issue.published
    date = own.print or own.online or issue.print or issue.online
    path = "dates.published.print" if own else "issue.published.print"
    yield compared("published", date, _one(published), path)
    yield compared("type", article.type, _one(gold.data.get("article_type")), "type")
    yield compared("language", article.language, _one(gold.data.get("language")), "language")
    yield from _countries(gold, article)
    for field, name in (("year", "issue year"), ("number", "issue number")):
        value = gold.issue.get(f"{field}_derived")
        if value:
            yield compared(
                name, getattr(article.issue, field), _one(value["value"]), f"issue.{field}"
            )


def _countries(gold: GoldArticle, article: Article) -> Iterator[Compared | None]:
    by_id = {one.id: (position, one) for position, one in enumerate(article.affiliations)}
    contributors = [one for one in article.contributors if one.kind == "author"]
    for author, got in zip(gold.data.get("authors") or (), contributors, strict=False):
        ids = [one for one in got.affiliations if one in by_id]
        for right, own in zip(author.get("affiliations") or (), ids, strict=False):
            if right.get("country_code"):
                position, found = by_id[own]
                yield compared(
                    "country code",
                    found.country,
                    _one(right["country_code"]),
                    f"affiliations[{position}].country",
                )


def _one(value: Any) -> list[str]:
    return [] if value is None else [str(value)]
