"""Sending articles: many in one upload, which is processed later, or one, with an answer at once.

Source: DOAJ's documentation of its API, "Bulk Articles" and "CRUD Articles".
"""

from __future__ import annotations

import re
from typing import Final

from jatsx import Answer, Connection, Outcome, RecordAnswer, Submission
from jatsx_doaj.agency.answers import ACCEPTS, REFUSED, error_in, not_understood, said_in
from jatsx_doaj.agency.articles import is_single, single_article

ONE: Final = "api/v4/articles"
MANY: Final = "api/v4/bulk/articles"
JSON: Final = "application/json"

UPLOAD_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,100}\Z")


def send(connection: Connection, submission: Submission) -> Answer:
    """Sends articles.

    Raises:
        RequestRefused: DOAJ does not accept the key, or the request.
        HttpFault: it is not known whether DOAJ has accepted it.
    """
    if is_single(submission.content):
        return _sent_alone(connection, submission)
    answer = connection.client.post(
        MANY, content=submission.content, media_type=JSON, accepts=ACCEPTS
    )
    said = said_in(answer)
    content = answer.text().encode()
    if answer.status in REFUSED:
        refused = RecordAnswer(Outcome.REFUSED, None, error_in(said))
        return Answer(is_final=True, records=(refused,), content=content)
    id = said.get("upload_id")
    if not isinstance(id, str) or UPLOAD_ID.match(id) is None:
        raise not_understood(answer)
    return Answer(is_final=False, id=id, content=content)


def _sent_alone(connection: Connection, submission: Submission) -> Answer:
    body = single_article(submission.content)
    answer = connection.client.post(ONE, content=body, media_type=JSON, accepts=ACCEPTS)
    said = said_in(answer)
    is_refused = answer.status in REFUSED
    if not is_refused and not isinstance(said.get("id"), str):
        raise not_understood(answer)
    outcome = Outcome.REFUSED if is_refused else Outcome.REGISTERED
    records = tuple(RecordAnswer(outcome, one.doi, error_in(said)) for one in submission.records)
    return Answer(is_final=True, records=records, content=answer.text().encode())
