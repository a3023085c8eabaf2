"""The ledger as a table for spreadsheets, and on another computer."""

from __future__ import annotations

import csv
import io
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from jatsx.deposit.ledger import IssueAtAgency, ItemOutcome, Ledger, SubmissionItem, write_csv
from jatsx.deposit.ledger.csv_table import COLUMNS
from jatsx.plugin.outcome import Outcome
from tests.conftest import ROOT
from tests.deposit.ledger.ledgers import (
    ISSUE,
    JOURNAL_ITEM,
    LIVE,
    NOW,
    article,
    ledger_file,
    prepared,
    sent,
)

PAGE = ROOT / "docs" / "deposit" / "ledger.md"


def table(ledger: Ledger) -> list[dict[str | Any, str | Any]]:
    written = io.StringIO(newline="")
    write_csv(ledger.items(), written)
    return [*csv.DictReader(io.StringIO(written.getvalue(), newline=""))]


def test_there_is_a_row_for_each_doi_of_each_submission(tmp_path: Path) -> None:
    with Ledger(ledger_file(tmp_path)) as ledger, ledger.lease(ISSUE) as lease:
        sent(ledger, lease, {"10.5555/caa.1": Outcome.REGISTERED}, article(1), JOURNAL_ITEM)
        prepared(ledger, lease, article(1))
        rows = table(ledger)
    shown = [(one["identifier"], one["outcome"], one["state"], one["system"]) for one in rows]
    assert shown == [
        ("10.5555/caa", "not-mentioned", "answered", "live"),
        ("10.5555/caa.1", "registered", "answered", "live"),
        ("10.5555/caa.1", "", "prepared", "live"),
    ]
    assert (rows[1]["article"], rows[1]["timestamp"], rows[1]["issue"]) == ("01", NOW, "2021-4")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n="])
def test_no_cell_is_a_formula(tmp_path: Path, start: str) -> None:
    text = f"{start}HYPERLINK(1)"
    place = IssueAtAgency(LIVE, text, text)
    with Ledger(ledger_file(tmp_path)) as ledger, ledger.lease(place) as lease:
        number = lease.prepare(text, b"", NOW, [SubmissionItem(text, text, text)])
        lease.sending(number)
        lease.accepted(number, text)
        lease.answered(number, {text: ItemOutcome(Outcome.REFUSED, text, text)})
        (row,) = table(ledger)
    assert [name for name, value in row.items() if value.startswith(start[0])] == []
    assert [value for value in row.values() if "HYPERLINK" in value] == [f"'{text}"] * 9


def test_the_page_describes_each_column() -> None:
    described = re.findall(r"^\| `(\w+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)
    assert [name for name in described if name in COLUMNS] == [*COLUMNS]


def test_copied_to_another_computer_it_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, copy = ledger_file(tmp_path), tmp_path / "elsewhere" / "team.sqlite"
    with Ledger(path) as ledger, ledger.lease(ISSUE) as lease:
        sent(ledger, lease, {"10.5555/caa.1": Outcome.REGISTERED}, article(1))
    copy.parent.mkdir()
    shutil.copy(path, copy)
    path.unlink()
    monkeypatch.setattr("platform.node", lambda: "another")
    with Ledger(copy) as ledger, ledger.lease(ISSUE) as lease:
        assert not ledger.is_new
        assert ledger.unchanged(LIVE, {"10.5555/caa.1": "h"}) == {"10.5555/caa.1"}
        prepared(ledger, lease, article(1))
        assert [one.timestamp > NOW for one in ledger.submissions()] == [False, True]
    for kept in (str(tmp_path), "elsewhere"):
        assert kept.encode() not in copy.read_bytes()
