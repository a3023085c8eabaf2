"""Timestamps grow for every DOI, whoever asks for them."""

from __future__ import annotations

from multiprocessing import get_context
from pathlib import Path

import pytest

from jatsx.deposit.ledger import Ledger, LedgerFault
from tests.deposit.ledger.ledgers import (
    ISSUE,
    JOURNAL_ITEM,
    LIVE,
    NOW,
    TEST,
    article,
    ledger_file,
)


def test_the_next_timestamp_is_now_or_one_more_than_the_last_of_any_doi(tmp_path: Path) -> None:
    with Ledger(ledger_file(tmp_path)) as ledger:
        assert ledger.next_timestamp(LIVE, ["10.5555/a"], NOW) == NOW
        assert ledger.next_timestamp(LIVE, ["10.5555/b"], NOW) == NOW
        assert ledger.next_timestamp(LIVE, ["10.5555/b", "10.5555/A"], NOW) == "20260102030405679"
        earlier = "20250102030405678"
        assert ledger.next_timestamp(LIVE, ["https://doi.org/10.5555/B"], earlier) == (
            "20260102030405680"
        )
        later = "20270102030405678"
        assert ledger.next_timestamp(LIVE, ["10.5555/b"], later) == later
        assert ledger.next_timestamp(TEST, ["10.5555/b"], NOW) == NOW


def test_the_timestamp_after_the_last_second_of_a_year_is_a_date(tmp_path: Path) -> None:
    with Ledger(ledger_file(tmp_path)) as ledger:
        ledger.next_timestamp(LIVE, ["10.5555/a"], "20261231235959999")
        assert ledger.next_timestamp(LIVE, ["10.5555/a"], NOW) == "20270101000000000"


def test_now_is_a_timestamp(tmp_path: Path) -> None:
    with Ledger(ledger_file(tmp_path)) as ledger, pytest.raises(ValueError, match="17 digits"):
        ledger.next_timestamp(LIVE, ["10.5555/a"], "2026")


def test_a_prepared_submission_raises_the_timestamp(tmp_path: Path) -> None:
    with Ledger(ledger_file(tmp_path)) as ledger, ledger.lease(ISSUE) as lease:
        lease.prepare("caa.xml", b"", NOW, [article(1), JOURNAL_ITEM])
        assert ledger.next_timestamp(LIVE, [JOURNAL_ITEM.identifier], NOW) > NOW


def test_a_timestamp_that_another_document_has_passed_is_refused(tmp_path: Path) -> None:
    with Ledger(ledger_file(tmp_path)) as ledger, ledger.lease(ISSUE) as lease:
        first = ledger.next_timestamp(LIVE, ["10.5555/caa"], NOW)
        second = ledger.next_timestamp(LIVE, ["10.5555/caa"], NOW)
        lease.prepare("2.xml", b"", second, [article(2), JOURNAL_ITEM])
        for timestamp in (first, second):
            with pytest.raises(LedgerFault) as caught:
                lease.prepare("1.xml", b"", timestamp, [article(1), JOURNAL_ITEM])
            assert caught.value.code == "deposit-timestamp-passed"
            assert caught.value.params["last"] == second
        with pytest.raises(ValueError, match="17 digits"):
            lease.prepare("1.xml", b"", "1", [article(1)])


def test_the_last_of_several_documents_counts(tmp_path: Path) -> None:
    with Ledger(ledger_file(tmp_path)) as ledger, ledger.lease(ISSUE) as lease:
        times = [ledger.next_timestamp(LIVE, ["10.5555/caa"], NOW) for _ in range(3)]
        lease.prepare("1.xml", b"", times[0], [article(1), JOURNAL_ITEM])
        lease.prepare("3.xml", b"", times[2], [article(3), JOURNAL_ITEM])
        with pytest.raises(LedgerFault) as caught:
            lease.prepare("2.xml", b"", times[1], [article(2), JOURNAL_ITEM])
    assert caught.value.code == "deposit-timestamp-passed"
    assert caught.value.params["last"] == times[2]


def some_timestamps(path: Path) -> list[str]:
    """Timestamps for one DOI, taken by one process."""
    with Ledger(path) as ledger:
        return [ledger.next_timestamp(LIVE, ["10.5555/caa"], NOW) for _ in range(10)]


def test_two_processes_never_get_the_same(tmp_path: Path) -> None:
    path = ledger_file(tmp_path)
    with get_context("spawn").Pool(2) as pool:
        taken = pool.map(some_timestamps, [path, path, path, path], chunksize=1)
    assert all(one == sorted(one) for one in taken)
    assert len({timestamp for one in taken for timestamp in one}) == 40
