"""Asking an agency what became of submissions, and writing its answers to the ledger."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from traceback import format_exception
from typing import Final, TypeAlias

from jatsx.deposit.ledger import (
    AgencySystem,
    IssueAtAgency,
    ItemKind,
    KeptItem,
    KeptSubmission,
    Lease,
    Ledger,
    SubmissionState,
)
from jatsx.deposit.ledger.states import UNSETTLED
from jatsx.deposit.verdicts import OwnerOf, SubmissionVerdict, verdict_of
from jatsx.findings.finding import Finding
from jatsx.findings.plugin_errors import LOGGER, PLUGIN_ERRORS
from jatsx.http import HttpFault
from jatsx.model.frozenmap import FrozenMap
from jatsx.plugin.agency import Agency, Answer, Connection, SentRecord, Submission

StepWatch: TypeAlias = Callable[[str, int, int], None]
"""Called with a step (``read``, ``send`` or ``wait``), how much of it is done, and of how much."""

ABSENT: Final = "deposit-submission-absent"
GIVEN_UP: Final = "deposit-submission-given-up"


def watch_nothing(step: str, done: int, total: int) -> None:
    """Shows no progress."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long to wait for the answer of an agency, in seconds.

    Args:
        first: before it is asked again for the first time; each further pause is half as long
            again.
        longest: the longest pause.
        total: for all answers of an issue.
        grace: how long after sending an agency that does not have a submission may only be slow.
        sleep: waits for a number of seconds.
    """

    first: float = 2
    longest: float = 60
    total: float = 1800
    grace: float = 600
    sleep: Callable[[float], None] = time.sleep


@dataclass(slots=True, eq=False)
class OpenSubmission:
    """A submission without an outcome.

    Args:
        number: its number in the ledger.
        submission: what was sent.
        sent: when it was sent.
        remote_id: the id that the agency gave it.
        is_accepted: whether the agency certainly has it.
        owner_of: which article contains a value.
        verdict: the outcome, as soon as it is known.
        is_given_up: whether the agency does not have it.
        faults: what went wrong when it was sent. It is of no interest if the outcome is known.
    """

    number: int
    submission: Submission
    sent: datetime
    remote_id: str | None = None
    is_accepted: bool = False
    owner_of: OwnerOf = lambda _: None
    verdict: SubmissionVerdict | None = None
    is_given_up: bool = False
    faults: list[Finding] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether the outcome is not known yet."""
        return self.verdict is None and not self.is_given_up


@dataclass(frozen=True, slots=True)
class AtWork:
    """An issue that is being deposited: the ledger with its lease, and the agency.

    ``findings`` are the faults of the agency's server and plugin.
    """

    ledger: Ledger
    lease: Lease
    agency: Agency
    connection: Connection
    waiting: Waiting
    findings: list[Finding]

    @property
    def redact(self) -> Callable[[str], str]:
        """Removes the credentials from a text."""
        return self.connection.client.redaction.text


def batch_id_of(place: IssueAtAgency, timestamp: str) -> str:
    """The batch id in a document."""
    return f"{place.issue}-{timestamp}"


def open_places(
    ledger: Ledger, system: AgencySystem, identifiers: Collection[str]
) -> Iterator[IssueAtAgency]:
    """The issues that some articles were sent with, as far as the outcome is not known.

    They may be other ones than now: the id of an issue or the ISSN of a journal may be new.
    """
    for one in ledger.submissions(system):
        if one.state in UNSETTLED:
            sent = {kept.item.identifier for kept in ledger.items_of(one.number)}
            if not sent.isdisjoint(identifiers):
                yield one.place


def former_submissions(work: AtWork) -> list[OpenSubmission]:
    """The submissions of former runs whose outcome is not known."""
    return [_reopened(kept, work.ledger) for kept in work.lease.unsettled()]


def ask_until_settled(
    opened: Sequence[OpenSubmission], work: AtWork, watch: StepWatch = watch_nothing
) -> None:
    """Asks about submissions until each outcome is known, or for as long as is allowed.

    Each answer is in the ledger as soon as it arrives.
    """
    waiting = work.waiting
    end = time.monotonic() + waiting.total
    pause, total = waiting.first, len(opened)
    asked = [one for one in opened if one.is_open]
    while asked:
        watch("wait", total - len(asked), total)
        asked = [one for one in asked if _can_be_asked_again(one, work)]
        left = end - time.monotonic()
        if not asked or left <= 0:
            break
        waiting.sleep(min(pause, left))
        pause = min(pause * 1.5, waiting.longest)
    watch("wait", total - len(asked), total)


def ask_once(opened: Sequence[OpenSubmission], work: AtWork) -> None:
    """Asks about each submission once."""
    for one in opened:
        _can_be_asked_again(one, work)


def give_up(opened: Sequence[OpenSubmission], work: AtWork) -> None:
    """Asks about submissions no longer, because the user wants their articles to be sent again."""
    for one in opened:
        if one.is_open:
            work.lease.give_up(one.number, code=GIVEN_UP)
            one.is_given_up = True


def take_answer(one: OpenSubmission, answer: Answer, work: AtWork) -> None:
    """Writes an answer to the ledger, and what it says to the submission."""
    if not answer.is_known:
        if answer.is_final or _is_overdue(one, work.waiting):
            work.lease.give_up(one.number, code=ABSENT)
            one.is_given_up = True
        return
    if not answer.is_final:
        note_accepted(one, answer, work)
        return
    said = (replace(record, message=work.redact(record.message)) for record in answer.records)
    verdict = verdict_of(work.agency, one.submission.records, said, one.owner_of)
    work.lease.answered(
        one.number,
        verdict.outcomes,
        answer.content or None,
        message=verdict.message,
        code=verdict.code,
    )
    one.verdict = verdict


def note_accepted(one: OpenSubmission, answer: Answer, work: AtWork) -> None:
    """Writes to the ledger that the agency has a submission."""
    one.remote_id = work.redact(answer.id) if answer.id else one.remote_id
    if not one.is_accepted:
        work.lease.accepted(one.number, one.remote_id or "")
        one.is_accepted = True


def agency_failed(error: BaseException, work: AtWork) -> Finding:
    """The finding that the plugin of an agency failed. The traceback is logged without secrets."""
    trace = "".join(format_exception(error))
    logging.getLogger(LOGGER).debug(
        "The agency %s failed:\n%s", work.agency.name, work.redact(trace)
    )
    detail = work.redact(f"{type(error).__name__}: {error}")
    params = FrozenMap({"plugin": work.agency.name, "detail": detail})
    return Finding("plugin-failed", params=params, target=work.agency.format)


def _can_be_asked_again(one: OpenSubmission, work: AtWork) -> bool:
    """Asks about a submission; whether it may help to ask again."""
    work.lease.renew()
    try:
        answer = work.agency.ask(work.connection, one.submission, one.remote_id)
        if not isinstance(answer, Answer):
            raise TypeError(f"{answer!r} is not an Answer")
    except HttpFault as fault:
        work.findings.append(fault.finding())
        return False
    except PLUGIN_ERRORS as error:
        work.findings.append(agency_failed(error, work))
        return False
    take_answer(one, answer, work)
    return one.is_open


def _is_overdue(one: OpenSubmission, waiting: Waiting) -> bool:
    """Whether the agency has had enough time to know of a submission."""
    return datetime.now(UTC) - one.sent >= timedelta(seconds=waiting.grace)


def _reopened(kept: KeptSubmission, ledger: Ledger) -> OpenSubmission:
    """A submission of a former run."""
    records = tuple(_records(ledger.items_of(kept.number)))
    content = ledger.document(kept.number)
    batch_id = batch_id_of(kept.place, kept.timestamp)
    submission = Submission(kept.file_name, batch_id, content, records)
    sent = datetime.fromisoformat(kept.sent or kept.prepared)
    is_accepted = kept.state is SubmissionState.WAITING
    return OpenSubmission(kept.number, submission, sent, kept.remote_id or None, is_accepted)


def _records(items: Sequence[KeptItem]) -> Iterator[SentRecord]:
    for one in items:
        is_article = one.item.kind is ItemKind.ARTICLE
        yield SentRecord(one.item.identifier, one.item.article if is_article else None)
