"""What all answers of the API have in common: JSON, and an error with its reference."""

from __future__ import annotations

import re
from typing import Any, Final

from jatsx import AnswerNotUnderstood, HttpAnswer, RequestRefused

REFUSED: Final = (400, 403)
"""The statuses of an answer that refuses what was sent."""

ACCEPTS: Final = (401, *REFUSED)

_REFERENCE: Final = re.compile(r"\s*\(ref: [^)]*\)\s*\Z")


def said_in(answer: HttpAnswer) -> dict[str, Any]:
    """The object in an answer.

    Raises:
        RequestRefused: the key is refused.
        AnswerNotUnderstood: there is no object.
    """
    if answer.status == 401:
        raise RequestRefused("doaj-key-refused", answer.address)
    said = answer.json()
    if not isinstance(said, dict):
        raise not_understood(answer)
    return said


def error_in(said: dict[str, Any]) -> str:
    """The error, with its details, without the reference for DOAJ's support."""
    parts = (said.get("error"), said.get("error_details"))
    return "; ".join(_REFERENCE.sub("", one) for one in parts if isinstance(one, str) and one)


def not_understood(answer: HttpAnswer) -> AnswerNotUnderstood:
    """That an answer is in another form than DOAJ documents."""
    return AnswerNotUnderstood("doaj-answer-unknown", answer.address)
