"""The issue, and the article's place in it: from ``volume`` to ``elocation-id``.

Source: JATS Publishing Tag Library, ``issue-id``, ``issue-title-group``, ``fpage``, ``@seq``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Element, FrozenMap, el, inheritance
from jatsx.documents.build import Inside, Lost, Pieces, at, wrapped
from jatsx.model import Article, Issue, Pages
from jatsx.standards.identifiers import bare_doi
from jatsx_jats.said import main_first, said
from jatsx_jats.texts import PLAIN, worded
from jatsx_jats.titles import trans_title_group

SEQ: Final = FrozenMap({"@seq": "/issue.articles"})
"""The field of the article's position in the issue."""


def issue(article: Article) -> Iterator[Inside]:
    """What the issue is called, and where in it the article stands."""
    its, place = article.issue, _place(article)
    yield el("volume", None, its.volume, of="issue.volume")
    seq = {"seq": _seq(article, "issue")}
    yield el("issue", seq, its.number, of="issue.number", fields=SEQ)
    yield from _issue_ids(its)
    yield _issue_title_group(article)
    yield el("issue-part", None, its.special, of="issue.special")
    yield el("supplement", None, its.supplement, of="issue.supplement")
    if place == "fpage":
        yield from _pages(article)
    else:
        attributes = {"seq": _seq(article, "elocation-id")}
        number = article.elocation_id
        yield el("elocation-id", attributes, number, of="elocation_id", fields=SEQ)
    yield from _lost(article)


def _issue_ids(its: Issue) -> Iterator[Element | None]:
    doi = bare_doi(its.doi or "")
    yield el("issue-id", {"pub-id-type": "doi"}, doi, of="issue.doi")
    whole = its.whole_number
    yield el("issue-id", {"pub-id-type": "whole-number"}, whole, of="issue.whole_number")


def _issue_title_group(article: Article) -> Pieces:
    """The title of a thematic issue; the DTD gives the first one plain text."""
    titles = [
        (tag, title, at("issue.title", tag))
        for tag, title in main_first(article.issue.title, article)
    ]
    return wrapped(
        "issue-title-group",
        None,
        [worded("issue-title", title, of, lang=tag, slot=PLAIN) for tag, title, of in titles[:1]],
        [
            trans_title_group(tag, of, worded("trans-title", title, of))
            for tag, title, of in titles[1:]
        ],
        of="issue.title",
    )


def _pages(article: Article) -> Iterator[Element | None]:
    pages = article.pages
    seq = {"seq": _seq(article, "fpage")}
    yield el("fpage", seq, pages.first, of="pages.first", fields=SEQ)
    yield el("lpage", None, pages.last, of="pages.last")
    yield _page_range(pages)


def _page_range(pages: Pages) -> Element | None:
    """All pages of an article that isn't printed in one piece: 8-11, 14-19, 40."""
    if said(pages.other) is None:
        return None
    run = "-".join(filter(None, (said(pages.first), said(pages.last))))
    return el("page-range", None, f"{run}, {pages.other}", of="pages.other")


def _place(article: Article) -> str | None:
    """The element that says where the article stands: pages exclude an article number."""
    if said(article.pages.first):
        return "fpage"
    return "elocation-id" if said(article.elocation_id) else None


def _seq(article: Article, tag: str) -> str | None:
    """The article's position in the issue, on the element that carries it."""
    position = inheritance.position(article)
    return str(position) if position and tag == _seq_carrier(article) else None


def _seq_carrier(article: Article) -> str | None:
    return _place(article) or ("issue" if said(article.issue.number) else None)


def _lost(article: Article) -> Iterator[Lost]:
    """What ``article-meta`` has no element for, or none beside another."""
    pages, place = article.pages, _place(article)
    if said(article.issue.url):
        yield Lost("issue.url", "article-meta has no element for the issue's address")
    if place == "fpage" and said(article.elocation_id):
        yield Lost("elocation_id", "article-meta takes pages or an article number, not both")
    for name in ("last", "other"):
        if place != "fpage" and said(getattr(pages, name)):
            yield Lost(at("pages", name), "lpage and page-range follow an fpage")
    if inheritance.position(article) and _seq_carrier(article) is None:
        yield Lost(
            "issue.articles",
            "the order is @seq of fpage, elocation-id or issue, and there is none of them",
        )
