"""A deposit: check, ask what became of former submissions, send what is left, wait."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from jatsx.deposit.asking import (
    AtWork,
    StepWatch,
    Waiting,
    ask_once,
    ask_until_settled,
    former_submissions,
    give_up,
    open_places,
    watch_nothing,
)
from jatsx.deposit.chosen_ledger import existing_ledger
from jatsx.deposit.connecting import Destination, connected, verify_credentials
from jatsx.deposit.credentials import CredentialSources, credentials_of
from jatsx.deposit.ledger import IssueAtAgency, Ledger, SubmissionState
from jatsx.deposit.ledger.states import UNSETTLED
from jatsx.deposit.planning import Plan, PlannedPart, planned_part, unread_articles
from jatsx.deposit.registered_journal import journal_findings
from jatsx.deposit.result import DepositResult
from jatsx.deposit.sending import PartSender
from jatsx.deposit.standing import DepositedArticle, Standing
from jatsx.findings.finding import Finding
from jatsx.http import HttpFault
from jatsx.pipeline.job import Job
from jatsx.pipeline.result import IssueResult, RunResult
from jatsx.pipeline.scan import InputScan
from jatsx.plugin.agency import Connection

Confirm: TypeAlias = Callable[[DepositResult], bool]
"""Asked before anything is sent, with what is going to be sent (``READY``). False: do not send."""

LeftSubmission: TypeAlias = tuple[Path | None, int]
"""A submission whose outcome is not known: its ledger, and its number in it."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done.

    Args:
        destination: where documents are sent.
        sources: where the credentials come from.
        ledger: the ledger; None for that of each journal, or else of this user.
        again: whether articles are sent that the agency has unchanged, and those whose outcome is
            still not known after asking.
        waits: whether to wait for the outcomes.
        is_dry_run: whether nothing is sent, and nobody is asked.
        confirm: asked before anything is sent; None if nobody is to be asked.
        waiting: how long to wait.
        watch: called while it works.
    """

    destination: Destination
    sources: CredentialSources = field(default_factory=CredentialSources)
    ledger: Path | None = None
    again: bool = False
    waits: bool = True
    is_dry_run: bool = False
    confirm: Confirm | None = None
    waiting: Waiting = field(default_factory=Waiting)
    watch: StepWatch = watch_nothing


def deposit(job: Job, scan: InputScan, order: Order) -> DepositResult:
    """Checks the articles of the input, and sends those that the agency does not have yet.

    Raises:
        DepositFault: nothing can be sent: a credential is missing or refused, the agency has no
            test system, the ledger cannot be used, or another process deposits an issue.
        InputChanged: a source was changed while it was being read.
    """
    agency, plan = order.destination.agency, Plan(job, order.destination, order.ledger)
    _ = order.destination.address  # of which there may be none for tests
    run = RunResult((agency.format,), job.registry)
    run.add_shared((*job.registry.findings, *scan.findings))
    result = DepositResult(agency, order.destination.is_test, run, job.registry)
    result.is_dry_run = order.is_dry_run
    parts, articles = _planned(scan, plan, order.watch)
    result.articles = articles
    if order.is_dry_run:
        _mark_by_existing_ledger(parts, order)
    elif any(one.standing is Standing.READY for one in articles):
        _deposit_parts(parts, plan, order, result)
    _add(parts, articles, run)
    return result


def _planned(
    scan: InputScan, plan: Plan, watch: StepWatch
) -> tuple[list[PlannedPart], list[DepositedArticle]]:
    """The parts of the input, and all their articles."""
    parts: list[PlannedPart] = []
    articles: list[DepositedArticle] = []
    for part in scan.parts:
        watch("read", len(articles), scan.number)
        planned = planned_part(part, plan)
        if planned is None:
            articles += unread_articles(part, plan)
        else:
            parts.append(planned)
            articles += planned.articles
    watch("read", len(articles), scan.number)
    return parts, articles


def _deposit_parts(
    parts: Sequence[PlannedPart], plan: Plan, order: Order, result: DepositResult
) -> None:
    """Sends the articles that the agency does not have yet."""
    destination = order.destination
    credentials = credentials_of(destination.agency, order.sources)
    findings: list[Finding] = []
    try:
        with (
            connected(destination, credentials) as connection,
            _opened_ledgers(parts, connection) as ledgers,
        ):
            verify_credentials(destination.agency, connection)
            left = _settle_former(parts, ledgers, connection, order, findings)
            result.journals = [*_compared_journals(parts, connection, order)]
            for part in parts:
                _mark_known(part, ledgers[part.ledger], again=order.again, given_up=left)
            ready = any(one.standing is Standing.READY for one in result.articles)
            if ready and order.confirm is not None and not order.confirm(result):
                result.is_declined = True
                return
            if left:
                _give_up_former(parts, ledgers, connection, order, left)
            _send(parts, ledgers, connection, plan, order, findings)
    except HttpFault as fault:  # before anything was sent
        findings.append(fault.finding())
        _note_unsent(parts)
    finally:
        result.run.add_shared(dict.fromkeys(findings))


def _send(
    parts: Sequence[PlannedPart],
    ledgers: Mapping[Path | None, Ledger],
    connection: Connection,
    plan: Plan,
    order: Order,
    findings: list[Finding],
) -> None:
    """Sends the articles that are ready, until the server accepts nothing more."""
    for part in parts:
        if any(part.ready()):
            ledger = ledgers[part.ledger]
            with _at_work(part.place, ledger, connection, order, findings) as work:
                _mark_known(part, ledger, again=order.again)  # others may have sent them
                sender = PartSender(part, plan, work, waits=order.waits, watch=order.watch)
                sender.send()
            if sender.is_stopped:
                break
    _note_unsent(parts)


def _note_unsent(parts: Sequence[PlannedPart]) -> None:
    """Says that what is still ready is not sent."""
    for part in parts:
        for one in [*part.ready()]:
            one.standing = Standing.NOT_SENT


@contextmanager
def _opened_ledgers(
    parts: Sequence[PlannedPart], connection: Connection
) -> Iterator[Mapping[Path | None, Ledger]]:
    """The ledgers of the parts, by their path. They never get a secret."""
    redact = connection.client.redaction.text
    with ExitStack() as opened:
        paths = dict.fromkeys(part.ledger for part in parts)
        yield {path: opened.enter_context(Ledger(path, redact=redact)) for path in paths}


@contextmanager
def _at_work(
    place: IssueAtAgency,
    ledger: Ledger,
    connection: Connection,
    order: Order,
    findings: list[Finding],
) -> Iterator[AtWork]:
    """The right to deposit an issue."""
    with ledger.lease(place) as lease:
        agency = order.destination.agency
        yield AtWork(ledger, lease, agency, connection, order.waiting, findings)


def _settle_former(
    parts: Sequence[PlannedPart],
    ledgers: Mapping[Path | None, Ledger],
    connection: Connection,
    order: Order,
    findings: list[Finding],
) -> set[LeftSubmission]:
    """Asks what became of the submissions of former runs.

    Returns:
        those that the user wants to be sent again although their outcome is not known.
    """
    left: set[LeftSubmission] = set()
    for place, path in dict.fromkeys(_former_places(parts, ledgers)):
        with _at_work(place, ledgers[path], connection, order, findings) as work:
            former = former_submissions(work)
            if order.waits and not order.again:
                ask_until_settled(former, work, order.watch)
            else:
                ask_once(former, work)
            if order.again:
                left |= {(path, one.number) for one in former if one.is_open}
    return left


def _give_up_former(
    parts: Sequence[PlannedPart],
    ledgers: Mapping[Path | None, Ledger],
    connection: Connection,
    order: Order,
    left: Collection[LeftSubmission],
) -> None:
    """Gives up submissions of former runs, after the user has agreed."""
    for place, path in dict.fromkeys(_former_places(parts, ledgers)):
        with _at_work(place, ledgers[path], connection, order, []) as work:
            give_up([one for one in former_submissions(work) if (path, one.number) in left], work)


def _former_places(
    parts: Sequence[PlannedPart], ledgers: Mapping[Path | None, Ledger]
) -> Iterator[tuple[IssueAtAgency, Path | None]]:
    """The issues whose submissions are asked about, with their ledger."""
    for part in parts:
        yield part.place, part.ledger
        for place in open_places(ledgers[part.ledger], part.place.system, part.identifiers()):
            yield place, part.ledger


def _compared_journals(
    parts: Sequence[PlannedPart], connection: Connection, order: Order
) -> Iterator[Finding]:
    """Notes where the journals differ from what the agency has registered."""
    journals = {part.place.journal: part for part in reversed(parts)}
    for part in journals.values():
        for finding in journal_findings(order.destination.agency, connection, part.journal):
            part.issue.note(finding)
            yield finding


def _mark_known(
    part: PlannedPart,
    ledger: Ledger,
    *,
    again: bool,
    given_up: Collection[LeftSubmission] = (),
) -> None:
    """Marks the articles that the agency already has, and those whose outcome is not known."""
    for one in [*part.ready()]:
        assert one.item is not None  # it is ready
        status = ledger.status_of(part.place.system, one.item.identifier)
        if status is None:
            continue
        last = status.last.submission
        if (part.ledger, last.number) in given_up:
            continue
        if last.state in UNSETTLED:
            is_waiting = last.state is SubmissionState.WAITING
            one.standing = Standing.WAITING if is_waiting else Standing.UNKNOWN
        elif not again and status.is_current(one.item.content_hash):
            one.standing = Standing.UNCHANGED


def _mark_by_existing_ledger(parts: Sequence[PlannedPart], order: Order) -> None:
    """Marks the articles that the agency already has, without making a new ledger."""
    for part in parts:
        ledger = existing_ledger(part.ledger)
        if ledger is not None:
            with ledger:
                _mark_known(part, ledger, again=order.again)


def _add(
    parts: Sequence[PlannedPart], articles: Sequence[DepositedArticle], run: RunResult
) -> None:
    """Adds what was found to the result."""
    issues: dict[IssueAtAgency, IssueResult] = {}
    for part in parts:
        issue = issues.setdefault(part.place, IssueResult(part.issue.result.id))
        issue.findings += [one for one in part.issue.findings if one not in issue.findings]
    for issue in issues.values():
        run.add_issue(issue)
    for one in articles:
        run.add_article(one.result)
