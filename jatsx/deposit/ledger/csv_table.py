"""The ledger as a table (CSV), for spreadsheets: a row for each DOI of each submission.

A cell that a spreadsheet would take for a formula starts with an apostrophe (OWASP, “CSV
Injection”). The columns are described in ``docs/deposit/ledger.md``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from typing import Final, TextIO

from jatsx.deposit.ledger.shapes import KeptItem

COLUMNS: Final = (
    *("agency", "system", "journal", "issue", "article", "kind", "identifier", "outcome"),
    *("code", "message", "state", "timestamp", "prepared", "sent", "accepted", "settled"),
    *("file_name", "remote_id", "content_hash", "sha256", "jatsx_version", "number"),
)
"""The columns, in their order."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a cell may not start with: a spreadsheet would take it for a formula."""


def write_csv(items: Iterable[KeptItem], file: TextIO) -> None:
    """Writes items to a table. Excel needs the encoding ``utf-8-sig``.

    Args:
        items: the rows, from :meth:`Ledger.items`.
        file: a file opened with ``newline=""``.
    """
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    for one in items:
        writer.writerow({name: _safe(value) for name, value in _row(one).items()})


def _row(one: KeptItem) -> Mapping[str, str]:
    submission, item = one.submission, one.item
    place = submission.place
    return {
        "agency": place.system.agency,
        "system": "test" if place.system.is_test else "live",
        "journal": place.journal,
        "issue": place.issue,
        "article": item.article,
        "kind": item.kind.value,
        "identifier": item.identifier,
        "outcome": one.outcome.value if one.outcome else "",
        "code": one.code or submission.code,
        "message": one.message or submission.message,
        "state": submission.state.value,
        "timestamp": submission.timestamp,
        "prepared": submission.prepared,
        "sent": submission.sent or "",
        "accepted": submission.accepted or "",
        "settled": submission.settled or "",
        "file_name": submission.file_name,
        "remote_id": submission.remote_id,
        "content_hash": item.content_hash,
        "sha256": submission.sha256,
        "jatsx_version": submission.jatsx_version,
        "number": str(submission.number),
    }


def _safe(value: str) -> str:
    """A value that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value
