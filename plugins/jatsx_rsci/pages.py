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

_DASH: Final = re.compile("[-–—−]")
_COMMA: Final = re.compile("[,;]")
_LETTERS: Final = r"[^\W\d_]+"
_RANGE: Final = rf"(?:[0-9]+(?:-[0-9]+)?|{_LETTERS}(?:-{_LETTERS})?)"
_PAGES: Final = re.compile(rf"{_RANGE}(?:, {_RANGE})*\Z")
_ARTICLE_NUMBER: Final = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\Z")
_NUMBER: Final = re.compile(r"[0-9]{1,9}\Z")


def is_pages(written: str) -> bool:
    """Whether a string has the form of pages.

    >>> [is_pages(pages) for pages in ("7-8, 27", "iv-x", "S1-S8", "7–8", "")]
    [True, True, False, False, False]
    """
    return _PAGES.match(written) is not None


def is_article_number(written: str) -> bool:
    """Whether a text is the number of an article, in digits and letters: ``e7``, ``A12.3``."""
    return _ARTICLE_NUMBER.match(written) is not None


def pages_text(pages: Pages) -> str | None:
    """All pages of an article: from the first to the last, then the others."""
    first, last = stripped(pages.first), stripped(pages.last)
    run = "-".join(part for part in (first, last) if part)
    parts = (run if first else None, stripped(pages.other))
    written = ", ".join(part for part in parts if part)
    return _joined(", ", _COMMA, _joined("-", _DASH, written)) or None


def _joined(sign: str, signs: re.Pattern[str], written: str) -> str:
    """A text with each of these signs, and the spaces around it, replaced by one sign."""
    return sign.join(part.strip() for part in signs.split(written))


def article_pages(article: Article) -> tuple[str, str] | None:
    """The value of ``pages`` and its field; None if the article has no valid pages or number.

    RSCI has no element for article numbers of journals without pages, and no rule on them. Such a
    number is written as a page.
    """
    pages, number = pages_text(article.pages), stripped(article.elocation_id) or ""
    if pages and is_pages(pages):
        return pages, "pages"
    is_written = is_pages(number) or (not pages and is_article_number(number))
    return (number, "elocation_id") if is_written else None


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
    """From the first page of an issue's articles to the last; None if they are not known.

    They are known if all are in digits, and no last page is before the first (107 and 17).

    Source: eLIBRARY's explanations require it for online journals.
    """
    ends = ((stripped(one.first), stripped(one.last)) for one in articles)
    ranges = [(first, last or first) for first, last in ends if first or last]
    if not ranges or not all(_are_in_order(*one) for one in ranges):
        return None
    first = min((one or "" for one, _ in ranges), key=int)
    last = max((one or "" for _, one in ranges), key=int)
    return f"{first}-{last}"


def _are_in_order(first: str | None, last: str | None) -> bool:
    """Whether two pages are in digits, and the last one is not before the first."""
    are_numbers = _NUMBER.match(first or "") and _NUMBER.match(last or "")
    return bool(are_numbers) and int(first or "") <= int(last or "")
