"""Asking what became of a deposit, by the name of its file.

Crossref answers with the first submission that has the name. If another deposit had it before, the
id of the batch shows it, and the id is asked for instead. With POST, the password is not part of
the address. Source: Crossref documentation, "Retrieve submission logs".
"""

from __future__ import annotations

from jatsx import Answer, Connection, Submission
from jatsx_crossref.agency.credentials import account_fields, refused
from jatsx_crossref.agency.diagnostic import Diagnostic, read_diagnostic
from jatsx_crossref.agency.placing import record_answers


def ask(connection: Connection, submission: Submission, id: str | None) -> Answer:  # noqa: ARG001
    """What Crossref says of a submission now.

    Raises:
        HttpFault: the server cannot be reached, or its answer is not a diagnostic.
    """
    by_name = _asked(connection, file_name=submission.file_name)
    if not _is_other(by_name, submission):
        return answer_about(submission, by_name)
    by_batch = _asked(connection, doi_batch_id=submission.batch_id)
    if not _is_other(by_batch, submission):
        return answer_about(submission, by_batch)
    return Answer(is_final=False, content=by_batch.content)


def answer_about(submission: Submission, diagnostic: Diagnostic) -> Answer:
    """The answer that a diagnostic is."""
    is_known = diagnostic.state != "unknown_submission"
    is_final = diagnostic.state == "completed"
    id = diagnostic.id if is_known and diagnostic.id else None
    records = tuple(record_answers(submission, diagnostic.said)) if is_final else ()
    return Answer(is_final, id, records, diagnostic.content, is_known)


def _asked(connection: Connection, **name: str) -> Diagnostic:
    answer = connection.client.post(
        "servlet/submissionDownload",
        fields={**account_fields(connection), "type": "result", **name},
        is_repeatable=True,
        accepts=(401,),
    )
    if answer.status == 401:
        raise refused(answer)
    return read_diagnostic(answer)


def _is_other(diagnostic: Diagnostic, submission: Submission) -> bool:
    """Whether a diagnostic is that of another submission."""
    ids = {diagnostic.batch_id, submission.batch_id} - {""}
    return len(ids) > 1
