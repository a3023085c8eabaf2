"""A connection to a server of DOAJ on this computer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from jatsx import Connection, HttpClient, Patience, SentRecord, Submission
from jatsx_doaj.agency.definition import AGENCY
from tests.deposit.conftest import no_secret_is_left
from tests.servers.doaj import DoajServer
from tests.servers.fixtures import doaj_server, other_host

__all__ = ["connect", "connection", "doaj_server", "no_secret_is_left", "other_host"]

PATIENT = Patience(attempts=2, first_wait=0.01, longest_wait=0.02)
QUICK = Patience(timeout=0.3, answer=0.6, attempts=2, first_wait=0.01, longest_wait=0.02)
KEY = "key-of-publisher"
ISSN = "2434-561X"

Connect = Callable[..., Connection]


@pytest.fixture
def connect(doaj_server: DoajServer) -> Iterator[Connect]:
    """Connects with a key, and how long to wait."""
    opened: list[HttpClient] = []

    def connected(key: str = KEY, patience: Patience = PATIENT) -> Connection:
        given = AGENCY.authentication({"key": key})
        client = HttpClient(doaj_server.url, secrets=[key], patience=patience, **given)
        opened.append(client)
        return Connection(client, client, {"key": key}, {}, is_test=True)

    yield connected
    for client in opened:
        client.close()


@pytest.fixture
def connection(connect: Connect) -> Connection:
    return connect()


def article(doi: str, *issns: str, url: str = "") -> dict[str, Any]:
    kinds = zip(("eissn", "pissn"), issns or (ISSN,), strict=False)
    identifiers = [{"type": kind, "id": issn} for kind, issn in kinds]
    if doi:
        identifiers.append({"type": "doi", "id": doi})
    links = {"link": [{"type": "fulltext", "url": url}]} if url else {}
    return {"bibjson": {"title": f"About {doi}", "identifier": identifiers, **links}}


def submission_of(*articles: dict[str, Any], is_list: bool = True) -> Submission:
    records = [SentRecord(_key(one), str(n)) for n, one in enumerate(articles)]
    content = json.dumps(list(articles) if is_list else articles[0]).encode()
    return Submission("a.json", "", content, records)


def _key(sent: dict[str, Any]) -> str:
    identifiers = sent["bibjson"]["identifier"]
    dois = [one["id"].lower() for one in identifiers if one["type"] == "doi"]
    return dois[0] if dois else str(sent["bibjson"]["link"][0]["url"])
