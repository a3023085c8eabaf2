"""Submissions to an agency keep their distance, from all processes with one ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

from jatsx.deposit.ledger import AgencySystem, Ledger
from tests.deposit.ledger.ledgers import ISSUE, SetClock, article, ledger_file, prepared

INTERVAL = 5


def turn(path: Path, number: int, clock: SetClock, system: AgencySystem = ISSUE.system) -> float:
    """Another process that sends an issue of its own: how long it is to wait."""
    place = replace(ISSUE, issue=str(number), system=system)
    with Ledger(path, clock=clock) as ledger, ledger.lease(place) as lease:
        return lease.sending(prepared(ledger, lease, article(number)), INTERVAL)


def test_each_has_a_turn_of_its_own(tmp_path: Path) -> None:
    path, clock = ledger_file(tmp_path), SetClock()
    assert [turn(path, number, clock) for number in range(3)] == [0, 5, 10]
    clock.advance(timedelta(seconds=12))
    assert turn(path, 3, clock) == 3
    clock.advance(timedelta(minutes=1))
    assert turn(path, 4, clock) == 0


def test_other_agencies_do_not_wait(tmp_path: Path) -> None:
    path, clock = ledger_file(tmp_path), SetClock()
    assert turn(path, 1, clock) == turn(path, 2, clock, AgencySystem("another")) == 0
    assert turn(path, 3, clock, replace(ISSUE.system, is_test=True)) == 0


def test_a_wrong_clock_does_not_stop_everybody(tmp_path: Path) -> None:
    path, wrong, right = ledger_file(tmp_path), SetClock(), SetClock()
    wrong.advance(timedelta(days=400))
    assert turn(path, 1, wrong) == 0
    assert turn(path, 2, right) == INTERVAL


def take_turn(path: Path, number: int) -> str:
    place = replace(ISSUE, issue=str(number))
    with Ledger(path) as ledger, ledger.lease(place) as lease:
        lease.sending(prepared(ledger, lease, article(number)), INTERVAL)
        (submission,) = ledger.submissions(journal=place.journal, issue=place.issue)
        return submission.sent or ""


def test_processes_side_by_side(tmp_path: Path) -> None:
    path = ledger_file(tmp_path)
    with get_context("spawn").Pool(2) as pool:
        times = sorted(pool.starmap(take_turn, [(path, number) for number in range(6)]))
    moments = [datetime.fromisoformat(one) for one in times]
    gaps = [(after - before).total_seconds() for before, after in pairwise(moments)]
    assert min(gaps) >= INTERVAL
