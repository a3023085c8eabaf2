"""The ledger as other packages see it: leases, timestamps, and what is known."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from jatsx.deposit.fault import LedgerFault
from jatsx.deposit.ledger import sql
from jatsx.deposit.ledger.clock import Clock, utc_now, written
from jatsx.deposit.ledger.file import LedgerFile, default_path, make_folder
from jatsx.deposit.ledger.holding import places_at_work, taken_lease
from jatsx.deposit.ledger.lease import Lease
from jatsx.deposit.ledger.prepared import items_with
from jatsx.deposit.ledger.shapes import (
    AgencySystem,
    DepositStatus,
    IssueAtAgency,
    KeptItem,
    KeptSubmission,
    identifier_key,
    status_of,
)
from jatsx.deposit.ledger.states import SubmissionState
from jatsx.plugin.outcome import Outcome
from jatsx.standards.timestamps import is_timestamp, timestamp_after

LIFE: Final = timedelta(minutes=10)
"""How long a lease lasts after the last sign of life of its process."""


class Ledger:
    """What was sent to agencies, and what became of it. Use it in a ``with`` statement.

    It may be used in one thread only. ``is_new`` says whether the file was made just now: if it was
    expected to exist, nothing is known of former deposits.

    Args:
        path: the file, in a folder that exists. None for the ledger of this user.
        wait: how many seconds to wait while another process writes.
        redact: removes secrets from a text, for example ``HttpClient.redaction.text``. It is
            applied to messages and answers. Other values that it would change are refused.
        clock: the time.

    Raises:
        LedgerFault: the file cannot be opened, is damaged, is of a newer version, or is not a
            ledger; or platformdirs is not installed.
    """

    def __init__(
        self,
        path: Path | None = None,
        *,
        wait: float = 30,
        redact: Callable[[str], str] = str,
        clock: Clock = utc_now,
    ) -> None:
        if path is None:
            path = default_path()
            make_folder(path)
        self.path = path
        self._file = LedgerFile(path, wait)
        self.is_new = self._file.is_new
        self._redact = redact
        self._clock = clock

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._file.close()

    def lease(self, place: IssueAtAgency, *, wait: float = 0, life: timedelta = LIFE) -> Lease:
        """Takes the lease of an issue at an agency. Only its owner can write submissions of it.

        That of a process on this computer that has ended is taken over; that of another computer
        after it has expired. What that process was sending is unknown from then on; what it had
        only prepared is given up.

        Args:
            place: the issue and the agency.
            wait: how many seconds to wait while another process has it.
            life: how long it lasts after the last call.

        Raises:
            LedgerFault: another process has it (``ledger-issue-taken``).
        """
        token = taken_lease(self._file, place, life, wait, self._clock)
        return Lease(self._file, place, token, life, self._redact, self._clock)

    def next_timestamp(self, system: AgencySystem, identifiers: Collection[str], now: str) -> str:
        """A timestamp for a document, later than any that was given out for one of its DOIs.

        No other process gets it, or an earlier one, for any of these DOIs. Each document that
        contains the DOI of the journal or of the issue needs one of its own.

        Args:
            system: the agency.
            identifiers: all DOIs of the document, also the journal's and the issue's.
            now: the timestamp that is used if it is later (17 digits, UTC).

        Raises:
            LedgerFault: the file cannot be written.
            ValueError: ``now`` is not a timestamp.
        """
        if not is_timestamp(now):
            raise ValueError(f"{now} is not a timestamp of 17 digits")
        keys = [
            {**sql.system_values(system), "identifier": identifier_key(one)} for one in identifiers
        ]
        with self._file.transaction():
            rows = [row for key in keys for row in self._file.rows(sql.HIGHEST_TIMESTAMP, key)]
            timestamp = max([now, *(timestamp_after(highest) for (highest,) in rows)])
            for key in keys:
                self._file.run(sql.RAISE_TIMESTAMP, {**key, "timestamp": timestamp})
        return timestamp

    def submissions(
        self,
        system: AgencySystem | None = None,
        journal: str | None = None,
        issue: str | None = None,
    ) -> Iterator[KeptSubmission]:
        """The submissions to an agency, of a journal, of an issue, the oldest first; or all."""
        chosen = _chosen(system, journal, issue)
        at_work = self._places_at_work()
        for row in self._file.rows(sql.SUBMISSIONS, chosen):
            yield _as_seen(sql.submission_of(row), at_work)

    def items(
        self,
        system: AgencySystem | None = None,
        journal: str | None = None,
        issue: str | None = None,
    ) -> Iterator[KeptItem]:
        """The items of these submissions, by agency and DOI, in the order of their timestamps."""
        yield from self._items(sql.ALL_ITEMS, _chosen(system, journal, issue))

    def items_of(self, number: int) -> tuple[KeptItem, ...]:
        """The items of a submission."""
        return tuple(self._items(sql.ITEMS, {"number": number}))

    def document(self, number: int) -> bytes:
        """The document of a submission, as it was sent.

        Raises:
            KeyError: there is no such submission.
            LedgerFault: it is damaged.
        """
        document = self._content(sql.DOCUMENT, number)
        row = self._file.run(sql.SUBMISSION, {"number": number}).fetchone()
        if document is None or sha256(document).hexdigest() != sql.submission_of(row).sha256:
            raise LedgerFault("ledger-file-damaged", file=str(self.path))
        return document

    def answer(self, number: int) -> bytes | None:
        """The last answer to a submission, without secrets; None if there is none.

        Raises:
            KeyError: there is no such submission.
            LedgerFault: it is damaged.
        """
        return self._content(sql.ANSWER, number)

    def status(
        self,
        system: AgencySystem | None = None,
        journal: str | None = None,
        issue: str | None = None,
    ) -> Iterator[DepositStatus]:
        """What is known of each DOI that may have reached an agency, by agency and DOI.

        With a journal or an issue: of each DOI that was sent with it, also if it was sent with
        another one later.
        """
        sent = (one for one in self.items(system) if one.submission.sent)
        for _, group in groupby(sent, _system_and_identifier):
            former = [*group]
            if any(_is_chosen(one.submission.place, journal, issue) for one in former):
                yield status_of(former)

    def status_of(self, system: AgencySystem, identifier: str) -> DepositStatus | None:
        """What is known of a DOI at an agency; None if it was never sent."""
        at_work = self._places_at_work()
        former = items_with(self._file, system, identifier)
        sent = [_item_as_seen(one, at_work) for one in former if one.submission.sent]
        return status_of(sent) if sent else None

    def unchanged(self, system: AgencySystem, hashes: Mapping[str, str]) -> set[str]:
        """The identifiers that the agency certainly has with this content hash.

        Args:
            system: the agency.
            hashes: the content hashes, by identifier.
        """
        found = ((one, self.status_of(system, one)) for one in hashes)
        return {one for one, status in found if status and status.is_current(hashes[one])}

    def _items(self, query: str, values: Mapping[str, Any]) -> Iterator[KeptItem]:
        at_work = self._places_at_work()
        for row in self._file.rows(query, values):
            yield _item_as_seen(sql.submitted_item(row), at_work)

    def _content(self, query: str, number: int) -> bytes | None:
        row = self._file.run(query, {"number": number}).fetchone()
        if row is None:
            raise KeyError(number)
        try:
            return zlib.decompress(row[0]) if row[0] is not None else None
        except zlib.error:
            raise LedgerFault("ledger-file-damaged", file=str(self.path)) from None

    def _places_at_work(self) -> set[IssueAtAgency]:
        return places_at_work(self._file, written(self._clock()))


def _chosen(
    system: AgencySystem | None, journal: str | None, issue: str | None
) -> Mapping[str, Any]:
    of_system = sql.system_values(system) if system else {"agency": None, "is_test": None}
    return {**of_system, "journal": journal, "issue": issue}


def _is_chosen(place: IssueAtAgency, journal: str | None, issue: str | None) -> bool:
    return journal in (None, place.journal) and issue in (None, place.issue)


def _system_and_identifier(one: KeptItem) -> tuple[AgencySystem, str]:
    return one.submission.place.system, one.item.identifier


def _as_seen(submission: KeptSubmission, at_work: Collection[IssueAtAgency]) -> KeptSubmission:
    """A submission: unknown, if the process that was sending it has ended."""
    if submission.state is SubmissionState.SENDING and submission.place not in at_work:
        return replace(submission, state=SubmissionState.UNKNOWN)
    return submission


def _item_as_seen(one: KeptItem, at_work: Collection[IssueAtAgency]) -> KeptItem:
    submission = _as_seen(one.submission, at_work)
    if submission.state is SubmissionState.UNKNOWN:
        return replace(one, submission=submission, outcome=Outcome.UNKNOWN)
    return replace(one, submission=submission)
