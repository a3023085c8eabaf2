"""Whether a new submission may be written: its name, its timestamp and its items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jatsx.deposit.fault import LedgerFault
from jatsx.deposit.ledger import sql
from jatsx.deposit.ledger.clock import shown_time
from jatsx.deposit.ledger.file import LedgerFile
from jatsx.deposit.ledger.shapes import (
    AgencySystem,
    ItemKind,
    KeptItem,
    SubmissionItem,
    identifier_key,
)
from jatsx.deposit.ledger.states import UNSETTLED
from jatsx.standards.timestamps import is_timestamp


def verify_new(
    file: LedgerFile,
    system: AgencySystem,
    file_name: str,
    timestamp: str,
    items: Sequence[SubmissionItem],
) -> None:
    """Verifies a submission before it is written.

    Raises:
        LedgerFault: an article has a submission without an outcome, or the timestamp of an item
            is not later than that of its last submission.
        ValueError: an argument is wrong.
    """
    if not is_timestamp(timestamp):
        raise ValueError(f"{timestamp} is not a timestamp of 17 digits")
    if not items or len({identifier_key(item.identifier) for item in items}) < len(items):
        raise ValueError("a submission has at least one item, and each of them once")
    if file.run(sql.FILE_NAME, {**sql.system_values(system), "file_name": file_name}).fetchone():
        raise ValueError(f"the name {file_name} was used before")
    for item in items:
        former = [*items_with(file, system, item.identifier)]
        if item.kind is ItemKind.ARTICLE:
            _verify_settled(former)
        _verify_later(former, timestamp)


def items_with(file: LedgerFile, system: AgencySystem, identifier: str) -> Iterable[KeptItem]:
    """All submissions of a DOI to an agency, in the order of their timestamps."""
    values = {**sql.system_values(system), "identifier": identifier_key(identifier)}
    return map(sql.submitted_item, file.rows(sql.ITEMS_OF_IDENTIFIER, values))


def _verify_settled(former: Iterable[KeptItem]) -> None:
    for one in former:
        if one.submission.state in UNSETTLED:
            sent = shown_time(one.submission.sent) if one.submission.sent else ""
            params = {"file": one.submission.file_name, "sent": sent}
            raise LedgerFault("deposit-outcome-open", doi=one.item.identifier, **params)


def _verify_later(former: Sequence[KeptItem], timestamp: str) -> None:
    if former and former[-1].submission.timestamp >= timestamp:
        last = former[-1].submission.timestamp
        doi = former[-1].item.identifier
        raise LedgerFault("deposit-timestamp-passed", doi=doi, timestamp=timestamp, last=last)
