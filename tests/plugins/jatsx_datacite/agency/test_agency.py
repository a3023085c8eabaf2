"""Sending to DataCite: new DOIs, updates, refusals, and servers that misbehave."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jatsx_datacite.agency.definition import AGENCY

from jatsx import (
    Answer,
    AnswerNotUnderstood,
    Connection,
    HttpClient,
    HttpFault,
    Outcome,
    Patience,
    RequestRefused,
    SentRecord,
    ServerUnreachable,
    Submission,
)
from jatsx.findings.formatting import placeholders
from tests.servers.base import AgencyServer
from tests.servers.datacite import DataciteServer
from tests.servers.fixtures import datacite_server, other_host
from tests.servers.messages import json_answer
from tests.servers.script import (
    CUT_AFTER,
    CUT_BEFORE,
    ENDLESS,
    LOGIN_PAGE,
    SILENCE,
    TRUNCATED,
    Step,
    answered,
    redirect,
    saying,
    status,
    wrong_encoding,
)

__all__ = ["connect", "connection", "datacite_server", "other_host"]

PATIENT = Patience(attempts=2, first_wait=0.01, longest_wait=0.02)
QUICK = Patience(timeout=0.3, answer=0.6, attempts=2, first_wait=0.01, longest_wait=0.02)
DOI = "10.5555/a"
WHOLE: dict[str, Any] = {
    "url": "https://journal.example.org/a",
    "creators": [{"name": "Автор, А."}],
    "titles": [{"title": "О примерах"}],
    "publisher": {"name": "Example press"},
    "publicationYear": "2024",
    "types": {"resourceTypeGeneral": "JournalArticle"},
}

Connect = Callable[..., Connection]


@pytest.fixture
def connect(datacite_server: DataciteServer) -> Iterator[Connect]:
    """Connects with a password, and how long to wait."""
    opened: list[HttpClient] = []

    def connected(password: str = "password-of-repo", patience: Patience = PATIENT) -> Connection:
        credentials = {"user": "EXAMPLE.REPO", "password": password}
        given = AGENCY.authentication(credentials)
        client = HttpClient(datacite_server.url, patience=patience, **given)
        opened.append(client)
        return Connection(client, client, credentials, {}, is_test=True)

    yield connected
    for client in opened:
        client.close()


@pytest.fixture
def connection(connect: Connect) -> Connection:
    return connect()


def submission(doi: str = DOI, **changed: Any) -> Submission:
    content = json.dumps({**WHOLE, "doi": doi, **changed}).encode()
    return Submission("a.json", "", content, [SentRecord(doi.lower(), "a")])


def said(answer: Answer) -> list[tuple[str | None, Outcome, str]]:
    assert answer.is_final
    return [(one.doi, one.outcome, one.message) for one in answer.records]


@pytest.mark.parametrize("doi", [DOI, "10.5555/A(1):2~3"])
def test_a_doi_is_registered_and_then_updated(
    datacite_server: DataciteServer, connection: Connection, doi: str
) -> None:
    expected = [(doi.lower(), Outcome.REGISTERED, "state: findable")]
    assert said(AGENCY.send(connection, submission(doi))) == expected
    new = submission(doi, titles=[{"title": "New"}])
    assert said(AGENCY.send(connection, new)) == expected
    assert datacite_server.times_registered() == {doi.lower(): 2}
    assert datacite_server.registered[doi.lower()].record["titles"] == [{"title": "New"}]


def test_a_server_that_only_updates_is_asked_to_create(
    datacite_server: DataciteServer, connection: Connection
) -> None:
    datacite_server.script = [status(404)]
    AGENCY.send(connection, submission())
    assert [request.method for request in datacite_server.received] == ["PUT", "POST"]
    assert datacite_server.state(DOI) == "findable"


def test_the_address_of_version_4_3_is_an_identifier(
    datacite_server: DataciteServer, connection: Connection
) -> None:
    identifiers = [
        {"identifier": DOI, "identifierType": "DOI"},
        {"identifier": WHOLE["url"], "identifierType": "URL"},
    ]
    content = {**WHOLE, "identifiers": identifiers}
    del content["url"]
    sent = Submission("a.json", "", json.dumps(content).encode(), [SentRecord(DOI, "a")])
    AGENCY.send(connection, sent)
    assert datacite_server.registered[DOI].record["url"] == WHOLE["url"]


def test_each_error_is_told(datacite_server: DataciteServer, connection: Connection) -> None:
    answer = AGENCY.send(connection, submission(creators=[], titles=[]))
    assert said(answer) == [
        (DOI, Outcome.REFUSED, "creators: Can't be blank"),
        (DOI, Outcome.REFUSED, "titles: Can't be blank"),
    ]
    assert datacite_server.registered == {}


def test_a_foreign_prefix_is_refused(connection: Connection) -> None:
    answer = AGENCY.send(connection, submission("10.9999/a"))
    message = "You are not authorized to access this resource."
    assert said(answer) == [("10.9999/a", Outcome.REFUSED, message)]


def test_a_draft_is_not_registered(datacite_server: DataciteServer, connection: Connection) -> None:
    data = {"id": DOI, "type": "dois", "attributes": {"doi": DOI, "state": "draft"}}
    datacite_server.script = [saying(data=data)]
    assert said(AGENCY.send(connection, submission())) == [(DOI, Outcome.REFUSED, "state: draft")]


def test_a_wrong_password_is_a_refusal(datacite_server: DataciteServer, connect: Connect) -> None:
    with pytest.raises(RequestRefused) as raised:
        AGENCY.send(connect("another"), submission())
    assert raised.value.code == "datacite-credentials-refused"
    assert raised.value.code in AGENCY.messages
    assert datacite_server.registered == {}


@pytest.mark.parametrize("step", [CUT_AFTER, CUT_BEFORE, status(429), status(502), status(503)])
def test_a_request_is_sent_again(
    datacite_server: DataciteServer, connection: Connection, step: Step
) -> None:
    datacite_server.script = [step]
    assert AGENCY.send(connection, submission()).records[0].outcome is Outcome.REGISTERED


@pytest.mark.parametrize("step", [ENDLESS, SILENCE])
def test_a_slow_answer_is_left(
    datacite_server: DataciteServer, connect: Connect, step: Step
) -> None:
    datacite_server.script = [step, step]
    with pytest.raises(ServerUnreachable):
        AGENCY.send(connect(patience=QUICK), submission())


@pytest.mark.parametrize(
    "step",
    [
        LOGIN_PAGE,
        TRUNCATED,
        wrong_encoding(),
        answered(json_answer([])),
        answered(json_answer({"data": {"attributes": {"state": "findable", "doi": "10.5555/b"}}})),
        answered(json_answer({}, 422)),
        answered(json_answer([], 403)),
    ],
)
def test_another_answer_leaves_it_unknown(
    datacite_server: DataciteServer, connection: Connection, step: Step
) -> None:
    datacite_server.script = [step]
    with pytest.raises(AnswerNotUnderstood) as raised:
        AGENCY.send(connection, submission())
    assert raised.value.code in {*AGENCY.messages, "server-answer-json"}


def test_the_password_goes_to_no_other_host(
    datacite_server: DataciteServer, other_host: AgencyServer, connection: Connection
) -> None:
    datacite_server.script = [redirect(other_host.url)]
    with pytest.raises(HttpFault):
        AGENCY.send(connection, submission())
    assert other_host.received == []


def test_a_submission_can_be_sent_again(connection: Connection) -> None:
    answer = AGENCY.ask(connection, submission(), None)
    assert (answer.is_final, answer.is_known, answer.records) == (True, False, ())


MESSAGES = {
    "creators: Can't be blank": "datacite-value-missing",
    "url: can't be blank": "datacite-value-missing",
    "publicationYear: Can't be blank": "datacite-value-missing",
    "doi: This DOI has already been taken": "datacite-doi-taken",
    "doi: Is invalid": "datacite-doi-invalid",
    "url: Domain not allowed": "datacite-url-refused",
    "creators: Missing child element(s). Expected is ( creatorName ).": "datacite-value-refused",
    "You are not authorized to access this resource.": "datacite-prefix-foreign",
    "state: draft": "datacite-doi-draft",
    "You need to provide a payload following the JSONAPI spec": "datacite-file-invalid",
}


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_is_known(message: str) -> None:
    matches = ((one, re.search(one.pattern, message, re.IGNORECASE)) for one in AGENCY.refusals)
    entry, match = next((one, match) for one, match in matches if match)
    assert entry.code == MESSAGES[message]
    params = {name for name, value in match.groupdict().items() if value is not None}
    assert any(placeholders(one) <= params for one in AGENCY.messages[entry.code].sentences)


def test_every_code_has_a_message() -> None:
    assert {one.code for one in AGENCY.refusals} == set(MESSAGES.values())
