"""Rules on pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level, Mend
from jatsx.findings.translation import N_
from jatsx.model import Article, Pages
from jatsx.rules.article.page_numbers import (
    certain_pages,
    is_page,
    is_page_list,
    is_page_range,
    page_number,
    pages_in,
)
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, mended, rule

UNKNOWN: Final = ("XX", "xx")
"""What is typed instead of the first and the last page if they are not known yet."""

_NUMBER: Final = N_("“{written}” is not the number of a page.")
_HINTS: Final = (
    N_("Write `first: {first}`, `last: {last}` and `other: {other}`."),
    N_("Write `first: {first}` and `other: {other}`."),
    N_("Write `first: {first}` and `last: {last}`."),
    N_("Write `first: {first}`."),
    N_("Write `last: {last}`."),
    N_("Write `other: {other}`."),
    N_(
        "Write only the number, without words: `first: 5` and `last: 17`. Roman numerals (xii) and"
        " numbers with Latin letters (S5, e1019) are possible. Leave out what is not known."
    ),
)


@rule(
    "pages-first-missing",
    Level.ERROR,
    message="The article has a last page ({last}) but no first page.",
    hint="Add the first page under `first`. If the article has only one page, write it there.",
)
def first_missing(pages: Pages) -> Iterator[Fault]:
    """If the article has a last page, it also has a first page.

    If only the last page is given, it is often the only page and belongs in the field ``first``.

    Source: Crossref ``pages``: ``first_page`` is required; JATS: ``lpage`` follows ``fpage``.

    Good:

        first: "19"
        last: "31"

    Bad:

        last: "31"
    """
    if pages.last and not pages.first:
        yield fault("first", last=pages.last)


@rule(
    "pages-first-range",
    Level.ERROR,
    message="The first page is a range of pages: {pages}.",
    hint="Write `first: {first}` and `last: {last}`.",
    mends=True,
)
def first_range(pages: Pages) -> Iterator[Fault]:
    """The first page is one page, not a range.

    The last page belongs in the field ``last``. Registries would read 18–27 as the number of one
    page.

    Source: Crossref ``first_page``, ``last_page``; JATS ``fpage``, ``lpage``.

    Good:

        first: "18"
        last: "27"

    Bad:

        first: 18–27
    """
    text = (pages.first or "").strip()
    found = pages_in(text) if is_page_range(text) else None
    if found and found.last:
        mends = mends_of_range(("first", pages.first), ("last", pages.last))
        params = {"pages": str(pages.first), "first": found.first, "last": found.last}
        yield fault("first", **params).with_mends(mends)


@rule(
    "pages-number-form",
    Level.ERROR,
    message=_NUMBER,
    hint=_HINTS,
    mends=True,
)
def number_form(pages: Pages) -> Iterator[Fault]:
    """The first and the last page are page numbers, and other pages are numbers or ranges.

    Words (с., стр., pp., б., бет), a dash without a second page, and lists do not belong in the
    fields ``first`` and ``last``. Registries would take them for a part of the number, and no
    citation would match it. Numbers in digits, Roman numerals and numbers with letters (S5, e1019,
    12а) are accepted. A range in the field ``first`` is reported by ``pages-first-range``.

    Source: Crossref ``first_page``, ``last_page``; JATS ``fpage``, ``lpage``, ``page-range``.

    Good:

        first: "5"
        last: "17"
        other: 20, 22–23

    Bad:

        first: стр. 5-17
    """
    first, last, other = ((one or "").strip() for one in (pages.first, pages.last, pages.other))
    if first == last and first in UNKNOWN:
        yield fault("first", written=first)
    if first and not is_page(first) and not is_page_range(first):
        mends = mends_of_range(("first", pages.first), ("last", pages.last))
        yield fault("first", written=first, **_meant("first", first)).with_mends(mends)
    if last and not is_page(last):
        mends = mended("last", pages.last, _certain_last(last, first))
        yield fault("last", written=last, **_meant("last", last)).with_mends(mends)
    if other and not is_page_list(other):
        yield fault("other", written=other, **_meant("other", other))


@rule(
    "pages-last-order",
    Level.WARNING,
    message="The last page ({last}) is before the first page ({first}).",
    hint="Write both page numbers in full: 107 and 117, not 107 and 17.",
)
def last_order(pages: Pages) -> Iterator[Fault]:
    """The last page is not before the first page.

    The rule compares two page numbers in digits, or two Roman numerals. The order of other page
    numbers (S12, 12а) is not known. The pages are exported as written, so a shortened last page
    (107–17) is also reported.

    Source: JATS Tag Library 1.3, ``lpage``: the page on which the article ends.

    Good:

        first: "107"
        last: "117"

    Bad:

        first: "107"
        last: "17"
    """
    first, last = page_number(pages.first), page_number(pages.last)
    if first is None or last is None or first[0] != last[0]:
        return
    if last[1] < first[1]:
        yield fault("last", first=str(pages.first), last=str(pages.last))


@rule(
    "article-pages-elocation",
    Level.WARNING,
    message="The article has both pages and an article number ({elocation_id}).",
    hint="Keep only the one that the journal prints. Most formats include only one of them.",
)
def elocation(article: Article) -> Iterator[Fault]:
    """An article has either pages or an article number, not both.

    Most formats allow only one of them. The other is not included in the document.

    Source: JATS Tag Library 1.3, ``elocation-id``: used instead of ``fpage``.

    Good:

        pages: {first: "19", last: "31"}

    Bad:

        pages: {first: "19", last: "31"}
        elocation_id: e1019
    """
    if article.elocation_id and (article.pages.first or article.pages.last):
        yield fault("elocation_id", elocation_id=article.elocation_id)


def mends_of_range(first: tuple[str, str | None], last: tuple[str, str | None]) -> tuple[Mend, ...]:
    """The mends of the fields of the first and the last page, if the first one holds a range.

    Args:
        first: the path and the value of the first page.
        last: the path and the value of the last page.
    """
    found = certain_pages(first[1] or "")
    written = (last[1] or "").strip()
    if found is None or (written and written != (found[1] or written)):
        return ()
    return (
        *mended(first[0], first[1], found[0]),
        *(() if written else mended(last[0], last[1], found[1])),
    )


def _certain_last(last: str, first: str) -> str | None:
    """The last page in a text, which may repeat the first page before a dash."""
    found = certain_pages(last)
    if found is None or (found[1] and found[0] != first):
        return None
    return found[1] or found[0]


def _meant(field: str, text: str) -> dict[str, str]:
    """What a field seems to mean, as params of a hint; empty if that is not clear."""
    found = pages_in(text)
    if found is None:
        return {}
    if field == "last":
        return {"last": found.last or found.first}
    if field == "other":
        run = "–".join(filter(None, (found.first, found.last)))
        return {"other": ", ".join(filter(None, (run, found.other)))}
    named = {"first": found.first, "last": found.last, "other": found.other}
    return {name: value for name, value in named.items() if value}
