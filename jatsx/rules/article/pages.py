"""Rules on pages."""

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
    Level.WARNING,
    message="The first page is a range of pages: {pages}.",
    hint="Write `first: {first}` and `last: {last}`.",
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
    found = _RANGE.match((pages.first or "").strip())
    if found:
        yield fault("first", pages=str(pages.first), first=found[1], last=found[2])


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


def page_number(page: str | None) -> tuple[str, int] | None:
    """``arabic`` or ``roman``, and the value of a page number; None for any other page number."""
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
