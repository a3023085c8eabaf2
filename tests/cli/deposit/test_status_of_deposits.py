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
    assert len(lines) == 13
    assert lines[5].startswith("  05  10.29228/05  refused by the agency  20")
    assert lines[6] == "    Board 7 is broken"


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
    rows = list(csv.DictReader(StringIO(ran.stdout)))
    assert (ran.exit_code, len(rows)) == (0, 12)  # the issue has a DOI too
    assert {one["outcome"] for one in rows if one["kind"] == "article"} == {"registered"}
    assert jatsx("status", "--export", "csv").exit_code == 2


def test_what_was_refused_is_not_changed_by_that(jatsx: Command, server: ShelfServer) -> None:
    server.verdicts["10.29228/05"] = Said("refused", "Board 7 is broken")
    jatsx(*SEND)
    assert "changed since" not in jatsx("status").stdout
