"""200 deposits that are killed at a random moment: nothing is lost, and nothing is sent twice."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from jatsx.deposit.asking import Waiting
from jatsx.deposit.ledger import Ledger
from jatsx.library.deposits import send
from jatsx.library.session import Session
from tests.deposit.conftest import CREDENTIALS, HASTY, NAMES, session, write_issue
from tests.deposit.shelf_server import ShelfServer
from tests.servers.fixtures import running

__all__ = ["session"]

RUNS = 200
NEVER_KILLED = "0"
PATIENT = Waiting(first=0, longest=0.01, total=10, grace=0)


def killed(issue: Path, ledger: Path, server: str, moment: float) -> None:
    """A deposit in a process of its own, killed after some seconds unless it has ended."""
    arguments = (str(issue), str(ledger), server, NEVER_KILLED)
    process = subprocess.Popen([sys.executable, "-m", "tests.deposit.killed_run", *arguments])
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def test_200_deposits_are_killed(tmp_path: Path, session: Session) -> None:
    seeded = random.Random(24)
    issue = write_issue(tmp_path / "2024-1", NAMES)
    start = time.monotonic()
    with running(ShelfServer()) as server:
        killed(issue, tmp_path / "first.sqlite", server.url, 60)
    whole = time.monotonic() - start
    for number in range(RUNS):
        ledger = tmp_path / f"{number}.sqlite"
        with running(ShelfServer()) as server:
            server.queued = 3
            killed(issue, ledger, server.url, seeded.uniform(whole / 3, whole * 1.1))
            result = send(
                issue,
                "shelf",
                ledger=ledger,
                credentials=CREDENTIALS,
                server=server.url,
                session=session,
                waiting=PATIENT,
                patience=HASTY,
            )
            assert result.exit_code == 0, number
            assert server.times_registered() == {f"10.29228/{name}": 1 for name in NAMES}, number
        with Ledger(ledger) as opened:
            assert len([*opened.status()]) == len(NAMES) + 1  # the issue has a DOI too
