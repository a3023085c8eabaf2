"""A deposit from the files of an issue to the outcome of each DOI."""

from __future__ import annotations

from pathlib import Path

from jatsx.deposit.ledger import Ledger, SubmissionState
from jatsx.deposit.result import DepositResult
from jatsx.deposit.standing import Standing
from tests.deposit.conftest import NAMES, Send, write_issue
from tests.deposit.shelf_server import Said, ShelfServer

FIFTH = "10.29228/05"


def standings(result: DepositResult) -> dict[str, Standing]:
    return {one.result.id or "": one.standing for one in result.articles}


def states(ledger: Path) -> list[SubmissionState]:
    with Ledger(ledger) as opened:
        return [one.state for one in opened.submissions()]


def test_each_article_is_registered(deposit: Send, server: ShelfServer) -> None:
    server.queued = 2
    result = deposit()
    assert standings(result) == dict.fromkeys(NAMES, Standing.REGISTERED)
    assert (result.ok, result.exit_code, result.findings) == (True, 0, [])
    assert server.times_registered() == {f"10.29228/{name}": 1 for name in NAMES}
    assert len(server.asked("/deposit")) == 4  # sent, and asked three times


def test_a_second_run_sends_nothing(deposit: Send, server: ShelfServer) -> None:
    deposit()
    result = deposit()
    assert standings(result) == dict.fromkeys(NAMES, Standing.UNCHANGED)
    assert (result.exit_code, set(server.times_registered().values())) == (0, {1})


def test_unchanged_articles_are_sent_if_asked_for(deposit: Send, server: ShelfServer) -> None:
    deposit()
    assert deposit(again=True).count(Standing.REGISTERED) == 11
    assert set(server.times_registered().values()) == {2}
    assert all(before < after for before, after in server.timestamps.values())


def test_only_what_was_changed_is_sent(deposit: Send, server: ShelfServer, issue: Path) -> None:
    deposit()
    path = issue / "articles" / "05.yaml"
    path.write_text(path.read_text("utf-8").replace("On the", "About the"), "utf-8")
    result = deposit()
    assert standings(result)["05"] is Standing.REGISTERED
    assert result.count(Standing.UNCHANGED) == 10
    assert server.times_registered()[FIFTH] == 2


def test_one_refused_among_eleven(deposit: Send, server: ShelfServer) -> None:
    message = "The title On the shelf 05 is too dull"
    server.verdicts[FIFTH] = Said("refused", message)
    result = deposit()
    assert (result.count(Standing.REGISTERED), result.exit_code) == (10, 1)
    (finding,) = result.findings
    assert (finding.code, finding.article, finding.field) == ("shelf-title-dull", "05", "title.en")
    assert str(finding.place).endswith("05.yaml:5:13")
    assert result.message(finding) == "The title “On the shelf 05” is dull."

    del server.verdicts[FIFTH]
    again = deposit()
    assert (again.count(Standing.UNCHANGED), standings(again)["05"]) == (10, Standing.REGISTERED)
    assert set(server.times_registered().values()) == {1}


def test_an_unknown_message_is_shown_as_it_is(deposit: Send, server: ShelfServer) -> None:
    server.verdicts[FIFTH] = Said("refused", "Board 7 is {broken}")
    (finding,) = (result := deposit()).findings
    assert (finding.code, finding.article) == ("deposit-article-refused", "05")
    assert "Board 7 is {broken}" in result.message(finding)
    assert finding.place is not None
    assert finding.place.file.endswith("05.yaml")


def test_a_message_without_a_doi_belongs_to_the_article_that_it_quotes(
    deposit: Send, server: ShelfServer
) -> None:
    server.verdicts[FIFTH] = Said("refused", "title On the shelf 05 is too dull", doi=False)
    result = deposit()
    assert [one.article for one in result.findings] == ["05"]
    assert (standings(result)["05"], result.count(Standing.REGISTERED)) == (Standing.REFUSED, 10)


def test_what_the_agency_does_not_mention_is_said(deposit: Send, server: ShelfServer) -> None:
    server.verdicts[FIFTH] = Said("not-mentioned")
    result = deposit()
    assert (standings(result)["05"], result.exit_code) == (Standing.NOT_MENTIONED, 1)
    assert [one.code for one in result.findings] == ["deposit-article-unmentioned"]


def test_a_conflict_is_registered(deposit: Send, server: ShelfServer) -> None:
    server.verdicts[FIFTH] = Said("conflict", "10.29228/99 is the same")
    result = deposit()
    assert (standings(result)["05"], result.exit_code) == (Standing.CONFLICT, 0)
    assert [one.code for one in result.findings] == ["deposit-article-conflict"]


def test_a_whole_refusal_sends_the_articles_one_by_one(
    deposit: Send, server: ShelfServer, ledger: Path
) -> None:
    server.is_whole = True
    server.verdicts[FIFTH] = Said("refused", "No.")
    result = deposit("shelf-whole")
    assert (standings(result)["05"], result.count(Standing.REGISTERED)) == (Standing.REFUSED, 10)
    assert len(result.findings) == 1
    assert len(states(ledger)) == 12


def test_submissions_stay_under_the_size_limit(
    deposit: Send, server: ShelfServer, ledger: Path
) -> None:
    assert deposit("shelf-small").count(Standing.REGISTERED) == 11
    sent = [one for one in server.asked("/deposit") if one.method == "POST"]
    assert len(sent) > 2
    assert max(len(one.body) for one in sent) <= 600
    assert set(states(ledger)) == {SubmissionState.ANSWERED}


def test_an_article_beyond_the_size_limit_is_left_out(
    deposit: Send, server: ShelfServer, issue: Path
) -> None:
    path = issue / "articles" / "05.yaml"
    path.write_text(
        path.read_text("utf-8").replace("title: {en: ", f"title: {{en: {'a' * 600}"), "utf-8"
    )
    result = deposit("shelf-small")
    assert (standings(result)["05"], result.count(Standing.REGISTERED)) == (Standing.BLOCKED, 10)
    (finding,) = result.findings
    assert (finding.code, finding.params["limit"]) == ("deposit-article-large", "0.0006")
    assert FIFTH not in server.registered


def test_a_format_of_single_articles_is_sent_one_by_one(deposit: Send, ledger: Path) -> None:
    assert deposit("shelf-one").count(Standing.REGISTERED) == 11
    assert len(states(ledger)) == 11


def test_an_article_with_an_error_is_left_out(
    deposit: Send, server: ShelfServer, issue: Path
) -> None:
    path = issue / "articles" / "05.yaml"
    path.write_text(path.read_text("utf-8").replace("language: en", "language: qqqq1"), "utf-8")
    result = deposit()
    assert (standings(result)["05"], result.count(Standing.REGISTERED)) == (Standing.BLOCKED, 10)
    assert result.exit_code == 1
    assert FIFTH not in server.registered


def test_a_dry_run_asks_nobody(deposit: Send, server: ShelfServer, ledger: Path) -> None:
    result = deposit(dry_run=True, credentials={})
    assert standings(result) == dict.fromkeys(NAMES, Standing.READY)
    assert (server.received, ledger.exists(), result.exit_code) == ([], False, 0)


def test_nothing_is_sent_if_the_user_does_not_want_it(deposit: Send, server: ShelfServer) -> None:
    asked: list[int] = []

    def decline(going: DepositResult) -> bool:
        asked.append(going.count(Standing.READY))
        return False

    result = deposit(confirm=decline)
    assert (asked, result.is_declined, server.registered) == ([11], True, {})


def test_the_journal_is_compared_with_the_record(deposit: Send, server: ShelfServer) -> None:
    server.journal = {"titles": ["Annals of shelves"], "issns": ["2519-5379"]}
    (finding,) = (result := deposit()).findings
    assert (finding.code, finding.field) == (
        "deposit-journal-issn",
        "issue.journal.issn.electronic",
    )
    sentence = result.message(finding)
    assert ("2075-1567" in sentence, "2519-5379" in sentence) == (True, True)
    assert (result.exit_code, str(finding.place)[-17:]) == (0, "journal.yaml:2:20")


def test_a_doi_is_never_taken_for_a_part_of_a_longer_one(
    deposit: Send, server: ShelfServer, issue: Path
) -> None:
    source = write_issue(issue.with_name("2024-2"), ("10", "2"))
    server.verdicts["10.29228/2"] = Said("refused", "title 10.29228/1 is too dull", doi=False)
    result = deposit(source=source)
    assert standings(result) == {"10": Standing.REGISTERED, "2": Standing.REFUSED}
