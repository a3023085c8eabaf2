"""What the tests of the ledger share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from jatsx.deposit.ledger import (
    AgencySystem,
    IssueAtAgency,
    ItemKind,
    ItemOutcome,
    Lease,
    Ledger,
    SubmissionItem,
)
from jatsx.plugin.outcome import Outcome

LIVE: Final = AgencySystem("agency")
TEST: Final = AgencySystem("agency", is_test=True)
ISSUE: Final = IssueAtAgency(LIVE, "2414-570X", "2021-4")
JOURNAL_ITEM: Final = SubmissionItem("10.5555/caa", "j", kind=ItemKind.JOURNAL)
NOW: Final = "20260102030405678"


class SetClock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, step: timedelta) -> None:
        """Sets the clock forward."""
        self.now += step


def ledger_file(folder: Path) -> Path:
    """The path of the ledger of a test."""
    return folder / "ledger.sqlite"


def article(number: int, content_hash: str = "h") -> SubmissionItem:
    """An article of the example, with a DOI."""
    return SubmissionItem(f"10.5555/caa.{number}", content_hash, f"{number:02}")


def prepared(ledger: Ledger, lease: Lease, *items: SubmissionItem) -> int:
    """Prepares a submission with the next timestamp, and a name with it."""
    timestamp = ledger.next_timestamp(lease.place.system, [one.identifier for one in items], NOW)
    name = f"{items[0].article}-{timestamp}.xml"
    return lease.prepare(name, b"<a/>", timestamp, items)


def sent(
    ledger: Ledger, lease: Lease, outcomes: Mapping[str, Outcome], *items: SubmissionItem
) -> int:
    """Sends a submission, which is answered."""
    number = prepared(ledger, lease, *items)
    lease.sending(number)
    lease.answered(number, {doi: ItemOutcome(outcome) for doi, outcome in outcomes.items()})
    return number
