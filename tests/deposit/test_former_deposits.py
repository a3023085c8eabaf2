"""What a deposit makes of earlier ones: by another process, of another issue."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatsx.deposit.asking import Waiting
from jatsx.deposit.result import DepositResult
from jatsx.deposit.standing import Standing
from tests.deposit.conftest import Send
from tests.deposit.shelf_server import ShelfServer
from tests.servers.script import CUT_AFTER, on

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
