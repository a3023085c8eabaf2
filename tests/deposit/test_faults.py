"""What goes wrong between the files and the agency, and what is said and sent after it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from jatsx.deposit.asking import Waiting
from jatsx.deposit.fault import DepositFault
from jatsx.deposit.ledger import AgencySystem, IssueAtAgency, Ledger, LedgerFault, SubmissionState
from jatsx.deposit.standing import Standing
from jatsx.library.session import Session
from tests.deposit.conftest import CREDENTIALS, Send
from tests.deposit.shelf_server import PASSWORD, ShelfServer
from tests.deposit.test_flow import standings, states
from tests.servers.script import (
    CUT_AFTER,
    CUT_BEFORE,
    LOGIN_PAGE,
    NORMAL,
    SILENCE,
    TRUNCATED,
    Step,
    on,
    status,
)

PLACE = IssueAtAgency(AgencySystem("shelf"), "2075-1567", "2024-1")


@pytest.mark.parametrize("code", [400, 401, 413, 429, 503])
def test_what_is_certainly_not_processed_is_not_sent(
    code: int, deposit: Send, server: ShelfServer, ledger: Path
) -> None:
    server.script = [on("/deposit", status(code))] * 2
    result = deposit()
    assert (result.count(Standing.NOT_SENT), result.exit_code) == (11, 6)
    assert (states(ledger), server.registered) == ([SubmissionState.GIVEN_UP], {})
    assert len(result.findings) == 1
    server.script = []
    assert deposit().count(Standing.REGISTERED) == 11


@pytest.mark.parametrize(
    "step", [CUT_AFTER, LOGIN_PAGE, TRUNCATED, SILENCE, status(500, accepted=True)]
)
def test_what_may_have_been_processed_is_asked_for(
    step: Step, deposit: Send, server: ShelfServer
) -> None:
    server.script = [on("/deposit", step)]
    hasty = Waiting(first=0, longest=0.01, total=0.1)
    first = deposit(waiting=hasty)
    if step is LOGIN_PAGE:  # it was not processed, but nobody can know that yet
        assert (first.count(Standing.UNKNOWN), first.exit_code) == (11, 6)
        assert server.registered == {}
    else:
        assert (first.count(Standing.REGISTERED), first.exit_code, first.findings) == (11, 0, [])
    second = deposit(waiting=hasty)
    assert second.count(Standing.NOT_SENT) == 0
    assert set(server.times_registered().values()) <= {1}
    assert len([one for one in server.asked("/deposit") if one.method == "POST"]) == 1


def test_what_the_agency_does_not_have_is_sent_again_after_a_while(
    deposit: Send, server: ShelfServer, ledger: Path
) -> None:
    server.script = [on("/deposit", CUT_BEFORE)]
    waiting = Waiting(first=0, longest=0.01, total=0.1)
    assert deposit(waiting=waiting).count(Standing.UNKNOWN) == 11
    assert deposit(waiting=waiting).count(Standing.UNKNOWN) == 11
    impatient = Waiting(first=0, longest=0.01, total=5, grace=0)
    assert deposit(waiting=impatient).count(Standing.REGISTERED) == 11
    assert states(ledger) == [SubmissionState.GIVEN_UP, SubmissionState.ANSWERED]
    assert set(server.times_registered().values()) == {1}


def test_a_user_can_give_up_an_unknown_outcome(deposit: Send, server: ShelfServer) -> None:
    server.script = [on("/deposit", CUT_BEFORE)]
    waiting = Waiting(first=0, longest=0.01, total=0.1)
    deposit(waiting=waiting)
    assert deposit(waiting=waiting, again=True).count(Standing.REGISTERED) == 11


def test_submissions_keep_their_distance(
    deposit: Send, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = replace(session.registry.agencies["shelf-one"], interval=100)
    monkeypatch.setitem(session.registry.agencies, "shelf-one", slow)
    pauses: list[float] = []
    waiting = Waiting(first=0, longest=0, total=5, sleep=pauses.append)
    assert deposit("shelf-one", waiting=waiting).count(Standing.REGISTERED) == 11
    assert [round(one, -2) for one in pauses if one > 1] == [100 * n for n in range(1, 11)]


def test_a_slow_queue_is_waiting(deposit: Send, server: ShelfServer, ledger: Path) -> None:
    server.queued = 1_000
    result = deposit(waiting=Waiting(first=0, longest=0.01, total=0.05))
    assert (result.count(Standing.WAITING), result.exit_code) == (11, 6)
    assert states(ledger) == [SubmissionState.WAITING]
    server.kept[next(iter(server.kept))].queued = 0
    assert deposit().count(Standing.UNCHANGED) == 11
    assert set(server.times_registered().values()) == {1}


def test_what_the_agency_has_after_all_is_waiting(
    deposit: Send, server: ShelfServer, ledger: Path
) -> None:
    server.queued = 1_000
    server.script = [on("/deposit", CUT_AFTER)]
    assert deposit(wait=False).count(Standing.UNKNOWN) == 11
    assert states(ledger) == [SubmissionState.UNKNOWN]
    hasty = Waiting(first=0, longest=0.01, total=0.05)
    for _ in range(2):
        assert deposit(waiting=hasty).count(Standing.WAITING) == 11
        assert states(ledger) == [SubmissionState.WAITING]


def test_without_waiting_the_outcome_is_asked_for_by_the_next_run(
    deposit: Send, server: ShelfServer
) -> None:
    result = deposit(wait=False)
    assert (result.count(Standing.WAITING), result.exit_code) == (11, 6)
    assert deposit().count(Standing.UNCHANGED) == 11
    assert set(server.times_registered().values()) == {1}


def test_a_server_that_stops_leaves_the_rest_unsent(deposit: Send, server: ShelfServer) -> None:
    server.script = [on("/deposit", NORMAL), *[on("/deposit", status(503))] * 2]
    result = deposit("shelf-small")
    assert result.count(Standing.REGISTERED) + result.count(Standing.NOT_SENT) == 11
    assert result.count(Standing.REGISTERED) > 0
    assert deposit("shelf-small").count(Standing.REGISTERED) == result.count(Standing.NOT_SENT)
    assert set(server.times_registered().values()) == {1}


def test_a_wrong_password_sends_nothing(deposit: Send, server: ShelfServer) -> None:
    with pytest.raises(DepositFault, match="deposit-credentials-refused"):
        deposit(credentials={**CREDENTIALS, "JATSX_SHELF_PASSWORD": "s3cret-mistyped"})
    assert server.asked("/deposit") == []


def test_an_unreachable_server_is_said(deposit: Send, ledger: Path) -> None:
    result = deposit(server="http://127.0.0.1:1")
    assert (result.count(Standing.NOT_SENT), result.exit_code) == (11, 6)
    assert [one.code for one in result.findings] == ["server-connection-failed"]
    assert states(ledger) == []


def test_a_second_deposit_of_an_issue_stops(
    deposit: Send, server: ShelfServer, ledger: Path
) -> None:
    taken = pytest.raises(LedgerFault, match="ledger-issue-taken")
    with Ledger(ledger) as opened, opened.lease(PLACE), taken:
        deposit()
    assert server.asked("/deposit") == []


def test_a_failing_plugin_leaves_the_outcome_unknown(
    deposit: Send, server: ShelfServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(answered: object) -> None:
        raise KeyError(f"{PASSWORD} {answered}")

    monkeypatch.setattr("tests.deposit.shelf.read", fail)
    result = deposit()
    assert (result.count(Standing.UNKNOWN), result.exit_code) == (11, 3)
    assert {one.code for one in result.findings} == {"plugin-failed"}
    assert PASSWORD not in "".join(map(result.message, result.findings))
    monkeypatch.undo()
    assert deposit().count(Standing.UNCHANGED) == 11
    assert set(server.times_registered().values()) == {1}


def test_sample_values_are_sent_only_in_tests(deposit: Send, issue: Path) -> None:
    journal = issue / "journal.yaml"
    journal.write_text(journal.read_text("utf-8") + "rules: {sample-value: off}\n", "utf-8")
    for name, old, new in (
        ("05", "10.29228/05", "10.5555/05"),
        ("06", "https://annals.kz", "https://example.org"),
    ):
        path = issue / "articles" / f"{name}.yaml"
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    result = deposit()
    blocked = {id for id, one in standings(result).items() if one is Standing.BLOCKED}
    assert (blocked, result.count(Standing.REGISTERED)) == ({"05", "06"}, 9)
    assert {one.code for one in result.findings} == {"sample-value"}
    assert deposit(test=True).count(Standing.REGISTERED) == 11


def test_a_test_is_a_deposit_of_its_own(deposit: Send, server: ShelfServer) -> None:
    assert deposit(test=True).count(Standing.REGISTERED) == 11
    assert deposit().count(Standing.REGISTERED) == 11
    assert set(server.times_registered().values()) == {2}


def test_a_document_with_a_password_is_not_sent(
    deposit: Send, server: ShelfServer, issue: Path
) -> None:
    path = issue / "articles" / "05.yaml"
    path.write_text(path.read_text("utf-8").replace("On the shelf", PASSWORD), "utf-8")
    result = deposit()
    assert result.count(Standing.REGISTERED) == 0
    assert {one.code for one in result.findings} == {"deposit-document-secret"}
    assert server.asked("/deposit") == []


def test_no_secret_is_in_the_ledger(deposit: Send, server: ShelfServer, ledger: Path) -> None:
    server.script = [on("/deposit", status(500))]
    deposit(waiting=Waiting(first=0, longest=0.01, total=0.1))
    deposit()
    with sqlite3.connect(ledger) as opened:
        dump = "\n".join(opened.iterdump())
    assert ("2075-1567" in dump, PASSWORD in dump) == (True, False)
    assert PASSWORD.encode() not in ledger.read_bytes()


@pytest.mark.parametrize("file", ["issue.yaml", "journal.yaml"])
def test_a_doi_of_an_article_and_of_its_issue_or_journal_is_an_error(
    file: str, deposit: Send, issue: Path
) -> None:
    """Also in another case: DOIs are the same then."""
    path = issue / file
    kept = [one for one in path.read_text("utf-8").splitlines() if not one.startswith("doi:")]
    path.write_text("\n".join([*kept, "doi: 10.29228/A05", ""]), "utf-8")
    article = issue / "articles" / "05.yaml"
    article.write_text(article.read_text("utf-8").replace("29228/05", "29228/a05"), "utf-8")
    result = deposit()
    assert (standings(result)["05"], result.count(Standing.REGISTERED)) == (Standing.BLOCKED, 10)
    found = [(one.code, str(one.place)[-11:]) for one in result.findings]
    assert found == [("deposit-doi-shared", "05.yaml:2:6")]
