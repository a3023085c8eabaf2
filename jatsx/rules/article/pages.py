"""What is asked of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Article, Pages
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule

_RANGE = re.compile(r"([0-9]{1,18})\s*[-–—]\s*([0-9]{1,18})\Z")
_ARABIC = re.compile(r"[0-9]{1,18}\Z")
_ROMAN = re.compile(
    r"(?=[ivxlcdm])m{0,9}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z", re.IGNORECASE
)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@rule(
    "pages-first-missing",
    Level.ERROR,
    message="There is a last page, {last}, but no first page.",
    hint="Add the first page; for an article of one page, write that page as the first.",
)
def first_missing(pages: Pages) -> Iterator[Fault]:
    """A last page has a first one before it.

    A last page alone is mostly the only one, put into the wrong field.

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
    Level.WARNING,
    message="Two pages, {pages}, stand under the first.",
    hint="Write first: {first} and last: {last}.",
)
def first_range(pages: Pages) -> Iterator[Fault]:
    """The first page is one page; the last stands under last.

    Registries would take 18–27 for the name of a page.

    Source: Crossref ``first_page``, ``last_page``; JATS ``fpage``, ``lpage``.

    Good:

        first: "18"
        last: "27"

    Bad:

        first: 18–27
    """
    found = _RANGE.match((pages.first or "").strip())
    if found:
        yield fault("first", pages=str(pages.first), first=found[1], last=found[2])


@rule(
    "pages-last-order",
    Level.WARNING,
    message="The last page, {last}, comes before the first, {first}.",
    hint="Write both in full: 107 and 117, not 107 and 17.",
)
def last_order(pages: Pages) -> Iterator[Fault]:
    """The last page doesn't come before the first.

    Asked of page numbers in plain digits, or both Roman; others (S12, 12а) have no order that we
    know. A shortened last page (107–17) is a fault: registries take it as printed.

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
    message="The article has both pages and an article number, {elocation_id}.",
    hint="Keep the one that the journal prints: most registries take only one.",
)
def elocation(article: Article) -> Iterator[Fault]:
    """An article has pages or an article number.

    Most registries take one of them, and the other is lost.

    Source: JATS Tag Library 1.3, ``elocation-id``: it stands instead of ``fpage``.

    Good:

        pages: {first: "19", last: "31"}

    Bad:

        pages: {first: "19", last: "31"}
        elocation_id: e1019
    """
    if article.elocation_id and (article.pages.first or article.pages.last):
        yield fault("elocation_id", elocation_id=article.elocation_id)


def page_number(page: str | None) -> tuple[str, int] | None:
    """The kind and value of a page number, None where it is neither plain nor Roman."""
    if page and _ARABIC.match(page):
        return "arabic", int(page)
    if page and _ROMAN.match(page):
        return "roman", _roman(page.lower())
    return None


def _roman(number: str) -> int:
    digits = [_ROMAN_DIGITS[letter] for letter in number]
    following = [*digits[1:], 0]
    return sum(
        -digit if digit < after else digit for digit, after in zip(digits, following, strict=True)
    )
