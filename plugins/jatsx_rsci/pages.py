"""Pages in the form of RSCI: ``7-8``, or several ranges separated by commas, ``7-8, 27``.

Each page has only digits or only letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from jatsx import Loss, non_blank, stripped

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Pages

_DASH: Final = re.compile(r"\s*[-–—−]\s*")
_COMMA: Final = re.compile(r"\s*[,;]\s*")
_LETTERS: Final = r"[^\W\d_]+"
_RANGE: Final = rf"(?:[0-9]+(?:-[0-9]+)?|{_LETTERS}(?:-{_LETTERS})?)"
_PAGES: Final = re.compile(rf"{_RANGE}(?:, {_RANGE})*\Z")
_NUMBER: Final = re.compile(r"[0-9]{1,9}\Z")


def is_pages(written: str) -> bool:
    """Whether a string has the form of pages.

    >>> [is_pages(pages) for pages in ("7-8, 27", "iv-x", "S1-S8", "7–8", "")]
    [True, True, False, False, False]
    """
    return _PAGES.match(written) is not None


def pages_text(pages: Pages) -> str | None:
    """All pages of an article: from the first to the last, then the others."""
    first, last = stripped(pages.first), stripped(pages.last)
    run = "-".join(part for part in (first, last) if part)
    parts = (run if first else None, stripped(pages.other))
    written = ", ".join(part for part in parts if part)
    return _COMMA.sub(", ", _DASH.sub("-", written)) or None


def article_pages(article: Article) -> tuple[str, str] | None:
    """The value of ``pages`` and its field; None if the article has no valid pages or number.

    RSCI has no element for article numbers of journals without pages. A number in digits is written
    as a page.
    """
    candidates = (
        (pages_text(article.pages), "pages"),
        (stripped(article.elocation_id), "elocation_id"),
    )
    return next(((text, field) for text, field in candidates if text and is_pages(text)), None)


def page_losses(article: Article) -> Iterator[Loss]:
    """The losses of pages and article numbers."""
    chosen = article_pages(article)
    field = chosen[1] if chosen else None
    if pages_text(article.pages) and field != "pages":
        yield Loss("pages", "pages-form")
    elif non_blank(article.pages.last) and not non_blank(article.pages.first):
        yield Loss("pages.last", "first-page-missing", {"element": "pages"})
    if non_blank(article.elocation_id) and field == "pages":
        yield Loss("elocation_id", "no-article-number")
    elif non_blank(article.elocation_id) and field is None:
        yield Loss("elocation_id", "pages-form")


def issue_pages(articles: Iterable[Pages]) -> str | None:
    """From the first page of an issue's articles to the last, if all are in digits.

    Source: eLIBRARY's explanations require it for online journals.
    """
    written = [page for pages in articles for page in (pages.first, pages.last) if non_blank(page)]
    if not written or not all(_NUMBER.match(page or "") for page in written):
        return None
    ordered = sorted(written, key=lambda page: int(page or ""))
    return f"{ordered[0]}-{ordered[-1]}"
