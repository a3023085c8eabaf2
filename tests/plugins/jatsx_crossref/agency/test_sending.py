"""Sending: what counts as received, what is refused, and what is not known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jatsx import (
    Answer,
    AnswerNotUnderstood,
    Connection,
    HttpFault,
    Outcome,
    RequestRefused,
    ServerUnreachable,
    Submission,
)
from jatsx_crossref.agency.definition import AGENCY
from tests.servers.crossref import CrossrefServer, many_records
from tests.servers.crossref.server import SUCCESS
from tests.servers.deposits import article
from tests.servers.messages import page
from tests.servers.script import (
    CUT_AFTER,
    CUT_BEFORE,
    CUT_INSIDE,
    CUT_UPLOAD,
    ENDLESS,
    LOGIN_PAGE,
    SILENCE,
    Step,
    answered,
    on,
    redirect,
    status,
)

from .conftest import QUICK, Connect, submission_of

DEPOSIT = "/servlet/deposit"


def test_a_file_goes_to_the_queue(
    crossref_server: CrossrefServer, connection: Connection, submission: Submission
) -> None:
    answer = AGENCY.send(connection, submission)
    assert (answer.is_final, answer.records) == (False, ())
    (request,) = crossref_server.received
    assert request.path == DEPOSIT
    assert request.credentials == ("abcd", "password-of-abcd")
    assert submission.content in request.body
    assert request.query == {}


def test_the_synchronous_answer_is_final(connect: Connect, submission: Submission) -> None:
    answer = AGENCY.send(connect(route="sync"), submission)
    assert answer.is_final
    assert [(one.doi, one.outcome) for one in answer.records] == [("10.5555/a", Outcome.REGISTERED)]


def test_the_status_of_a_deposit_refused_at_once_is_403(
    crossref_server: CrossrefServer, connect: Connect
) -> None:
    sent = submission_of(article("10.9999/a"))
    answer = AGENCY.send(connect(route="sync"), sent)
    assert answer.is_final
    assert [(one.doi, one.outcome) for one in answer.records] == [("10.9999/a", Outcome.REFUSED)]
    assert crossref_server.registered == {}


@pytest.mark.parametrize("code", [200, 401])
@pytest.mark.parametrize("route", ["queue", "sync"])
def test_a_wrong_password_is_a_refusal(
    crossref_server: CrossrefServer, connect: Connect, submission: Submission, route: str, code: int
) -> None:
    crossref_server.wrong_password_status = code
    with pytest.raises(RequestRefused) as raised:
        AGENCY.send(connect("another", route=route), submission)
    assert raised.value.code == "crossref-credentials-refused"
    assert raised.value.status is None
    assert "another" not in str(raised.value)
    assert crossref_server.registered == {}


def test_a_page_with_a_form_for_a_password_is_a_refusal(
    crossref_server: CrossrefServer, connection: Connection, submission: Submission
) -> None:
    crossref_server.script = [LOGIN_PAGE]
    with pytest.raises(RequestRefused) as raised:
        AGENCY.send(connection, submission)
    assert raised.value.code == "crossref-credentials-refused"


def test_a_failure_is_told_with_its_text(
    crossref_server: CrossrefServer, connection: Connection, submission: Submission
) -> None:
    failure = page("FAILURE", "Your XML batch submission failed. [No file]")
    crossref_server.script = [answered(failure)]
    with pytest.raises(RequestRefused) as raised:
        AGENCY.send(connection, submission)
    assert raised.value.code == "crossref-deposit-refused"
    assert raised.value.params["detail"] == "Your XML batch submission failed. [No file]"


@pytest.mark.parametrize(
    "text",
    ["", "<h2>Hello</h2>", "<h1>SUCCESS</h1>", "SUCCESS", "Success. <a href='/login'>Log in</a>"],
)
def test_any_other_page_leaves_it_unknown(
    crossref_server: CrossrefServer, connection: Connection, submission: Submission, text: str
) -> None:
    other = page("A page", text)
    crossref_server.script = [answered(other, accepted=True)]
    with pytest.raises(AnswerNotUnderstood):
        AGENCY.send(connection, submission)


def test_a_page_without_its_end_leaves_it_unknown(
    crossref_server: CrossrefServer, connection: Connection, submission: Submission
) -> None:
    cut = replace(SUCCESS, body=SUCCESS.body.partition(b"<h2>")[0])
    crossref_server.script = [answered(cut, accepted=True)]
    with pytest.raises(AnswerNotUnderstood):
        AGENCY.send(connection, submission)


@pytest.mark.parametrize("route", ["queue", "sync"])
@pytest.mark.parametrize(
    "step", [CUT_AFTER, CUT_BEFORE, CUT_INSIDE, CUT_UPLOAD, ENDLESS, SILENCE, status(502)]
)
def test_a_file_is_not_sent_again_if_it_may_have_arrived(
    crossref_server: CrossrefServer,
    connect: Connect,
    submission: Submission,
    step: Step,
    route: str,
) -> None:
    crossref_server.script = [step]
    with pytest.raises(ServerUnreachable):
        AGENCY.send(connect(patience=QUICK, route=route), submission)
    assert len(crossref_server.received) == 1


@pytest.mark.parametrize("code", [429, 503])
def test_an_overloaded_server_is_asked_again(
    crossref_server: CrossrefServer, connection: Connection, submission: Submission, code: int
) -> None:
    crossref_server.script = [status(code, retry_after="0")]
    assert AGENCY.send(connection, submission).is_final is False
    assert len(crossref_server.submissions) == 1


def test_the_file_goes_to_no_other_host(
    crossref_server: CrossrefServer,
    other_host: CrossrefServer,
    connection: Connection,
    submission: Submission,
) -> None:
    crossref_server.script = [redirect(other_host.url)]
    with pytest.raises(RequestRefused):
        AGENCY.send(connection, submission)
    assert other_host.received == []


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>password</html>", b"<doi_batch_diagnostic status='completed'>", b"\xff\xfe<"],
)
@pytest.mark.parametrize("code", [200, 403])
def test_what_is_no_diagnostic_leaves_it_unknown(
    crossref_server: CrossrefServer,
    connect: Connect,
    submission: Submission,
    body: bytes,
    code: int,
) -> None:
    answer = page("", "", code)
    crossref_server.script = [answered(type(answer)(code, body, "text/xml"), accepted=True)]
    with pytest.raises(AnswerNotUnderstood):
        AGENCY.send(connect(route="sync"), submission)


def test_credentials_are_tried(crossref_server: CrossrefServer, connect: Connect) -> None:
    assert AGENCY.verify is not None
    assert AGENCY.verify(connect()) is True
    assert AGENCY.verify(connect("another")) is False
    crossref_server.script = [status(404), on("/servlet/login", LOGIN_PAGE)]
    assert AGENCY.verify(connect()) is None
    assert AGENCY.verify(connect()) is None
    assert crossref_server.submissions == []


def test_a_login_without_an_answer_is_tried_again(
    crossref_server: CrossrefServer, connect: Connect
) -> None:
    assert AGENCY.verify is not None
    crossref_server.script = [on("/servlet/login", CUT_AFTER)]
    assert AGENCY.verify(connect()) is True
    assert len(crossref_server.asked("/servlet/login")) == 2


def test_ten_thousand_records_are_read(
    crossref_server: CrossrefServer, connection: Connection, submission: Submission
) -> None:
    crossref_server.queue = ()
    AGENCY.send(connection, submission)
    crossref_server.script = [many_records(10_000)]
    answer: Answer = AGENCY.ask(connection, submission, None)
    assert len(answer.records) == 10_001
    assert answer.records[-1].doi == "10.5555/a"


def test_every_fault_has_a_sentence(
    crossref_server: CrossrefServer, connection: Connection, submission: Submission
) -> None:
    for step in (LOGIN_PAGE, answered(page("?", "?")), answered(page("FAILURE", "x"))):
        crossref_server.script = [step]
        with pytest.raises(HttpFault) as raised:
            AGENCY.send(connection, submission)
        assert raised.value.code in AGENCY.messages
