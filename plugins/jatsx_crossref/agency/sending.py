"""Sending a deposit: to the queue, or to the synchronous API.

Source: Crossref documentation, "Direct HTTPS POST" and "Synchronous deposits".
"""

from __future__ import annotations

from typing import Final

from jatsx import Answer, Connection, Submission
from jatsx_crossref.agency.asking import answer_about
from jatsx_crossref.agency.credentials import account_fields, login_fields, refused
from jatsx_crossref.agency.diagnostic import read_diagnostic
from jatsx_crossref.agency.page import verify_success

ROUTE: Final = "route"
OPERATION: Final = {"operation": "doMDUpload"}


def send(connection: Connection, submission: Submission) -> Answer:
    """Sends a deposit. The answer of the synchronous API is final.

    Raises:
        RequestRefused: Crossref does not accept it.
        HttpFault: it is not known whether Crossref has accepted it.
    """
    if connection.options.get(ROUTE) == "sync":
        return _sent_at_once(connection, submission)
    return _sent_to_queue(connection, submission)


def _sent_to_queue(connection: Connection, submission: Submission) -> Answer:
    answer = connection.client.post(
        "servlet/deposit",
        fields={**OPERATION, **login_fields(connection)},
        files={"fname": _file(submission)},
        accepts=(401,),
    )
    verify_success(answer)
    return Answer(is_final=False, content=answer.text().encode())


def _sent_at_once(connection: Connection, submission: Submission) -> Answer:
    """The answer is a diagnostic; its status is 403 if the whole deposit is refused."""
    client = connection.client if connection.is_test else connection.open_client
    answer = client.post(
        "v2/deposits",
        fields={**OPERATION, **account_fields(connection)},
        files={"mdFile": _file(submission)},
        accepts=(401, 403),
    )
    if answer.status == 401:
        raise refused(answer)
    return answer_about(submission, read_diagnostic(answer))


def _file(submission: Submission) -> tuple[str, bytes, str]:
    return submission.file_name, submission.content, "application/xml"
