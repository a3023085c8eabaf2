"""What Crossref has registered, read from its open REST API.

Source: Crossref documentation, "REST API".
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import quote

from jatsx import (
    AnswerNotUnderstood,
    Connection,
    HttpAnswer,
    RegisteredJournal,
    RegisteredWork,
    ShownField,
)
from jatsx.model import Journal

SHOWN: Final = (
    ShownField("doi"),
    ShownField("url"),
    ShownField("language"),
    ShownField("title"),
    ShownField("subtitle", has_one_language=True),
    ShownField("abstract", has_one_language=True),
    ShownField("contributors.kind"),
    ShownField("contributors.name", has_one_language=True),
    ShownField("contributors.group", has_one_language=True),
    ShownField("contributors.orcid"),
    ShownField("contributors.affiliations"),
    ShownField("affiliations.institution", has_one_language=True),
    ShownField("dates.accepted"),
    ShownField("dates.published"),
    ShownField("pages"),
    ShownField("elocation_id"),
    ShownField("licenses.url"),
    ShownField("licenses.applies_to"),
    ShownField("issue.volume"),
    ShownField("issue.number"),
    ShownField("issue.journal.title", has_one_language=True),
    ShownField("issue.journal.issn"),
)
"""What a record shows as it was deposited. References, funding and relations are left out: Crossref
completes them with data of its own. Of abstracts, subtitles and names it shows one language."""


def journal(connection: Connection, journal: Journal) -> RegisteredJournal | None:
    """The title record of a journal, found by its first ISSN that has one.

    Raises:
        HttpFault: the server cannot be reached, or its answer is not understood.
    """
    for issn in (journal.issn.print, journal.issn.electronic, journal.issn.linking):
        answer = _found(connection, "journals", issn) if issn else None
        if answer is not None:
            return _registered_journal(answer)
    return None


def work(connection: Connection, doi: str) -> RegisteredWork | None:
    """The record of a DOI, which the reader ``crossref-api`` can read.

    Raises:
        HttpFault: the server cannot be reached, or its answer is not understood.
    """
    answer = _found(connection, "works", doi)
    if answer is None:
        return None
    return RegisteredWork(answer.content, _deposited(_message(answer)))


def _deposited(message: dict[str, Any]) -> datetime | None:
    """When a record was last deposited: ``deposited``, in milliseconds; None if it is not said."""
    deposited = message.get("deposited")
    number = deposited.get("timestamp") if isinstance(deposited, dict) else None
    try:
        return datetime.fromtimestamp(number / 1000, UTC) if isinstance(number, int) else None
    except (OverflowError, OSError, ValueError):
        return None


def _found(connection: Connection, collection: str, key: str) -> HttpAnswer | None:
    path = f"{collection}/{quote(key, safe='')}"
    answer = connection.open_client.get(path, accepts=(404,))
    return None if answer.status == 404 else answer


def _registered_journal(answer: HttpAnswer) -> RegisteredJournal:
    message = _message(answer)
    title, issns = message.get("title"), message.get("ISSN") or []
    if not isinstance(title, str) or not isinstance(issns, list):
        raise _not_understood(answer)
    return RegisteredJournal((title,), tuple(str(one) for one in issns))


def _message(answer: HttpAnswer) -> dict[str, Any]:
    """The record in an answer."""
    said = answer.json()
    message = said.get("message") if isinstance(said, dict) else None
    if not isinstance(message, dict):
        raise _not_understood(answer)
    return message


def _not_understood(answer: HttpAnswer) -> AnswerNotUnderstood:
    return AnswerNotUnderstood("crossref-answer-unknown", answer.address)
