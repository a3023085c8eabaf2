"""Two deposits of one issue at once: one waits, or stops and names the other."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest

from jatsx.deposit.ledger import IssueAtAgency, Ledger, LedgerFault, SubmissionState
from jatsx.deposit.ledger.processes import LeaseHolder, has_ended, process_start, this_process
from jatsx.findings.sentences import Sentences
from jatsx.plugin.outcome import Outcome
from tests.deposit.ledger.ledgers import (
    ISSUE,
    LIVE,
    TEST,
    SetClock,
    article,
    ledger_file,
    prepared,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="leases end by expiry there")
LIFE = timedelta(minutes=10)


def ended_process() -> int:
    """The id of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@contextmanager
def as_process(monkeypatch: pytest.MonkeyPatch, holder: LeaseHolder) -> Iterator[None]:
    """Leases are taken in the name of another process."""
    with monkeypatch.context() as patched:
        patched.setattr("jatsx.deposit.ledger.holding.this_process", lambda: holder)
        yield


def left_by(
    monkeypatch: pytest.MonkeyPatch, ledger: Ledger, holder: LeaseHolder
) -> tuple[int, int]:
    """Submissions that a process was preparing, and sending, when it was killed."""
    with as_process(monkeypatch, holder):
        lease = ledger.lease(ISSUE, life=LIFE)
    waiting, being_sent = (prepared(ledger, lease, article(one)) for one in (1, 2))
    lease.sending(being_sent)
    return waiting, being_sent


# One at a time


def test_a_second_deposit_stops_and_names_the_first(tmp_path: Path) -> None:
    path = ledger_file(tmp_path)
    with Ledger(path) as ledger, ledger.lease(ISSUE), Ledger(path) as second:
        with pytest.raises(LedgerFault) as caught:
            second.lease(ISSUE, wait=0.3)
        sentence = Sentences().sentence(caught.value.finding())
        assert caught.value.code == "ledger-issue-taken"
        assert f"process {os.getpid()} on computer {this_process().host}" in sentence
        assert "Issue 2021-4 of journal 2414-570X" in sentence


@pytest.mark.parametrize(
    "other",
    [
        replace(ISSUE, issue="2022-1"),
        replace(ISSUE, journal="2709-1090"),
        replace(ISSUE, system=TEST),
        replace(ISSUE, system=replace(LIVE, agency="another")),
    ],
)
def test_other_issues_and_agencies_are_free(tmp_path: Path, other: IssueAtAgency) -> None:
    with Ledger(ledger_file(tmp_path)) as ledger, ledger.lease(ISSUE), ledger.lease(other):
        pass


def test_a_released_lease_is_free(tmp_path: Path) -> None:
    with Ledger(ledger_file(tmp_path)) as ledger:
        for _ in range(2):
            with ledger.lease(ISSUE):
                pass


def deposit_slowly(path: Path) -> list[str]:
    """Sends one article, and returns when the lease was taken and released."""
    with Ledger(path) as ledger, ledger.lease(ISSUE, wait=60) as lease:
        number = prepared(ledger, lease, article(1))
        lease.sending(number)
        lease.renew()
        lease.answered(number, {})
        (submission,) = [one for one in ledger.submissions() if one.number == number]
        return [submission.prepared, submission.settled or ""]


def test_a_deposit_can_wait_for_the_other(tmp_path: Path) -> None:
    with get_context("spawn").Pool(2) as pool:
        spans = sorted(pool.map(deposit_slowly, [ledger_file(tmp_path)] * 4, chunksize=1))
    times = [time for span in spans for time in span]
    assert times == sorted(times)


# Of ended processes


def test_the_lease_of_an_ended_process_is_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = replace(this_process(), process=ended_process())
    with Ledger(ledger_file(tmp_path)) as ledger:
        was_prepared, being_sent = left_by(monkeypatch, ledger, ended)
        assert {one.number: one.state for one in ledger.submissions()} == {
            was_prepared: SubmissionState.PREPARED,
            being_sent: SubmissionState.UNKNOWN,
        }
        assert [one.outcome for one in ledger.items_of(being_sent)] == [Outcome.UNKNOWN]
        status = ledger.status_of(LIVE, "10.5555/caa.2")
        assert status is not None
        assert status.last.outcome is Outcome.UNKNOWN
        with ledger.lease(ISSUE) as lease:
            assert [(one.number, one.state) for one in lease.unsettled()] == [
                (being_sent, SubmissionState.UNKNOWN)
            ]
        given_up, unknown = ledger.submissions()
        assert (given_up.state, given_up.sent) == (SubmissionState.GIVEN_UP, None)
        assert unknown.sent


def test_an_ended_process_whose_id_was_given_to_another_has_ended() -> None:
    here = this_process()
    if here.start is None:
        pytest.skip("the start of a process is not known here")
    assert has_ended(here) is False
    assert has_ended(replace(here, start="another boot/1")) is True
    assert has_ended(replace(here, start=None)) is None
    assert has_ended(replace(here, process=ended_process())) is True
    assert process_start(ended_process()) is None


def test_a_running_process_keeps_its_lease_after_it_expired(tmp_path: Path) -> None:
    clock = SetClock()
    with Ledger(ledger_file(tmp_path), clock=clock) as ledger, ledger.lease(ISSUE, life=LIFE):
        clock.advance(2 * LIFE)
        with pytest.raises(LedgerFault, match="ledger-issue-taken"):
            ledger.lease(ISSUE)


@pytest.mark.parametrize("case", ["another computer", "no start known", "Windows"])
def test_where_it_cannot_be_seen_whether_a_process_has_ended_its_lease_expires(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    holder = this_process()
    if case == "another computer":
        holder = replace(holder, host="another", process=ended_process())
    elif case == "no start known":
        holder = replace(holder, start=None)
    else:
        monkeypatch.setattr("sys.platform", "win32")
    clock = SetClock()
    with Ledger(ledger_file(tmp_path), clock=clock) as ledger:
        _, being_sent = left_by(monkeypatch, ledger, holder)
        clock.advance(LIFE - timedelta(seconds=1))
        with pytest.raises(LedgerFault) as caught:
            ledger.lease(ISSUE)
        assert caught.value.params["host"] == holder.host
        assert [one.state for one in ledger.submissions()][-1] is SubmissionState.SENDING
        clock.advance(timedelta(seconds=1))
        with ledger.lease(ISSUE) as lease:
            assert [one.number for one in lease.unsettled()] == [being_sent]


def test_a_process_that_lost_its_lease_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, path = SetClock(), ledger_file(tmp_path)
    with Ledger(path, clock=clock) as slow, Ledger(path, clock=clock) as other:
        with as_process(monkeypatch, replace(this_process(), host="another")):
            lost = slow.lease(ISSUE, life=LIFE)
        number = prepared(slow, lost, article(1))
        lost.sending(number)
        clock.advance(LIFE)
        with other.lease(ISSUE) as lease:
            with pytest.raises(LedgerFault, match="ledger-lease-lost") as caught:
                lost.accepted(number)
            assert caught.value.params["process"] == str(os.getpid())
            lost.release()  # which is not that of the other
            lease.accepted(number, "7")
        with pytest.raises(LedgerFault) as caught:
            lost.renew()
        assert "no longer has the right" in Sentences().sentence(caught.value.finding())
        assert [one.state for one in slow.submissions()] == [SubmissionState.WAITING]


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_what_was_being_sent_when_an_exception_came_is_unknown(
    tmp_path: Path, error: type[BaseException]
) -> None:
    with Ledger(ledger_file(tmp_path)) as ledger:
        with pytest.raises(error), ledger.lease(ISSUE) as lease:  # noqa: PT012
            lease.sending(prepared(ledger, lease, article(1)))
            prepared(ledger, lease, article(2))
            raise error
        assert [(one.state, one.sent is None) for one in ledger.submissions()] == [
            (SubmissionState.UNKNOWN, False),
            (SubmissionState.GIVEN_UP, True),
        ]
