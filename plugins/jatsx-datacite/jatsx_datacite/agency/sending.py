"""Sending the metadata of a DOI, so that it is registered and can be found (Findable).

A DOI is created, or updated if it exists. The same request can be sent several times. Source:
DataCite documentation, "Create DOIs" and "Update metadata".
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from jatsx import (
    Answer,
    AnswerNotUnderstood,
    Connection,
    HttpAnswer,
    Outcome,
    RecordAnswer,
    RequestRefused,
    Submission,
)
from jatsx.standards.identifiers import doi_key

MEDIA_TYPE: Final = "application/vnd.api+json"
REFUSED: Final = (400, 403, 404, 409, 422)
"""The statuses of an answer that refuses what was sent, and says why."""

REGISTERED: Final = ("registered", "findable")
"""The states of a DOI that is registered."""


def send(connection: Connection, submission: Submission) -> Answer:
    """Sends the metadata of a DOI. The answer is final.

    Raises:
        RequestRefused: DataCite does not accept the account, or the request.
        HttpFault: it is not known whether DataCite has accepted it.
    """
    (record,) = submission.records
    body = _body(submission.content, record.doi)
    accepts = (401, *REFUSED)
    client = connection.client
    answer = client.put(f"dois/{quote(record.doi, safe='')}", body, MEDIA_TYPE, accepts=accepts)
    if answer.status == 404:
        answer = client.post("dois", content=body, media_type=MEDIA_TYPE, accepts=accepts)
    if answer.status == 401:
        raise RequestRefused("datacite-credentials-refused", answer.address)
    records = tuple(_record_answers(answer, record.doi))
    return Answer(is_final=True, records=records, content=answer.text().encode())


def ask(connection: Connection, submission: Submission, id: str | None) -> Answer:  # noqa: ARG001
    """DataCite does not keep submissions. The metadata can be sent again."""
    return Answer(is_final=True, is_known=False)


def _body(content: bytes, doi: str) -> bytes:
    """A request that publishes a document."""
    attributes = json.loads(content)
    described = {"url": _url(attributes), **attributes, "doi": doi, "event": "publish"}
    given = {name: value for name, value in described.items() if value is not None}
    return json.dumps({"data": {"type": "dois", "attributes": given}}, ensure_ascii=False).encode()


def _url(attributes: dict[str, Any]) -> str | None:
    """The landing page: ``url``, or in version 4.3 the first identifier that is a URL."""
    urls = (
        str(one["identifier"])
        for one in attributes.get("identifiers", ())
        if one["identifierType"] == "URL"
    )
    return attributes.get("url") or next(urls, None)


def _record_answers(answer: HttpAnswer, doi: str) -> Iterator[RecordAnswer]:
    """What DataCite says of the DOI: its state, or each error.

    Raises:
        AnswerNotUnderstood: the answer is about something else.
    """
    said = answer.json()
    if answer.status in REFUSED:
        for message in _errors(said, answer):
            yield RecordAnswer(Outcome.REFUSED, doi, message)
        return
    try:
        attributes = said["data"]["attributes"]
        state, registered = str(attributes["state"]), doi_key(str(attributes["doi"]))
    except (KeyError, TypeError):
        raise _not_understood(answer) from None
    if registered != doi_key(doi):
        raise _not_understood(answer)
    outcome = Outcome.REGISTERED if state in REGISTERED else Outcome.REFUSED
    yield RecordAnswer(outcome, doi, f"state: {state}")


def _errors(said: Any, answer: HttpAnswer) -> list[str]:
    """The errors, each as ``source: title``."""
    errors = said.get("errors") if isinstance(said, dict) else None
    if not isinstance(errors, list) or not all(isinstance(one, dict) for one in errors):
        raise _not_understood(answer)
    given = [[one.get(name) for name in ("source", "title")] for one in errors]
    found = [": ".join(str(part) for part in parts if part) for parts in given]
    return [one for one in found if one] or [str(answer.status)]


def _not_understood(answer: HttpAnswer) -> AnswerNotUnderstood:
    return AnswerNotUnderstood("datacite-answer-unknown", answer.address)
