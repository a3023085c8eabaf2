"""Pages, which OJS keeps as one line: ``5–17, 20``.

Commas or semicolons part ranges, and a dash the ends of a range, as in OJS itself (pkp-lib,
``PKPPublication::getPageArray``); the word for page before them is left out. A page is a number,
Roman or not, or one with letters (``S12``, ``12а``). What is nothing of the kind isn't read.
"""

from __future__ import annotations

import re

from jatsx.model import Pages
from jatsx_ojs.notes import ReaderNotes
from jatsx_ojs.tree import XmlNode

_PAGE = r"(?:[^\W\d_]{0,4}\d+[^\W\d_]{0,2}|[ivxlcdmIVXLCDM]+)"
_RANGE = re.compile(rf"({_PAGE})(?:\s*(?:--|[-‐‑‒–—−])\s*({_PAGE}))?\s*\Z")
_WORD = re.compile(
    r"(?:(?:pp?|pages?|p[aá]gs?|[cс]|стр|бб?|бет)\b[.:]?|s\.)\s*(?=[\divxlcdm])", re.IGNORECASE
)
_ARTICLE_NUMBER = re.compile(r"e\d+\Z", re.IGNORECASE)


def pages(publication: XmlNode, notes: ReaderNotes) -> Pages:
    """The pages of the article; where they can't be told, none, and they stay unread."""
    element = publication.take("pages")
    if element is None:
        return Pages()
    written = element.take_line() or ""
    word = _WORD.match(written)
    first_range, *others = re.split("[,;]", written[word.end() if word else 0 :], maxsplit=1)
    ends = _RANGE.match(first_range.strip())
    if ends is None:
        element.leave()
        return Pages()
    notes.stands(("pages",), element)
    if _ARTICLE_NUMBER.match(ends[1]) and ends[2] is None:
        notes.warn("ojs-pages-article-number", ("elocation_id",), element, pages=ends[1])
    return Pages(first=ends[1], last=ends[2], other="".join(others).strip() or None)
