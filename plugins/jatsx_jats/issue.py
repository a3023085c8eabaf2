"""The issue and the article's position in it: from ``volume`` to ``elocation-id``.

Source: JATS Publishing Tag Library, ``issue-id``, ``issue-title-group``, ``fpage``, ``@seq``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Built, Content, FrozenMap, Loss, element, inheritance, is_present, non_blank
from jatsx.model import Article, Issue, Pages
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import bare_doi
from jatsx_jats.languages import main_first
from jatsx_jats.texts import PLAIN, text_element
from jatsx_jats.titles import trans_title_group

SEQ: Final = FrozenMap({"@seq": "/issue.articles"})
"""The field of the article's position in the issue."""


def issue(article: Article) -> Iterator[Content]:
    """The volume and number of the issue, its title, and the article's pages or number."""
    its, place = article.issue, _place(article)
    seq = {"seq": _seq(article, "volume")}
    yield element("volume", seq, its.volume, field="issue.volume", fields=SEQ)
    seq = {"seq": _seq(article, "issue")}
    yield element("issue", seq, its.number, field="issue.number", fields=SEQ)
    yield from _issue_ids(its)
    yield _issue_title_group(article)
    yield element("issue-part", None, its.special, field="issue.special")
    yield element("supplement", None, its.supplement, field="issue.supplement")
    if place == "fpage":
        yield from _pages(article)
    else:
        attributes = {"seq": _seq(article, "elocation-id")}
        number = article.elocation_id
        yield element("elocation-id", attributes, number, field="elocation_id", fields=SEQ)
    yield from _lost(article)


def _issue_ids(its: Issue) -> Iterator[Built]:
    doi = bare_doi(its.doi or "")
    yield element("issue-id", {"pub-id-type": "doi"}, doi, field="issue.doi")
    yield element("issue-id", {"pub-id-type": "uri"}, its.url, field="issue.url")
    whole = its.whole_number
    yield element("issue-id", {"pub-id-type": "whole-number"}, whole, field="issue.whole_number")


def _issue_title_group(article: Article) -> Built:
    """The title of a thematic issue. The DTD allows only plain text in the first title."""
    titles = [
        (tag, title, subpath("issue.title", tag))
        for tag, title in main_first(article.issue.title, article)
    ]
    return element(
        "issue-title-group",
        None,
        [
            text_element("issue-title", title, field, lang=tag, slot=PLAIN)
            for tag, title, field in titles[:1]
        ],
        [
            trans_title_group(tag, field, text_element("trans-title", title, field))
            for tag, title, field in titles[1:]
        ],
        field="issue.title",
    )


def _pages(article: Article) -> Iterator[Built]:
    pages = article.pages
    seq = {"seq": _seq(article, "fpage")}
    yield element("fpage", seq, pages.first, field="pages.first", fields=SEQ)
    yield element("lpage", None, pages.last, field="pages.last")
    yield _page_range(pages)


def _page_range(pages: Pages) -> Built:
    """All pages of an article whose pages are not consecutive: 8-11, 14-19, 40."""
    if not is_present(pages.other):
        return None
    run = "-".join(filter(None, (non_blank(pages.first), non_blank(pages.last))))
    return element("page-range", None, f"{run}, {pages.other}", field="pages.other")


def _place(article: Article) -> str | None:
    """The element with the pages or the article number. Only one of them is allowed."""
    if is_present(article.pages.first):
        return "fpage"
    return "elocation-id" if is_present(article.elocation_id) else None


def _seq(article: Article, tag: str) -> str | None:
    """The article's position in the issue, if the element carries it."""
    position = inheritance.position(article)
    return str(position) if position and tag == _seq_carrier(article) else None


def _seq_carrier(article: Article) -> str | None:
    issue = {"issue": article.issue.number, "volume": article.issue.volume}
    return _place(article) or next((tag for tag, text in issue.items() if is_present(text)), None)


def _lost(article: Article) -> Iterator[Loss]:
    """The losses of values that ``article-meta`` does not allow."""
    pages, place = article.pages, _place(article)
    if place == "fpage" and is_present(article.elocation_id):
        yield Loss("elocation_id", "pages-or-elocation-id")
    for name in ("last", "other"):
        if place != "fpage" and is_present(getattr(pages, name)):
            yield Loss(subpath("pages", name), "pages-without-first")
    if inheritance.position(article) and _seq_carrier(article) is None:
        yield Loss("issue.articles", "seq-without-element")
