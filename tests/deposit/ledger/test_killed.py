"""Killed deposits: nothing is lost, and nothing that may have been sent is said not to be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.deposit.ledger.killed import kill_once, moments, received


@pytest.mark.skipif(sys.platform == "win32", reason="leases end by expiry there")
def test_deposits_killed_at_random_moments(tmp_path: Path) -> None:
    for moment in moments(10):
        kill_once(tmp_path, moment)
    assert received(tmp_path)
