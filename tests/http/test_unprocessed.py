"""Whether a request that failed has certainly not been processed."""

from __future__ import annotations

import pytest

from jatsx.http import AnswerNotUnderstood, HttpClient, HttpFault, Patience, RequestRefused
from tests.servers.base import OtherHost
from tests.servers.script import CUT_AFTER, CUT_BEFORE, Step, redirect, status

HASTY = Patience(timeout=2, answer=2, attempts=2, first_wait=0, longest_wait=0, total=5)


def fault_of(*script: Step, is_repeatable: bool = False) -> HttpFault:
    """The fault of a POST request to a server with a script."""
    with OtherHost() as server:
        server.script = [*script]
        with HttpClient(server.url, patience=HASTY) as client, pytest.raises(HttpFault) as raised:
            client.post("x", json={}, is_repeatable=is_repeatable)
    return raised.value


@pytest.mark.parametrize("code", [400, 401, 404, 413, 422])
def test_a_refused_request_is_not_processed(code: int) -> None:
    assert fault_of(status(code)).is_unprocessed


def test_an_overloaded_server_has_not_processed_it() -> None:
    assert fault_of(status(503), status(429)).is_unprocessed


def test_a_server_that_is_not_there_has_not_processed_it() -> None:
    client = HttpClient("http://127.0.0.1:1", patience=HASTY)
    with client, pytest.raises(HttpFault) as raised:
        client.post("x", json={})
    assert raised.value.is_unprocessed


@pytest.mark.parametrize(
    "step",
    [CUT_BEFORE, CUT_AFTER, status(408), status(500), status(502), status(504), redirect("/y")],
)
def test_nobody_knows_of_the_others(step: Step) -> None:
    assert not fault_of(step).is_unprocessed


def test_one_attempt_that_may_have_been_processed_is_enough() -> None:
    assert not fault_of(status(502), status(503), is_repeatable=True).is_unprocessed


def test_what_is_not_understood_may_have_been_processed() -> None:
    assert not AnswerNotUnderstood("server-answer-json", "https://example.org").is_unprocessed
    assert RequestRefused("server-address-insecure", "http://example.org").is_unprocessed
