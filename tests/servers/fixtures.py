"""Fixtures of the servers. ``from tests.servers.fixtures import …`` in a ``conftest.py``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import pytest

from tests.servers.base import AgencyServer, OtherHost
from tests.servers.crossref import CrossrefServer
from tests.servers.datacite import DataciteServer
from tests.servers.doaj import DoajServer

__all__ = ["crossref_server", "datacite_server", "doaj_server", "other_host"]

Server = TypeVar("Server", bound=AgencyServer)


@contextmanager
def running(server: Server) -> Iterator[Server]:
    """A server that runs. Its own errors fail the test."""
    with server:
        yield server
    if server.faults:
        raise AssertionError("the server failed") from server.faults[0]


@pytest.fixture
def crossref_server() -> Iterator[CrossrefServer]:
    with running(CrossrefServer()) as server:
        yield server


@pytest.fixture
def doaj_server() -> Iterator[DoajServer]:
    with running(DoajServer()) as server:
        yield server


@pytest.fixture
def datacite_server() -> Iterator[DataciteServer]:
    with running(DataciteServer()) as server:
        yield server


@pytest.fixture
def other_host() -> Iterator[OtherHost]:
    """A host to which no client may carry credentials."""
    with running(OtherHost()) as server:
        yield server
