"""What a deposit makes of earlier ones: by another process, of another issue."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from jatsx.deposit.asking import Waiting
from jatsx.deposit.ledger import Ledger
from jatsx.deposit.result import DepositResult
from jatsx.deposit.standing import Standing
from tests.deposit.conftest import Send, write_issue
from tests.deposit.shelf_server import ShelfServer
from tests.servers.script import CUT_AFTER, on, status

HASTY = Waiting(first=0, longest=0.01, total=0.1)


def rename_issue(issue: Path) -> None:
    """The issue gets another id, and the journal another ISSN: another place in the ledger."""
    with (issue / "issue.yaml").open("a") as file:
        file.write("id: 2024-first\n")
    path = issue / "journal.yaml"
    path.write_text(path.read_text("utf-8").replace("2075-1567", "2519-5379"), "utf-8")


def lose_the_answers(deposit: Send, server: ShelfServer) -> None:
    """The articles are registered, but nobody knows it."""
    server.script = [on("/deposit", CUT_AFTER)] * 3
    assert deposit(waiting=HASTY).count(Standing.UNKNOWN) == 11
    server.script = []


@pytest.mark.parametrize("again", [False, True])
def test_what_another_process_sends_meanwhile_is_not_sent_again(
    again: bool, deposit: Send, server: ShelfServer
) -> None:
    def confirm(_: DepositResult) -> bool:
        assert deposit(wait=not again).count(Standing.WAITING if again else Standing.REGISTERED)
        return True

    result = deposit(confirm=confirm, again=again)
    assert result.count(Standing.WAITING if again else Standing.UNCHANGED) == 11
    assert set(server.times_registered().values()) == {1}


def test_articles_of_a_renamed_issue_are_asked_for(
    deposit: Send, server: ShelfServer, issue: Path
) -> None:
    lose_the_answers(deposit, server)
    rename_issue(issue)
    assert deposit(waiting=HASTY).count(Standing.UNCHANGED) == 11
    assert set(server.times_registered().values()) == {1}


def test_they_can_be_given_up(deposit: Send, server: ShelfServer, issue: Path) -> None:
    lose_the_answers(deposit, server)
    rename_issue(issue)
    server.kept.clear()
    assert deposit(waiting=HASTY).count(Standing.UNKNOWN) == 11
    assert deposit(waiting=HASTY, again=True).count(Standing.REGISTERED) == 11


def test_two_issues_of_a_journal_never_get_one_timestamp(
    deposit: Send,
    server: ShelfServer,
    issue: Path,
    ledger: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The other issue is deposited after a timestamp was given out, and before it is used."""
    with (issue / "journal.yaml").open("a") as file:
        file.write("doi: 10.29228/annals\n")
    other = Path(shutil.copytree(issue, issue.with_name("2024-2")))
    for path in other.rglob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("10.29228/0", "10.29228/2-0"), "utf-8")
        path.write_text(path.read_text("utf-8").replace("10.29228/1", "10.29228/2-1"), "utf-8")
    given, others = Ledger.next_timestamp, [other]

    def with_another(*arguments: Any) -> str:
        timestamp = given(*arguments)
        if others:
            assert deposit(source=others.pop()).count(Standing.REGISTERED) == 11
        return timestamp

    monkeypatch.setattr(Ledger, "next_timestamp", with_another)
    assert deposit().count(Standing.REGISTERED) == 11
    assert set(server.times_registered().values()) == {1}
    with Ledger(ledger) as opened:
        sent = [
            one.submission.timestamp
            for one in opened.items()
            if one.item.identifier == "10.29228/annals"
        ]
    assert len({*sent}) == 2


def test_a_server_that_accepts_nothing_is_not_tried_for_each_issue(
    deposit: Send, server: ShelfServer, issue: Path
) -> None:
    other = write_issue(issue.with_name("2024-2"), ("21", "22"))
    server.script = [on("/deposit", status(401))] * 2
    assert deposit(source=[issue, other]).count(Standing.NOT_SENT) == 13
    assert len(server.asked("/deposit")) == 1


def test_a_document_that_is_refused_does_not_stop_the_others(
    deposit: Send, server: ShelfServer
) -> None:
    server.script = [on("/deposit", status(413))]
    result = deposit("shelf-one")
    assert (result.count(Standing.NOT_SENT), result.count(Standing.REGISTERED)) == (1, 10)


def test_nothing_is_given_up_before_the_user_agrees(deposit: Send, server: ShelfServer) -> None:
    lose_the_answers(deposit, server)
    kept, server.kept = server.kept, {}
    asked: list[int] = []

    def decline(going: DepositResult) -> bool:
        asked.append(going.count(Standing.READY))
        return False

    deposit(waiting=HASTY, again=True, confirm=decline)
    server.kept = kept
    assert asked == [11]
    assert deposit(waiting=HASTY).count(Standing.UNCHANGED) == 11
    assert set(server.times_registered().values()) == {1}
