"""``jatsx status``: what is known of what was sent."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from tests.cli.deposit.conftest import Command
from tests.deposit.shelf_server import Said, ShelfServer

SEND = ("deposit", "--to", "shelf", "--yes")


def test_nothing_was_sent(jatsx: Command) -> None:
    ran = jatsx("status", source=None)
    assert (ran.exit_code, ran.stdout) == (0, "The ledger has no such articles.\n")


def test_each_article_is_shown(jatsx: Command, server: ShelfServer) -> None:
    server.verdicts["10.29228/04"] = Said("registered", "Successfully added")
    server.verdicts["10.29228/05"] = Said("refused", "Board 7 is broken")
    jatsx(*SEND)
    ran = jatsx("status", source=None)
    assert ran.exit_code == 1
    lines = ran.stdout.splitlines()
    assert lines[0] == "Shelf: issue 2024-1 of the journal 2075-1567"
    assert lines[5].startswith("  05  10.29228/05  refused by the agency  20")
    assert "Board 7 is broken" in lines[6]
    assert [one[:4] for one in lines if "10.29228" in one] == [f"  {n:02}" for n in range(1, 12)]


def test_a_refusal_is_shown_as_by_the_deposit(jatsx: Command, server: ShelfServer) -> None:
    server.verdicts["10.29228/05"] = Said("refused", "The title On the shelf 05 is too dull")
    sent = jatsx(*SEND).stdout.splitlines()
    start = next(n for n, line in enumerate(sent) if "05.yaml:5:13: error" in line)
    known = jatsx("status").stdout.splitlines()
    assert known[6:11] == sent[start : start + 5]
    ran = jatsx("status", source=None)
    assert "  error for shelf: The title “On the shelf 05” is dull." in ran.stdout


def test_articles_of_a_renamed_issue_were_sent(jatsx: Command, issue: Path) -> None:
    jatsx(*SEND, "--no-wait")
    issue = issue.rename(issue.with_name("2024-01"))
    assert (jatsx("status", source=issue).stdout.count("accepted, no answer yet")) == 11
    ran = jatsx("status", "--update", source=issue)
    assert (ran.stdout.count("  registered  "), "never sent" in ran.stdout) == (11, False)


def test_what_was_changed_is_shown(jatsx: Command, issue: Path) -> None:
    jatsx(*SEND)
    path = issue / "articles" / "05.yaml"
    path.write_text(path.read_text("utf-8").replace("On the", "About the"), "utf-8")
    (changed,) = [one for one in jatsx("status").stdout.splitlines() if "changed since" in one]
    assert changed.startswith("  05 ")


def test_the_agency_is_asked_later(jatsx: Command, server: ShelfServer) -> None:
    ran = jatsx(*SEND, "--no-wait")
    assert ran.exit_code == 6
    assert "Ask later: jatsx status " in ran.stdout
    assert (jatsx("status").exit_code, jatsx("status", "--update").exit_code) == (6, 0)
    assert set(server.times_registered().values()) == {1}


def test_the_ledger_is_a_table(jatsx: Command) -> None:
    jatsx(*SEND)
    ran = jatsx("status", "--export", "csv", source=None)
    assert ran.stdout.startswith("\ufeff")  # so that Excel shows Cyrillic letters
    rows = list(csv.DictReader(StringIO(ran.stdout)))
    assert (ran.exit_code, len(rows)) == (0, 12)  # the issue has a DOI too
    assert {one["outcome"] for one in rows if one["kind"] == "article"} == {"registered"}
    assert jatsx("status", "--export", "csv").exit_code == 2


def test_what_was_refused_is_not_changed_by_that(jatsx: Command, server: ShelfServer) -> None:
    server.verdicts["10.29228/05"] = Said("refused", "Board 7 is broken")
    jatsx(*SEND)
    assert "changed since" not in jatsx("status").stdout


def test_what_is_not_known_can_be_asked_for(jatsx: Command) -> None:
    jatsx(*SEND, "--no-wait")
    last = jatsx("status").stdout.splitlines()[-1]
    assert last.startswith(
        "  The outcome of some articles is not known yet. Ask later: jatsx status"
    )
    assert last.endswith(" --update")
    assert "Ask later" not in jatsx("status", "--update").stdout
