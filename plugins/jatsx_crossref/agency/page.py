"""The page that answers a file sent to the queue. Its status is 200 for a wrong password, too."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from jatsx import AnswerNotUnderstood, HttpAnswer, RequestRefused
from jatsx_crossref.agency.credentials import refused

MOST_CHARACTERS: Final = 500
"""The maximum length of the text of a page in a message."""

_HEADING = re.compile(r"<h2>\s*(SUCCESS|FAILURE)\s*</h2>", re.IGNORECASE)
_LOGIN = re.compile(r"password|log\s?in|sign\s?in|credential", re.IGNORECASE)
_HEAD = re.compile(r"<head\b.*?</head>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def verify_success(answer: HttpAnswer) -> None:
    """Verifies that a file was received.

    Raises:
        RequestRefused: it is refused, or the page asks for a password.
        AnswerNotUnderstood: the page says neither.
    """
    page = answer.text()
    heading = _HEADING.search(page)
    if answer.status == 401:
        raise refused(answer)
    if heading is None:
        if _LOGIN.search(page) and "success" not in page.lower():
            raise refused(answer)
        raise AnswerNotUnderstood("crossref-answer-unknown", answer.address)
    if heading[1].upper() == "FAILURE":
        detail = _text(page.replace(heading[0], ""))
        raise RequestRefused("crossref-deposit-refused", answer.address, detail=detail or "?")


def _text(page: str) -> str:
    """The text of a page, shortened."""
    words = unescape(_TAG.sub(" ", _HEAD.sub("", page))).split()
    text = " ".join(words)
    return text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS]}…"
