"""The file: where it is, its versions, and what can be wrong with it."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest

from jatsx.deposit.ledger import Ledger, LedgerFault, SubmissionState, default_path, schema
from jatsx.plugin.outcome import Outcome
from tests.deposit.ledger.ledgers import ISSUE, LIVE, article, ledger_file, prepared, sent

VERSION_1: Final = Path(__file__).parent / "data" / "version-1.sql"
"""A ledger of version 1. It is never changed: users have such files."""


def ledger_with_a_deposit(folder: Path) -> Path:
    """The path of a ledger with a registered article."""
    path = ledger_file(folder)
    with Ledger(path) as ledger, ledger.lease(ISSUE) as lease:
        sent(ledger, lease, {"10.5555/caa.1": Outcome.REGISTERED}, article(1))
    return path


def made_by_hand(path: Path, *statements: str) -> None:
    """A database that SQLite itself made."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.executescript(statement)
        connection.commit()


@contextmanager
def fault(code: str, path: Path) -> Iterator[None]:
    """Expects a fault of a file."""
    with pytest.raises(LedgerFault) as caught:
        yield
    assert (caught.value.code, caught.value.params["file"]) == (code, str(path))


# Where it is


def test_the_ledger_of_a_user_is_in_the_folder_for_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    with Ledger() as ledger:
        assert ledger.is_new
        assert ledger.path == default_path()
        assert ledger.path.is_relative_to(tmp_path)
    if sys.platform != "win32":
        assert default_path().parent.stat().st_mode & 0o077 == 0
    with Ledger() as ledger:
        assert not ledger.is_new


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    with pytest.raises(LedgerFault) as caught:
        Ledger()
    assert caught.value.code == "ledger-package-absent"
    assert caught.value.params == {"package": "platformdirs", "extra": "office"}
    Ledger(ledger_file(tmp_path)).close()


def test_a_folder_that_was_given_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "unmounted" / "ledger.sqlite"
    with fault("ledger-file-closed", path):
        Ledger(path)
    assert not path.parent.exists()


# Versions


def test_a_ledger_of_version_1_is_read(tmp_path: Path) -> None:
    path = ledger_file(tmp_path)
    made_by_hand(path, VERSION_1.read_text("utf-8"))
    with Ledger(path) as ledger, ledger.lease(ISSUE) as lease:
        assert [one.state for one in ledger.submissions()] == [
            SubmissionState.ANSWERED,
            SubmissionState.UNKNOWN,
        ]
        assert ledger.unchanged(LIVE, {"10.5555/caa.1": "h"}) == {"10.5555/caa.1"}
        assert ledger.document(1) == b"<a/>"
        assert [one.file_name for one in lease.unsettled()] == ["caa-2.xml"]
        assert ledger.next_timestamp(LIVE, ["10.5555/caa.2"], "20250101000000000") == (
            "20260102030405680"
        )


def test_an_older_version_takes_the_newer_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = ledger_file(tmp_path)
    made_by_hand(path, VERSION_1.read_text("utf-8"))
    step = ("ALTER TABLE submission ADD COLUMN note TEXT", "UPDATE submission SET note = 'read'")
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, step))
    for _ in range(2):
        with Ledger(path) as ledger:
            assert len([*ledger.submissions()]) == 2
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        assert connection.execute("SELECT DISTINCT note FROM submission").fetchall() == [("read",)]


def test_a_step_that_fails_leaves_the_older_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = ledger_with_a_deposit(tmp_path)
    before = path.read_bytes()
    with monkeypatch.context() as patched:
        step = ("DROP TABLE content", "no statement")
        patched.setattr(schema, "STEPS", (*schema.STEPS, step))
        with fault("ledger-file-damaged", path):
            Ledger(path)
    assert path.read_bytes() == before


def test_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = ledger_with_a_deposit(tmp_path)
    made_by_hand(path, f"PRAGMA user_version = {len(schema.STEPS) + 1}")
    before = path.read_bytes()
    with fault("ledger-version-newer", path):
        Ledger(path)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = ledger_file(tmp_path)
    made_by_hand(path, "CREATE TABLE recipe (title)")
    with fault("ledger-file-foreign", path):
        Ledger(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipe",)]


def test_changes_are_on_the_disk_before_a_call_returns(tmp_path: Path) -> None:
    path = ledger_with_a_deposit(tmp_path)
    with Ledger(path) as ledger:
        pragmas = {name: ledger._file.run(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
    assert pragmas == PRAGMAS
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


PRAGMAS: Final[dict[str, Any]] = {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1}


# What can be wrong


@pytest.mark.parametrize("content", [b"<html>", b"SQLite format 3\0" + bytes(5000)])
def test_what_is_not_a_database_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = ledger_file(tmp_path)
    path.write_bytes(content * 100)
    with fault("ledger-file-damaged", path):
        Ledger(path)
    assert path.read_bytes() == content * 100


def test_a_cut_file_is_damaged(tmp_path: Path) -> None:
    path = ledger_with_a_deposit(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 3])
    with fault("ledger-file-damaged", path), Ledger(path) as ledger, ledger.lease(ISSUE) as lease:
        prepared(ledger, lease, article(2))


@pytest.mark.parametrize("content", ["x''", "x'789c'", "x'789c030000000001'"])
def test_a_document_that_is_not_as_it_was_sent_is_damaged(tmp_path: Path, content: str) -> None:
    path = ledger_with_a_deposit(tmp_path)
    made_by_hand(path, f"UPDATE content SET document = {content}")
    with Ledger(path) as ledger, fault("ledger-file-damaged", path):
        ledger.document(1)


def test_a_file_that_another_process_writes_is_locked(tmp_path: Path) -> None:
    path = ledger_with_a_deposit(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with fault("ledger-file-locked", path):
            Ledger(path, wait=0.2)
        other.execute("ROLLBACK")
    Ledger(path, wait=0.2).close()


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    path = ledger_with_a_deposit(tmp_path)
    with Ledger(path) as ledger, ledger.lease(ISSUE) as lease:
        number = prepared(ledger, lease, article(2))
        pages = ledger._file.run("PRAGMA page_count").fetchone()[0]
        ledger._file.run(f"PRAGMA max_page_count = {pages}")
        lease.sending(number)
        with fault("ledger-disk-full", path):
            lease.answered(number, {}, os.urandom(100_000))
        assert [one.state for one in lease.unsettled()] == [SubmissionState.SENDING]
        ledger._file.run(f"PRAGMA max_page_count = {1000 * pages}")
        lease.answered(number, {}, os.urandom(100_000))


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
@pytest.mark.parametrize("way", ["moved", "deleted"])
def test_a_file_that_is_moved_away_is_not_written(tmp_path: Path, way: str) -> None:
    path = ledger_with_a_deposit(tmp_path)
    with Ledger(path) as ledger:
        lease = ledger.lease(ISSUE)
        if way == "moved":
            path.rename(tmp_path / "other")
        else:
            path.unlink()
        with fault("ledger-file-moved", path):
            prepared(ledger, lease, article(2))


@contextmanager
def permissions_hold() -> Iterator[None]:
    """Permissions hold in this process: root may write everything."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


NOBODY: Final = 65534


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach: that of pytest is closed to others."""
    with TemporaryDirectory() as name:
        yield Path(name)
        Path(name).chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions there")
@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o555), (0o444, 0o777), (0o666, 0o555)])
def test_a_read_only_ledger_can_be_read(open_folder: Path, file: int, folder: int) -> None:
    path = ledger_with_a_deposit(open_folder)
    path.chmod(file)
    open_folder.chmod(folder)
    with permissions_hold(), Ledger(path) as ledger:
        assert len([*ledger.submissions()]) == 1
        with fault("ledger-file-readonly", path):
            ledger.lease(ISSUE)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions there")
@pytest.mark.parametrize(("file", "folder"), [(0o000, 0o777), (0o666, 0o000), (None, 0o555)])
def test_a_ledger_that_cannot_be_opened(open_folder: Path, file: int | None, folder: int) -> None:
    path = ledger_file(open_folder)
    if file is not None:
        path = ledger_with_a_deposit(open_folder)
        path.chmod(file)
    open_folder.chmod(folder)
    with permissions_hold(), fault("ledger-file-closed", path):
        Ledger(path)
