"""Sending to DOAJ and asking: one article, many, refusals, and servers that misbehave."""

from __future__ import annotations

import re

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
from jatsx.findings.formatting import placeholders
from jatsx_doaj.agency.definition import AGENCY
from tests.servers.base import AgencyServer
from tests.servers.doaj import DoajJournal, DoajServer
from tests.servers.doaj import refusals as said
from tests.servers.script import (
    CUT_AFTER,
    CUT_BEFORE,
    CUT_INSIDE,
    CUT_UPLOAD,
    ENDLESS,
    LOGIN_PAGE,
    SILENCE,
    TRUNCATED,
    Step,
    redirect,
    saying,
    status,
    wrong_encoding,
)

from .conftest import KEY, QUICK, Connect, article, submission_of

TWO = submission_of(article("10.5555/A"), article("10.5555/b"))
ONE = submission_of(article("10.5555/A"))
Said = list[tuple[str | None, Outcome]]


def outcomes(answer: Answer) -> Said:
    return [(one.doi, one.outcome) for one in answer.records]


def final(connection: Connection, sent: Submission) -> Answer:
    """The answer in the end."""
    answer = AGENCY.send(connection, sent)
    for _ in range(5):
        if answer.is_final:
            return answer
        answer = AGENCY.ask(connection, sent, answer.id)
    raise AssertionError("the upload is pending still")


def test_many_articles_are_one_upload(doaj_server: DoajServer, connection: Connection) -> None:
    doaj_server.queue = ("pending", "validated")
    first = AGENCY.send(connection, TWO)
    assert first.id == doaj_server.uploads[0].id
    asked = [AGENCY.ask(connection, TWO, first.id) for _ in range(3)]
    assert [one.is_final for one in asked] == [False, False, True]
    assert outcomes(asked[-1]) == [
        ("10.5555/a", Outcome.REGISTERED),
        ("10.5555/b", Outcome.REGISTERED),
    ]
    assert doaj_server.received[0].body == TWO.content


@pytest.mark.parametrize("is_list", [True, False])
def test_one_article_has_an_answer_at_once(
    doaj_server: DoajServer, connection: Connection, is_list: bool
) -> None:
    answer = AGENCY.send(connection, submission_of(article("10.5555/A"), is_list=is_list))
    assert (answer.is_final, outcomes(answer)) == (True, [("10.5555/a", Outcome.REGISTERED)])
    assert [request.path for request in doaj_server.received] == ["/api/v4/articles"]


def test_an_article_without_a_doi_is_named_by_its_link(connection: Connection) -> None:
    url = "https://journal.example.org/1"
    sent = submission_of(article("", url=url), article("10.5555/b"))
    assert outcomes(final(connection, sent))[0] == (url, Outcome.REGISTERED)


def test_one_refused_article_refuses_all(doaj_server: DoajServer, connection: Connection) -> None:
    doaj_server.verdicts = {"10.5555/b": "Field 'title' is required but not present at 'bibjson.'"}
    answer = final(connection, TWO)
    assert outcomes(answer) == [(None, Outcome.REFUSED)]
    assert answer.records[0].message == doaj_server.verdicts["10.5555/b"]
    assert doaj_server.registered == {}
    assert outcomes(final(connection, ONE)) == [("10.5555/a", Outcome.REGISTERED)]


def test_issns_are_led_back_to_articles(doaj_server: DoajServer, connection: Connection) -> None:
    doaj_server.journals += [
        DoajJournal(("0378-5955",), "other"),
        DoajJournal(("1234-5679",)),
        DoajJournal(("1234-5679",), "other"),
    ]
    sent = submission_of(
        article("10.5555/a"),
        article("10.5555/b", "0378-5955"),
        article("10.5555/c", "1234-5679", "9999-9994"),
    )
    answer = final(connection, sent)
    assert [(one.doi, one.message) for one in answer.records] == [
        ("10.5555/b", "unowned: 0378-5955"),
        ("10.5555/c", "unmatched: 9999-9994"),
        ("10.5555/c", "shared: 1234-5679"),
        (None, said.BATCH_FAIL),
    ]
    assert {one.outcome for one in answer.records} == {Outcome.REFUSED}


def test_twins_are_refused(connection: Connection) -> None:
    answer = final(connection, submission_of(article("10.5555/a"), article("10.5555/A")))
    assert [(one.doi, one.message) for one in answer.records] == [(None, said.BATCH_DUPLICATE)]


@pytest.mark.parametrize("issn", ["0378-5955", "9999-9994"])
def test_a_single_article_is_refused(
    doaj_server: DoajServer, connection: Connection, issn: str
) -> None:
    doaj_server.journals.append(DoajJournal(("0378-5955",), "other"))
    answer = AGENCY.send(connection, submission_of(article("10.5555/a", issn)))
    assert outcomes(answer) == [("10.5555/a", Outcome.REFUSED)]
    assert "(ref:" not in answer.records[0].message


def test_without_its_id_an_upload_is_not_known(
    doaj_server: DoajServer, connection: Connection
) -> None:
    nothing = AGENCY.ask(connection, TWO, None)
    assert (nothing.is_final, nothing.is_known) == (True, False)
    assert doaj_server.received == []
    other = AGENCY.ask(connection, TWO, "another")
    assert (other.is_final, other.is_known) == (True, False)


@pytest.mark.parametrize("sent", [ONE, TWO])
def test_a_wrong_key_is_a_refusal(
    doaj_server: DoajServer, connect: Connect, sent: Submission
) -> None:
    with pytest.raises(RequestRefused) as raised:
        AGENCY.send(connect("wrong-key"), sent)
    assert raised.value.code == "doaj-key-refused"
    assert "wrong-key" not in f"{raised.value}{raised.value.finding()}"
    assert doaj_server.registered == {}


def test_the_key_is_in_no_answer(connection: Connection) -> None:
    sent = AGENCY.send(connection, TWO)
    assert b"api_key=" in sent.content  # of the address that DOAJ returns
    assert KEY.encode() not in sent.content


@pytest.mark.parametrize("sent", [ONE, TWO])
@pytest.mark.parametrize(
    "step", [CUT_AFTER, CUT_BEFORE, CUT_INSIDE, CUT_UPLOAD, ENDLESS, SILENCE, status(502)]
)
def test_articles_are_not_sent_again_if_they_may_have_arrived(
    doaj_server: DoajServer, connect: Connect, sent: Submission, step: Step
) -> None:
    doaj_server.script = [step]
    with pytest.raises(ServerUnreachable):
        AGENCY.send(connect(patience=QUICK), sent)
    assert len(doaj_server.received) == 1


@pytest.mark.parametrize("sent", [ONE, TWO])
@pytest.mark.parametrize("step", [LOGIN_PAGE, TRUNCATED, saying(upload_id="../x", id=1)])
def test_another_answer_leaves_it_unknown(
    doaj_server: DoajServer, connection: Connection, sent: Submission, step: Step
) -> None:
    doaj_server.script = [step]
    with pytest.raises(AnswerNotUnderstood):
        AGENCY.send(connection, sent)


@pytest.mark.parametrize("code", [429, 503])
def test_an_overloaded_server_is_asked_again(
    doaj_server: DoajServer, connection: Connection, code: int
) -> None:
    doaj_server.script = [status(code, retry_after="0")]
    AGENCY.send(connection, TWO)
    assert len(doaj_server.uploads) == 1


@pytest.mark.parametrize("step", [LOGIN_PAGE, TRUNCATED, saying(status="done")])
def test_another_answer_registers_nothing(
    doaj_server: DoajServer, connection: Connection, step: Step
) -> None:
    sent = AGENCY.send(connection, TWO)
    doaj_server.settle()
    doaj_server.script = [step]
    with pytest.raises(AnswerNotUnderstood):
        AGENCY.ask(connection, TWO, sent.id)


def test_a_message_in_the_wrong_encoding_is_not_understood(
    doaj_server: DoajServer, connection: Connection
) -> None:
    doaj_server.verdicts = {"10.5555/b": "Нет названия"}
    sent = AGENCY.send(connection, TWO)
    doaj_server.settle()
    doaj_server.script = [wrong_encoding()]
    with pytest.raises(AnswerNotUnderstood):
        AGENCY.ask(connection, TWO, sent.id)


@pytest.mark.parametrize(
    "step",
    [
        saying(results={"imported": 1, "failed": 1}),
        saying(status="processed_partial", results={"imported": 1, "failed": 1}),
    ],
)
def test_which_articles_are_saved_is_unknown_if_not_all_are(
    doaj_server: DoajServer, connection: Connection, step: Step
) -> None:
    sent = AGENCY.send(connection, TWO)
    doaj_server.settle()
    doaj_server.script = [step]
    answer = AGENCY.ask(connection, TWO, sent.id)
    assert outcomes(answer) == [(None, Outcome.UNKNOWN)]
    assert "imported: 1" in answer.records[0].message


def test_no_other_host_gets_the_key(
    doaj_server: DoajServer, other_host: AgencyServer, connection: Connection
) -> None:
    sent = AGENCY.send(connection, TWO)
    doaj_server.script = [redirect(other_host.url)] * 2
    with pytest.raises(HttpFault):
        AGENCY.send(connection, TWO)
    with pytest.raises(HttpFault):
        AGENCY.ask(connection, TWO, sent.id)
    assert other_host.received == []


MESSAGES = {
    "unmatched: 2434-561X": "doaj-issn-unknown",
    "unowned: 2434-561X": "doaj-issn-foreign",
    "shared: 2434-561X": "doaj-issn-shared",
    said.NO_JOURNAL: "doaj-issn-unknown",
    said.NOT_THE_ACCOUNTS: "doaj-issn-foreign",
    said.OVERRIDE: "doaj-doi-changed",
    said.BATCH_DUPLICATE: "doaj-doi-repeated",
    said.BATCH_FAIL: "doaj-upload-halted",
    said.UNANTICIPATED: "doaj-server-fault",
    said.NOT_JSON: "doaj-file-invalid",
    "Field 'title' is required but not present at '[root]bibjson.'": "doaj-value-missing",
    "processed_partial, imported: 1": "doaj-upload-partial",
}


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_is_known(message: str) -> None:
    matches = ((one, re.search(one.pattern, message, re.IGNORECASE)) for one in AGENCY.refusals)
    entry, match = next((one, match) for one, match in matches if match)
    assert entry.code == MESSAGES[message]
    params = {name for name, value in match.groupdict().items() if value is not None}
    assert any(placeholders(one) <= params for one in AGENCY.messages[entry.code].sentences)


@pytest.mark.parametrize(
    ("message", "field", "params"),
    [
        ("'title' {} '[root]bibjson.'", "title", {"name": "title", "parent": "bibjson"}),
        ("'name' {} 'bibjson.author'", None, {"name": "name", "parent": "bibjson.author"}),
    ],
)
def test_a_missing_value_is_named(message: str, field: str | None, params: dict[str, str]) -> None:
    text = f"Field {message}".format("is required but not present at")
    matches = ((one, re.search(one.pattern, text, re.IGNORECASE)) for one in AGENCY.refusals)
    entry, match = next((one, match) for one, match in matches if match)
    assert (entry.code, entry.field, match.groupdict()) == ("doaj-value-missing", field, params)


def test_every_entry_has_a_message() -> None:
    assert {one.code for one in AGENCY.refusals} == set(MESSAGES.values())
