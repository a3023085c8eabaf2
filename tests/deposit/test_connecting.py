"""A connection that cannot be made."""

from __future__ import annotations

import sys

import pytest

from jatsx.deposit.connecting import Destination, openly_connected
from jatsx.deposit.fault import DepositFault
from tests.deposit.shelf import shelf

SHELF = shelf("shelf", "shelf")


def test_an_absent_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(DepositFault) as raised, openly_connected(Destination(SHELF)):
        pass
    assert raised.value.code == "ledger-package-absent"
    assert (raised.value.params["package"], raised.value.params["extra"]) == ("httpx", "office")


def test_an_address_that_is_not_safe_is_refused() -> None:
    unsafe = Destination(SHELF, server="http://shelf.example.org")
    with pytest.raises(DepositFault) as raised, openly_connected(unsafe):
        pass
    assert raised.value.code == "server-address-insecure"
