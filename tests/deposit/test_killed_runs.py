"""A deposit that is killed between any two of its steps: nothing is lost, nothing is sent twice."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from jatsx.deposit.asking import Waiting
from jatsx.deposit.standing import Standing
from tests.deposit.conftest import Send
from tests.deposit.killed_run import run_killed
from tests.deposit.shelf_server import ShelfServer

STEPS = 18
"""The number of moments of a deposit with one submission, which is queued once. After one call and
before the next is the same: only the even ones are tried."""


@pytest.mark.parametrize("step", range(2, STEPS + 1, 2))
def test_a_killed_deposit_goes_on(
    step: int, issue: Path, ledger: Path, server: ShelfServer, deposit: Send
) -> None:
    server.queued = 1
    assert run_killed(issue, ledger, server.url, step) == -signal.SIGKILL
    result = deposit(waiting=Waiting(first=0, longest=0.01, total=5, grace=0))
    done = result.count(Standing.REGISTERED) + result.count(Standing.UNCHANGED)
    assert (done, result.exit_code) == (11, 0)
    assert set(server.times_registered().values()) == {1}


def test_there_are_no_more_moments(issue: Path, ledger: Path, server: ShelfServer) -> None:
    server.queued = 1
    assert run_killed(issue, ledger, server.url, STEPS + 1) == 0
    assert set(server.times_registered().values()) == {1}
