"""A ledger, and the lease of an issue in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jatsx.deposit.ledger import Lease, Ledger
from tests.deposit.ledger.ledgers import ISSUE, ledger_file


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(ledger_file(tmp_path)) as opened:
        yield opened


@pytest.fixture
def lease(ledger: Ledger) -> Iterator[Lease]:
    with ledger.lease(ISSUE) as taken:
        yield taken
