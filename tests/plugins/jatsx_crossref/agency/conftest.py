"""A connection to a server of Crossref on this computer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from jatsx import Connection, HttpClient, Patience, SentRecord, Submission
from tests.deposit.conftest import no_secret_is_left
from tests.servers.crossref import CrossrefServer
from tests.servers.deposits import article, deposit
from tests.servers.fixtures import crossref_server, other_host

__all__ = [
    "connect",
    "connection",
    "crossref_server",
    "no_secret_is_left",
    "other_host",
    "submission",
]

PATIENT = Patience(attempts=2, first_wait=0.01, longest_wait=0.02)
QUICK = Patience(timeout=0.3, answer=0.6, attempts=2, first_wait=0.01, longest_wait=0.02)
PASSWORD = "password-of-abcd"

Connect = Callable[..., Connection]


@pytest.fixture
def connect(crossref_server: CrossrefServer) -> Iterator[Connect]:
    """Connects with a password, options, and how long to wait."""
    opened: list[HttpClient] = []

    def connected(
        password: str = PASSWORD, patience: Patience = PATIENT, **options: str
    ) -> Connection:
        client = HttpClient(crossref_server.url, secrets=[password], patience=patience)
        opened.append(client)
        credentials = {"user": "abcd", "password": password}
        return Connection(client, client, credentials, options, is_test=True)

    yield connected
    for client in opened:
        client.close()


@pytest.fixture
def connection(connect: Connect) -> Connection:
    return connect()


def submission_of(*articles: str, name: str = "a.xml", batch_id: str = "batch-1") -> Submission:
    content = deposit(*articles, batch_id=batch_id)
    return Submission(name, batch_id, content, [SentRecord("10.5555/a", "a")])


@pytest.fixture
def submission() -> Submission:
    return submission_of(article("10.5555/a"))
