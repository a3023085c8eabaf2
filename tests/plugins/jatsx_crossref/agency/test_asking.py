"""Asking: states of the queue, names that were used before, and answers that are not understood."""

from __future__ import annotations

import pytest

from jatsx import (
    AnswerNotUnderstood,
    Connection,
    HttpFault,
    Outcome,
    RequestRefused,
    ServerUnreachable,
    Submission,
)
from jatsx_crossref.agency.definition import AGENCY
from tests.servers.base import AgencyServer
from tests.servers.crossref import NAME_TAKEN, CrossrefServer
from tests.servers.deposits import article
from tests.servers.messages import Answer
from tests.servers.script import (
    CUT_AFTER,
    CUT_INSIDE,
    ENDLESS,
    LOGIN_PAGE,
    SILENCE,
    TRUNCATED,
    Step,
    answered,
    redirect,
    status,
    wrong_encoding,
)

from .conftest import QUICK, Connect, submission_of


def test_the_queue_is_followed_to_the_end(
    crossref_server: CrossrefServer, connection: Connection, submission: Submission
) -> None:
    crossref_server.queue = ("unknown_submission", "queued", "in_process")
    AGENCY.send(connection, submission)
    asked = [AGENCY.ask(connection, submission, None) for _ in range(4)]
    assert [one.is_known for one in asked] == [False, True, True, True]
    assert [one.is_final for one in asked] == [False, False, False, True]
    assert {one.id for one in asked[1:]} == {crossref_server.submissions[0].id}
    assert [(one.doi, one.outcome) for one in asked[-1].records] == [
        ("10.5555/a", Outcome.REGISTERED)
    ]


def test_the_password_is_not_in_the_address(
    crossref_server: CrossrefServer, connection: Connection, submission: Submission
) -> None:
    AGENCY.ask(connection, submission, None)
    (request,) = crossref_server.received
    assert (request.method, request.query) == ("POST", {})


def test_what_was_never_sent_is_not_known(connection: Connection, submission: Submission) -> None:
    answer = AGENCY.ask(connection, submission, None)
    assert (answer.is_final, answer.is_known) == (False, False)


def test_a_file_with_the_same_name_is_not_taken_for_this_one(
    crossref_server: CrossrefServer, connection: Connection, submission: Submission
) -> None:
    crossref_server.script = [NAME_TAKEN]
    AGENCY.send(connection, submission)
    waiting = AGENCY.ask(connection, submission, None)
    assert (waiting.is_final, waiting.records) == (False, ())
    crossref_server.settle()
    answer = AGENCY.ask(connection, submission, None)
    assert [(one.doi, one.outcome) for one in answer.records] == [("10.5555/a", Outcome.REGISTERED)]


def test_a_file_that_cannot_be_parsed_is_refused_as_a_whole(
    crossref_server: CrossrefServer, connection: Connection
) -> None:
    sent = Submission("a.xml", "batch-1", b"<doi_batch>", [])
    AGENCY.send(connection, sent)
    crossref_server.settle()
    records = AGENCY.ask(
        connection, submission_of(article("10.5555/a"), article("10.5555/b")), None
    ).records
    assert [(one.doi, one.outcome) for one in records] == [(None, Outcome.REFUSED)]


@pytest.mark.parametrize("step", [TRUNCATED, wrong_encoding(), LOGIN_PAGE])
def test_what_is_not_understood_is_not_registered(
    crossref_server: CrossrefServer, connection: Connection, step: Step
) -> None:
    sent = submission_of(article("10.5555/я"), batch_id="выпуск-1")
    AGENCY.send(connection, sent)
    crossref_server.settle()
    crossref_server.script = [step]
    with pytest.raises(AnswerNotUnderstood) as raised:
        AGENCY.ask(connection, sent, None)
    assert raised.value.code in AGENCY.messages


BOMB = (
    b'<!DOCTYPE a [<!ENTITY a "10.5555/a"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    b'<doi_batch_diagnostic status="completed"><record_diagnostic status="Success">'
    b"<doi>&a;</doi><msg>&b;</msg></record_diagnostic></doi_batch_diagnostic>"
)


@pytest.mark.parametrize(
    "body",
    [
        BOMB,
        b"",
        b"{}",
        b"<doi_batch_diagnostic/>",
        b"<doi_batch_diagnostic status='done'/>",
        b"<other status='completed'/>",
    ],
)
def test_another_document_is_not_understood(
    crossref_server: CrossrefServer, connection: Connection, submission: Submission, body: bytes
) -> None:
    crossref_server.script = [answered(Answer(200, body, "text/xml"))]
    with pytest.raises(AnswerNotUnderstood):
        AGENCY.ask(connection, submission, None)


@pytest.mark.parametrize("step", [CUT_AFTER, CUT_INSIDE, status(429), status(504)])
def test_a_question_is_asked_again(
    crossref_server: CrossrefServer, connection: Connection, submission: Submission, step: Step
) -> None:
    crossref_server.queue = ()
    AGENCY.send(connection, submission)
    crossref_server.script = [step]
    assert AGENCY.ask(connection, submission, None).is_final


@pytest.mark.parametrize("step", [ENDLESS, SILENCE])
def test_a_slow_answer_is_left(
    crossref_server: CrossrefServer, connect: Connect, submission: Submission, step: Step
) -> None:
    crossref_server.script = [step, step]
    with pytest.raises(ServerUnreachable):
        AGENCY.ask(connect(patience=QUICK), submission, None)


def test_a_wrong_password_is_told(connect: Connect, submission: Submission) -> None:
    with pytest.raises(RequestRefused) as raised:
        AGENCY.ask(connect("another"), submission, None)
    assert raised.value.code == "crossref-credentials-refused"


def test_no_other_host_is_asked(
    crossref_server: CrossrefServer,
    other_host: AgencyServer,
    connection: Connection,
    submission: Submission,
) -> None:
    crossref_server.script = [redirect(other_host.url)]
    with pytest.raises(HttpFault):
        AGENCY.ask(connection, submission, None)
    assert other_host.received == []
