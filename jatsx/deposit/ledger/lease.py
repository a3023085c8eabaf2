"""Writing submissions: only with the lease of their issue, and in the order of their states."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from hashlib import sha256
from types import TracebackType
from typing import Any

from jatsx import __version__
from jatsx.deposit.fault import LedgerFault
from jatsx.deposit.ledger import sql
from jatsx.deposit.ledger.clock import Clock, turn_after, written
from jatsx.deposit.ledger.file import LedgerFile
from jatsx.deposit.ledger.holding import lease_of, lease_params, settle_unfinished
from jatsx.deposit.ledger.prepared import verify_new
from jatsx.deposit.ledger.shapes import (
    IssueAtAgency,
    ItemOutcome,
    KeptSubmission,
    SubmissionItem,
    identifier_key,
)
from jatsx.deposit.ledger.states import ALLOWED, UNSETTLED, SubmissionState
from jatsx.plugin.outcome import Outcome


class Lease:
    """The right of one process to deposit an issue at an agency. Use it in a ``with`` statement.

    Each call is on the disk before it returns, and renews the lease. A call raises
    :class:`LedgerFault` if the file cannot be written, or if another process has taken the lease
    over (``ledger-lease-lost``): then nothing more may be sent. It raises :class:`ValueError` if
    the state of the submission does not allow it.

    Args:
        file: the open ledger.
        place: the issue and the agency.
        token: what tells this lease from those of other processes.
        life: how long the lease lasts after each call.
        redact: removes secrets from a text.
        clock: the time.
    """

    def __init__(
        self,
        file: LedgerFile,
        place: IssueAtAgency,
        token: str,
        life: timedelta,
        redact: Callable[[str], str],
        clock: Clock,
    ) -> None:
        self.place = place
        self._file = file
        self._token = token
        self._life = life
        self._redact = redact
        self._clock = clock

    def __enter__(self) -> Lease:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        if kind is None:
            self.release()
        else:
            with suppress(LedgerFault):  # it would hide the exception
                self.release()

    def release(self) -> None:
        """Ends the lease. What is still being sent is unknown from now on."""
        with self._file.transaction():
            held = lease_of(self._file, self.place)
            if held is not None and held.token == self._token:
                settle_unfinished(self._file, self.place, written(self._clock()))
                self._file.run(sql.RELEASE_LEASE, {"token": self._token})

    def renew(self) -> None:
        """Keeps the lease. Call it at least every minute while waiting for the agency."""
        with self._file.transaction():
            self._renew()

    def unsettled(self) -> tuple[KeptSubmission, ...]:
        """The submissions of the issue whose outcome is to be asked for, the oldest first.

        They are waiting or unknown. As long as they are, their articles cannot be prepared again.
        """
        rows = self._file.rows(sql.SUBMISSIONS, sql.place_values(self.place))
        return tuple(one for one in map(sql.submission_of, rows) if one.state in UNSETTLED)

    def prepare(
        self, file_name: str, document: bytes, timestamp: str, items: Sequence[SubmissionItem]
    ) -> int:
        """Writes a document to the ledger before it is sent.

        Args:
            file_name: the name under which it is sent. It must be a new one at the agency.
            document: the document as it is sent. It contains no secret.
            timestamp: the timestamp in it, from :meth:`Ledger.next_timestamp`.
            items: what it contains.

        Returns:
            the number of the submission.

        Raises:
            LedgerFault: an article was sent before and its outcome is unknown, or not there yet
                (``deposit-outcome-open``), or an item was prepared with this timestamp or a later
                one (``deposit-timestamp-passed``).
            ValueError: an argument is wrong or contains a secret.
        """
        self._verify_no_secret(file_name, document.decode("utf-8", "replace"))
        keyed = {identifier_key(item.identifier): item for item in items}
        with self._file.transaction():
            self._renew()
            verify_new(self._file, self.place.system, file_name, timestamp, items)
            number = self._added(file_name, document, timestamp)
            for identifier, item in keyed.items():
                values = {**sql.item_values(item), "identifier": identifier, "number": number}
                self._file.run(sql.ADD_ITEM, values)
                values = {**sql.system_values(self.place.system), "identifier": identifier}
                self._file.run(sql.RAISE_TIMESTAMP, {**values, "timestamp": timestamp})
        return number

    def sending(self, number: int, interval: float = 0) -> float:
        """Says that the request begins. From now on it may have reached the agency.

        Args:
            number: the submission.
            interval: the minimum number of seconds between two submissions to the agency, of all
                processes with this ledger. No other submission gets the same turn.

        Returns:
            how many seconds to wait before the request.
        """
        with self._becoming(number, SubmissionState.SENDING) as values:
            now = self._clock()
            (last,) = self._file.run(sql.LAST_SENT, sql.system_values(self.place.system)).fetchone()
            turn = turn_after(last, interval, now)
            self._file.run(sql.SENDING, {**values, "now": written(turn)})
        return (turn - now).total_seconds()

    def not_sent(self, number: int) -> None:
        """Says that the request has certainly not been processed: no connection, or overloaded.

        The submission is prepared again, and can be sent again.
        """
        with self._becoming(number, SubmissionState.PREPARED) as values:
            self._file.run(sql.NOT_SENT, values)

    def accepted(self, number: int, remote_id: str = "") -> None:
        """Says that the agency has the document, and will answer.

        Args:
            number: the submission.
            remote_id: the id that the agency gave it. It contains no secret.
        """
        self._verify_no_secret(remote_id)
        with self._becoming(number, SubmissionState.WAITING) as values:
            self._file.run(sql.ALL_OUTCOMES, {**values, "outcome": None})
            self._file.run(sql.ACCEPTED, {**values, "remote_id": remote_id})

    def answered(
        self,
        number: int,
        outcomes: Mapping[str, ItemOutcome],
        answer: bytes | None = None,
        *,
        message: str = "",
        code: str = "",
    ) -> None:
        """Says what became of each item. Items that the answer does not mention are so noted.

        Args:
            number: the submission.
            outcomes: what the agency said, by the identifier of the item.
            answer: the answer as received. Secrets in it are hidden.
            message: what the agency said of the whole submission.
            code: the code of the finding about the whole submission.

        Raises:
            ValueError: an identifier is not in the submission.
        """
        keyed = {identifier_key(identifier): one for identifier, one in outcomes.items()}
        with self._becoming(number, SubmissionState.ANSWERED) as values:
            self._file.run(sql.ALL_OUTCOMES, {**values, "outcome": Outcome.NOT_MENTIONED.value})
            for identifier, one in keyed.items():
                said = {"outcome": one.outcome.value, "message": self._redact(one.message)}
                row = {**values, **said, "code": one.code, "identifier": identifier}
                if not self._file.run(sql.OUTCOME, row).rowcount:
                    raise ValueError(f"{identifier} is not in submission {number}")
            self._settle(values, message, code, answer)

    def unknown(
        self, number: int, answer: bytes | None = None, *, message: str = "", code: str = ""
    ) -> None:
        """Says that the document may have reached the agency: a timeout, a login page, nonsense.

        Args:
            number: the submission.
            answer: what was received. Secrets in it are hidden.
            message: why it is unknown.
            code: the code of the finding.
        """
        with self._becoming(number, SubmissionState.UNKNOWN) as values:
            self._file.run(sql.ALL_OUTCOMES, {**values, "outcome": Outcome.UNKNOWN.value})
            self._settle(values, message, code, answer)

    def give_up(self, number: int, *, message: str = "", code: str = "") -> None:
        """Says that nobody asks about it any longer, so that its articles can be sent again.

        Only after the agency said that it does not have it, or if the user wants it.
        """
        with self._becoming(number, SubmissionState.GIVEN_UP) as values:
            self._settle(values, message, code, None)

    @contextmanager
    def _becoming(self, number: int, state: SubmissionState) -> Iterator[dict[str, Any]]:
        """A change of the state of a submission, with the values for its statements."""
        with self._file.transaction():
            self._renew()
            row = self._file.run(sql.SUBMISSION, {"number": number}).fetchone()
            if row is None or (before := sql.submission_of(row)).place != self.place:
                raise ValueError(f"submission {number} is not one of {self.place}")
            if state not in ALLOWED[before.state]:
                raise ValueError(f"submission {number} is {before.state} and cannot become {state}")
            yield {"number": number, "state": state.value, "now": written(self._clock())}

    def _settle(
        self, values: Mapping[str, Any], message: str, code: str, answer: bytes | None
    ) -> None:
        self._file.run(sql.SETTLED, {**values, "message": self._redact(message), "code": code})
        if answer is not None:
            text = self._redact(answer.decode("utf-8", "surrogateescape"))
            packed = zlib.compress(text.encode("utf-8", "surrogateescape"))
            self._file.run(sql.KEEP_ANSWER, {**values, "answer": packed})

    def _added(self, file_name: str, document: bytes, timestamp: str) -> int:
        """Adds a submission and its document, and returns its number."""
        values = {
            **sql.place_values(self.place),
            "file_name": file_name,
            "timestamp": timestamp,
            "now": written(self._clock()),
            "sha256": sha256(document).hexdigest(),
            "jatsx_version": __version__,
        }
        number = self._file.run(sql.ADD_SUBMISSION, values).lastrowid
        assert number is not None
        packed = {"number": number, "document": zlib.compress(document)}
        self._file.run(sql.ADD_CONTENT, packed)
        return number

    def _renew(self) -> None:
        """Renews the lease, in a transaction.

        Raises:
            LedgerFault: another process has taken it over, or it was released.
        """
        expires = written(self._clock() + self._life)
        renewed = self._file.run(sql.RENEW_LEASE, {"token": self._token, "expires": expires})
        if not renewed.rowcount:
            held = lease_of(self._file, self.place)
            raise LedgerFault("ledger-lease-lost", **lease_params(self.place, held))

    def _verify_no_secret(self, *texts: str) -> None:
        if any(self._redact(text) != text for text in texts):
            raise ValueError("a secret is not written to the ledger")
