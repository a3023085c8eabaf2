"""Sixty killed deposits, in one ledger: see :mod:`tests.deposit.ledger.killed`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.deposit.ledger.killed import kill_once, moments, received


def test_60_deposits_killed_at_random_moments(tmp_path: Path) -> None:
    states = Counter(kill_once(tmp_path, moment) for moment in moments(60))
    print(f"\n60 killed deposits, {len(received(tmp_path))} documents received: {dict(states)}")
    assert len(received(tmp_path)) > 10
