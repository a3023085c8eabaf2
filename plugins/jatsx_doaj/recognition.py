"""Which of DOAJ's formats a file has: article JSON, or the XML of its upload form or of OAI-PMH."""

from __future__ import annotations

import re
from typing import Final

from jatsx import ForeignFormat

_KEY: Final = re.compile(rb'"bibjson"\s*:')
_PROLOG: Final = r"(?>(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>)*)"
_RECORDS: Final = re.compile(
    rf"\ufeff?{_PROLOG}<records\b(?P<attributes>[^>]*)>{_PROLOG}<record\b[^>]*>{_PROLOG}"
    r"<(?P<first>[\w:.-]+)",
    re.DOTALL,
)
_OAI: Final = re.compile(rf"\ufeff?{_PROLOG}<(?:[\w.-]+:)?doajArticle\b[^>]*doaj\.org", re.DOTALL)
_FIRST: Final = (
    *("language", "publisher", "journalTitle", "issn", "eissn", "publicationDate"),
    *("volume", "issue", "startPage", "doi", "title", "authors", "publisherRecordId"),
)
"""The elements that a record of DOAJ's XML may begin with. Source: doajArticles.xsd."""


def recognises(head: bytes) -> str | ForeignFormat | None:
    """The version of DOAJ's JSON, which is empty; what DOAJ's XML is called; None for others."""
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"[")):
        return "" if _KEY.search(head) else None
    text = _decoded(head)
    if _OAI.match(text):
        return ForeignFormat("DOAJ record of OAI-PMH (XML)")
    records = _RECORDS.match(text)
    if records and ("doaj" in records["attributes"].lower() or records["first"] in _FIRST):
        return ForeignFormat("DOAJ article XML")
    return None


def _decoded(head: bytes) -> str:
    """The text; its ASCII characters are correct in every encoding."""
    is_utf_16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return head.decode("utf-16" if is_utf_16 else "latin-1", "ignore").removeprefix("ï»¿")
