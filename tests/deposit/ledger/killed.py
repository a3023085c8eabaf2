"""Deposits that are killed at random moments, and what the ledger says afterwards.

Run as a program, it deposits again and again. What it “sends” it writes to a file, as an agency
would receive it: between ``sending`` and the next call.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from jatsx.deposit.ledger import ItemOutcome, Lease, Ledger, SubmissionState
from jatsx.plugin.outcome import Outcome
from tests.deposit.ledger.ledgers import ISSUE, JOURNAL_ITEM, LIVE, NOW, article

ROOT: Final = Path(__file__).parents[3]
ITEMS: Final = (article(1), article(2), JOURNAL_ITEM)
DOIS: Final = tuple(one.identifier for one in ITEMS)


def received(folder: Path) -> list[tuple[str, str]]:
    """What has reached the agency: the name and the timestamp of each document."""
    path = folder / "agency.jsonl"
    lines = path.read_text("utf-8").split("\n") if path.exists() else []
    return [(name, timestamp) for name, timestamp in map(json.loads, filter(None, lines))]


def deposit_for_ever(folder: Path) -> None:
    """Settles what former processes left, and deposits, until it is killed."""
    print("ready", flush=True)
    with (
        Ledger(folder / "ledger.sqlite") as ledger,
        ledger.lease(ISSUE) as lease,
        (folder / "agency.jsonl").open("a", encoding="utf-8") as agency,
    ):
        for submission in lease.unsettled():
            arrived = {name for name, _ in received(folder)}
            if submission.file_name in arrived:
                answer(lease, submission.number)
            else:
                lease.give_up(submission.number)
        while True:
            timestamp = ledger.next_timestamp(LIVE, DOIS, NOW)
            name = f"caa-{timestamp}.xml"
            number = lease.prepare(name, name.encode() * 100, timestamp, ITEMS)
            lease.sending(number)
            agency.write(json.dumps([name, timestamp]) + "\n")
            agency.flush()
            if random.random() < 0.5:
                lease.accepted(number, f"id-{number}")
                lease.renew()
            answer(lease, number)


def answer(lease: Lease, number: int) -> None:
    """Records that everything was registered."""
    outcomes = {doi: ItemOutcome(Outcome.REGISTERED) for doi in DOIS}
    lease.answered(number, outcomes, b"<answer/>")


def kill_once(folder: Path, moment: float) -> str:
    """Starts a process that deposits, kills it after a time, and looks at the ledger.

    Returns:
        the state of the last submission; empty if there is none.
    """
    command = [sys.executable, "-m", "tests.deposit.ledger.killed", str(folder)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        time.sleep(moment)
        process.kill()
    return state_found(folder)


def state_found(folder: Path) -> str:
    """Asserts that the ledger knows of everything that has reached the agency.

    Returns:
        the state of the last submission; empty if there is none.
    """
    arrived = dict(received(folder))
    assert [*arrived.values()] == sorted({*arrived.values()}), "timestamps grow, each sent once"
    with Ledger(folder / "ledger.sqlite") as ledger:
        known = {one.file_name: one for one in ledger.submissions()}
        assert arrived.keys() <= known.keys()
        for name, submission in known.items():
            if name in arrived:
                assert submission.sent, "it is not said that it was not sent"
                assert submission.timestamp == arrived[name]
                assert submission.state in (SubmissionState.ANSWERED, *UNFINISHED)
            assert ledger.document(submission.number) == name.encode() * 100
            assert len(ledger.items_of(submission.number)) == len(ITEMS)
        unfinished = [one for one in known.values() if one.state in UNFINISHED]
        assert len(unfinished) <= 1
        if unfinished:
            assert ledger.unchanged(LIVE, {one.identifier: one.content_hash for one in ITEMS}) == (
                set()
            )
    return [*known.values()][-1].state if known else ""


UNFINISHED: Final = (SubmissionState.UNKNOWN, SubmissionState.WAITING)


def moments(count: int) -> list[float]:
    """Moments within the time that a few deposits take, in seconds."""
    chosen = random.Random(24)
    return [chosen.uniform(0, 0.3) for _ in range(count)]


if __name__ == "__main__":
    deposit_for_ever(Path(sys.argv[1]))
