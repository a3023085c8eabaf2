"""The fixtures, for the tests of the servers themselves."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.servers.fixtures import crossref_server, datacite_server, doaj_server, other_host

__all__ = ["crossref_server", "datacite_server", "doaj_server", "http", "other_host"]


@pytest.fixture(scope="session")
def http() -> Iterator[httpx.Client]:
    """A client that follows no redirects and knows no proxies."""
    with httpx.Client(timeout=30, trust_env=False) as client:
        yield client
