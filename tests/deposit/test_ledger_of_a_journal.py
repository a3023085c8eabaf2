"""``ledger`` in journal.yaml: the ledger that a team shares."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatsx.deposit.fault import LedgerFault
from jatsx.deposit.ledger import Ledger
from jatsx.deposit.standing import Standing
from jatsx.library.deposits import send, status
from jatsx.library.session import Session
from tests.deposit.conftest import AT_ONCE, CREDENTIALS, HASTY, NAMES, Send, write_issue
from tests.deposit.shelf_server import ShelfServer


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The ledger of this user."""
    path = tmp_path / "own" / "ledger.sqlite"
    monkeypatch.setattr("jatsx.deposit.ledger.ledger.default_path", lambda: path)
    monkeypatch.setattr("jatsx.deposit.chosen_ledger.default_path", lambda: path)
    return path


def name_ledger(issue: Path, path: str) -> None:
    with (issue / "journal.yaml").open("a") as file:
        file.write(f"ledger: {path}\n")


def number(path: Path) -> int:
    with Ledger(path) as opened:
        return len([*opened.submissions()])


def test_without_any_it_is_that_of_the_user(deposit: Send, own: Path) -> None:
    assert deposit(ledger=None).count(Standing.REGISTERED) == 11
    assert number(own) == 1


def test_a_relative_path_starts_at_the_journal(
    deposit: Send, issue: Path, own: Path, session: Session
) -> None:
    name_ledger(issue, "../team.sqlite")
    assert deposit(ledger=None).count(Standing.REGISTERED) == 11
    assert number(issue.parent / "team.sqlite") == 1
    assert not own.exists()
    assert deposit(ledger=None, dry_run=True).count(Standing.UNCHANGED) == 11
    assert len(status(issue, session=session).articles) == 11


def test_a_journal_above_the_issues_has_it(deposit: Send, issue: Path, own: Path) -> None:
    name_ledger(issue, "team.sqlite")
    (issue / "journal.yaml").rename(issue.parent / "journal.yaml")
    assert deposit(ledger=None).count(Standing.REGISTERED) == 11
    assert number(issue.parent / "team.sqlite") == 1
    assert not own.exists()


def test_the_argument_is_stronger(deposit: Send, issue: Path, ledger: Path) -> None:
    name_ledger(issue, "team.sqlite")
    assert deposit().count(Standing.REGISTERED) == 11
    assert number(ledger) == 1
    assert not (issue / "team.sqlite").exists()


def test_two_journals_have_two_ledgers(
    session: Session, server: ShelfServer, issue: Path, tmp_path: Path, own: Path
) -> None:
    other = write_issue(tmp_path / "2023-4", NAMES[:2])
    journal = other / "journal.yaml"
    journal.write_text(journal.read_text("utf-8").replace("2075-1567", "2519-5379"), "utf-8")
    for path in (other / "articles").glob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("10.29228/", "10.29228/x"), "utf-8")
    name_ledger(other, "team.sqlite")
    result = send(
        [issue, other],
        "shelf",
        credentials=CREDENTIALS,
        server=server.url,
        session=session,
        waiting=AT_ONCE,
        patience=HASTY,
    )
    assert result.count(Standing.REGISTERED) == 13
    assert (number(own), number(other / "team.sqlite")) == (1, 1)
    known = status([issue, other], session=session)
    assert (len(known.articles), known.unsent) == (13, [])


def test_a_folder_that_does_not_exist_is_not_made(deposit: Send, issue: Path) -> None:
    name_ledger(issue, "absent/team.sqlite")
    with pytest.raises(LedgerFault, match="ledger-file-closed"):
        deposit(ledger=None)
