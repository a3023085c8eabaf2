"""Pages, which are one line in OJS: ``5–17, 20``.

Ranges are separated by commas or semicolons, and the ends of a range by a dash, as in OJS (pkp-lib,
``PKPPublication::getPageArray``). A word for page before them is omitted. A page is an Arabic or
Roman number, or a number with letters (``S12``, ``12а``). Other values are not read.
"""

from __future__ import annotations

import re

from jatsx.model import Pages
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.tree import XmlNode

_PAGE = r"(?:[^\W\d_]{0,4}\d+[^\W\d_]{0,2}|[ivxlcdmIVXLCDM]+)"
_RANGE = re.compile(rf"({_PAGE})(?:\s*(?:--|[-‐‑‒–—−])\s*({_PAGE}))?\s*\Z")
_WORD = re.compile(
    r"(?:(?:pp?|pages?|p[aá]gs?|[cс]|стр|бб?|бет)\b[.:]?|s\.)\s*(?=[\divxlcdm])", re.IGNORECASE
)
_ARTICLE_NUMBER = re.compile(r"e\d+\Z", re.IGNORECASE)


def pages(publication: XmlNode, notes: OjsNotes) -> Pages:
    """The pages of the article. Pages in an unknown form are reported as unread."""
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
    notes.record(("pages",), element)
    if _ARTICLE_NUMBER.match(ends[1]) and ends[2] is None:
        notes.warn("ojs-pages-article-number", ("elocation_id",), element, pages=ends[1])
    return Pages(first=ends[1], last=ends[2], other="".join(others).strip() or None)
