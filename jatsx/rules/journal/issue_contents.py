"""Rules that compare the articles of an issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import ContentsEntry, IssueContents, Pages
from jatsx.rules.article.page_numbers import page_number
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule


@rule(
    "pages-range-overlap",
    Level.WARNING,
    message="The pages {pages} overlap with the pages {others} of the article {other}.",
    hint="Compare the pages of both articles with the printed issue.",
)
def pages_overlap(contents: IssueContents) -> Iterator[Fault]:
    """The pages of two articles of an issue do not overlap.

    An article may start on the page on which another article ends. The rule compares pages in
    digits and pages in Roman numerals. The order of other page numbers (S12) is not known. If
    several articles start on page 1, their pages are numbered separately, and these articles are
    not compared.

    Source: Crossref documentation, "Conflict report": works of one journal, volume and first page.

    Good:

        - {id: "01", pages: {first: "7", last: "17"}}
        - {id: "02", pages: {first: "17", last: "27"}}

    Bad:

        - {id: "01", pages: {first: "7", last: "18"}}
        - {id: "02", pages: {first: "17", last: "27"}}
    """
    last: dict[str, tuple[int, ContentsEntry]] = {}
    ranges = sorted(_ranges(contents), key=lambda one: one[:3])
    from_one = Counter(kind for kind, first, _, _ in ranges if first == 1)
    for kind, first, end, entry in ranges:
        if first == 1 and from_one[kind] > 1:
            continue
        before = last.get(kind)
        if before and first < before[0]:
            yield fault(
                ("pages", "first"),
                article=entry.id,
                pages=_shown(entry.pages),
                other=before[1].id,
                others=_shown(before[1].pages),
            )
        if before is None or end > before[0]:
            last[kind] = end, entry


def _ranges(contents: IssueContents) -> Iterator[tuple[str, int, int, ContentsEntry]]:
    for entry in contents.entries:
        first, last = page_number(entry.pages.first), page_number(entry.pages.last)
        if first and last and first[0] == last[0] and first[1] <= last[1]:
            yield first[0], first[1], last[1], entry


def _shown(pages: Pages) -> str:
    return f"{pages.first}–{pages.last}"
