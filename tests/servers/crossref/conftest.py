"""A client for the tests of Crossref's servers."""

from __future__ import annotations

import httpx
import pytest

from tests.servers.crossref import CrossrefServer
from tests.servers.crossref.client import Client


@pytest.fixture
def client(crossref_server: CrossrefServer, http: httpx.Client) -> Client:
    return Client(crossref_server.url, http)
