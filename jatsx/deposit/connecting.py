"""Connecting to an agency: its server, the credentials, and whether they are accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from jatsx.deposit.credentials import secrets_in
from jatsx.deposit.fault import DepositFault
from jatsx.deposit.ledger import AgencySystem
from jatsx.http import HttpClient, Patience, RequestRefused
from jatsx.model.frozenmap import FrozenMap
from jatsx.plugin.agency import Agency, Connection


@dataclass(frozen=True, slots=True)
class Destination:
    """Where documents are sent.

    Args:
        agency: the agency.
        is_test: whether it is its test system.
        options: the options of sending.
        server: the address of another server that is used instead; None for the agency's own.
        patience: how long the clients wait; None for the default.
    """

    agency: Agency
    is_test: bool = False
    options: Mapping[str, str] = FrozenMap()
    server: str | None = None
    patience: Patience | None = None

    @property
    def system(self) -> AgencySystem:
        """The system, as the ledger knows it."""
        return AgencySystem(self.agency.name, self.is_test)

    @property
    def address(self) -> str:
        """The address of the server.

        Raises:
            DepositFault: the agency has no test system.
        """
        own = self.agency.test_address if self.is_test else self.agency.address
        if own is None:
            raise DepositFault("deposit-test-absent", agency=self.agency.title)
        return self.server or own

    @property
    def open_address(self) -> str | None:
        """The address of the server that is asked without credentials; None if there is none."""
        return self.server if self.server and self.agency.open_address else self.agency.open_address


@contextmanager
def connected(destination: Destination, credentials: Mapping[str, str]) -> Iterator[Connection]:
    """A connection to an agency. Nothing is sent yet.

    Raises:
        DepositFault: the address is not safe, a package is not installed, or the agency has no test
            system.
    """
    agency, is_test = destination.agency, destination.is_test
    options = destination.options
    with ExitStack() as opened:
        proof = agency.authentication(credentials)
        client = opened.enter_context(_client(destination.address, destination, credentials, proof))
        open_client, address = client, destination.open_address
        if address is not None:
            open_client = opened.enter_context(_client(address, destination, credentials))
        yield Connection(client, open_client, credentials, options, is_test)


@contextmanager
def openly_connected(destination: Destination) -> Iterator[Connection]:
    """A connection to what an agency shows to everybody. It has no credentials.

    Raises:
        DepositFault: the address is not safe, or a package is not installed.
    """
    address = destination.open_address or destination.address
    with _client(address, destination) as client:
        yield Connection(client, client, FrozenMap(), destination.options, destination.is_test)


def _client(
    address: str,
    destination: Destination,
    credentials: Mapping[str, str] = FrozenMap(),
    proof: Mapping[str, Any] = FrozenMap(),
) -> HttpClient:
    """A client that never shows the credentials.

    Raises:
        DepositFault: the address is not safe, or a package is not installed.
    """
    secrets = secrets_in(destination.agency, credentials)
    try:
        return HttpClient(address, secrets=secrets, patience=destination.patience, **proof)
    except RequestRefused as refused:
        is_absent = refused.code == "server-package-absent"
        code = "ledger-package-absent" if is_absent else refused.code
        raise DepositFault(code, **{"address": refused.address, **refused.params}) from None


def verify_credentials(agency: Agency, connection: Connection) -> None:
    """Verifies that the agency accepts the credentials, as far as it can be asked.

    Raises:
        DepositFault: it does not accept them.
        HttpFault: it cannot be asked.
    """
    if agency.verify is not None and agency.verify(connection) is False:
        raise DepositFault("deposit-credentials-refused", agency=agency.title)
