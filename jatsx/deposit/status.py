"""What is known of articles that were sent, from the ledger and, if asked, from the agencies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from jatsx.deposit.as_data import VERSION, findings_data
from jatsx.deposit.asking import AtWork, Waiting, ask_once, former_submissions
from jatsx.deposit.chosen_ledger import existing_ledger
from jatsx.deposit.connecting import Destination, connected
from jatsx.deposit.credentials import CredentialSources, credentials_of
from jatsx.deposit.ledger import (
    AgencySystem,
    DepositStatus,
    IssueAtAgency,
    ItemKind,
    Ledger,
    SubmissionState,
)
from jatsx.deposit.ledger.shapes import identifier_key
from jatsx.deposit.ledger.states import UNSETTLED
from jatsx.deposit.planning import Plan, PlannedPart, planned_part
from jatsx.deposit.standing import EXIT_CODES, DepositedArticle, Standing
from jatsx.findings.exit_codes import ExitCode, exit_code
from jatsx.findings.finding import Finding
from jatsx.http import HttpFault
from jatsx.pipeline.job import Job
from jatsx.pipeline.result import Worded
from jatsx.pipeline.scan import InputScan
from jatsx.plugin.registry import Registry

OpenInput: TypeAlias = Callable[[Destination], tuple[Job, InputScan]]
"""Reads the source for the format of an agency."""


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article at an agency, as it was last sent.

    Args:
        status: what the ledger knows.
        is_changed: whether it was changed since then. None: there is no source to compare it with.
    """

    status: DepositStatus
    is_changed: bool | None = None

    @property
    def standing(self) -> Standing:
        """What became of it when it was last sent."""
        last = self.status.last
        if last.submission.state is SubmissionState.WAITING:
            return Standing.WAITING
        if last.submission.state is SubmissionState.GIVEN_UP:
            return Standing.NOT_SENT
        return Standing(last.outcome.value) if last.outcome else Standing.UNKNOWN

    def to_dict(self) -> dict[str, Any]:
        """The article as plain data."""
        last = self.status.last
        place = last.submission.place
        return {
            **_system_data(place.system),
            "journal": place.journal,
            "issue": place.issue,
            "id": last.item.article,
            "identifier": last.item.identifier,
            "outcome": self.standing.value,
            "message": last.message or last.submission.message,
            "code": last.code or last.submission.code,
            "sent": last.submission.sent,
            "changed": self.is_changed,
        }


@dataclass(slots=True)
class StatusResult(Worded):
    """What is known.

    Args:
        registry: the plugins, with the sentences of findings.
        articles: the articles that were sent, by agency.
        unsent: the articles of the source that were never sent to an agency, by agency.
        findings: what went wrong when agencies were asked.
        unread: the findings about files of the source that cannot be read.
    """

    registry: Registry
    articles: list[KnownArticle] = field(default_factory=list)
    unsent: list[tuple[AgencySystem, DepositedArticle]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unread: list[Finding] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """The result as plain data, as ``--format json`` shows it."""
        return {
            "version": VERSION,
            "exit_code": int(self.exit_code),
            "articles": [one.to_dict() for one in self.articles],
            "unsent": [{**_system_data(system), **_names(one)} for system, one in self.unsent],
            "findings": findings_data((*self.unread, *self.findings), self.registry),
        }

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command with this result."""
        standings = {one.standing for one in self.articles} & EXIT_CODES.keys()
        agency = [ExitCode.AGENCY] if self.findings else []
        unread = [ExitCode.REFUSED] if self.unread else []
        return exit_code((*agency, *unread, *(EXIT_CODES[one] for one in standings)))


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is asked for.

    Args:
        destination_of: where documents of a system are sent; None if its plugin is not installed.
        is_chosen: whether a system is asked about.
        sources: where the credentials come from.
        open_input: reads the source; None for all articles in the ledger.
        updates: whether the agencies are asked about submissions without an outcome.
        ledger: the ledger that is given; None for those of the journals, or else of this user.
    """

    destination_of: Callable[[AgencySystem], Destination | None]
    is_chosen: Callable[[AgencySystem], bool]
    sources: CredentialSources
    open_input: OpenInput | None = None
    updates: bool = False
    ledger: Path | None = None


def known_articles(
    ledgers: Iterable[Path | None], inquiry: Inquiry, registry: Registry
) -> StatusResult:
    """What is known of articles. A ledger that does not exist is not made.

    Args:
        ledgers: the ledgers of the journals; None for that of this user.
        inquiry: what is asked for.
        registry: the plugins.

    Raises:
        DepositFault: a ledger cannot be used, or a credential is missing.
        InputChanged: a source was changed while it was being read.
    """
    result = StatusResult(registry)
    for path in ledgers:
        ledger = existing_ledger(path)
        if ledger is None:
            continue
        with ledger:
            systems = dict.fromkeys(one.place.system for one in ledger.submissions())
            for system in filter(inquiry.is_chosen, systems):
                _take_system(system, path, ledger, inquiry, result)
    return result


def _take_system(
    system: AgencySystem,
    path: Path | None,
    ledger: Ledger,
    inquiry: Inquiry,
    result: StatusResult,
) -> None:
    """Adds what a ledger knows of the articles at a system."""
    destination = inquiry.destination_of(system)
    parts: list[PlannedPart] | None = None
    if inquiry.open_input is not None:
        found = _planned(destination, inquiry, result) if destination else ()
        parts = [one for one in found if one.ledger == path]
    places = None if parts is None else {part.place for part in parts}
    if inquiry.updates and destination is not None:
        result.findings += _updated(destination, ledger.path, places, inquiry.sources)
    ready = {} if parts is None else _ready(parts)
    seen: set[str] = set()
    for status in _statuses(ledger, system, places):
        seen.add(status.identifier)
        if status.last.item.kind is ItemKind.ARTICLE:
            planned = ready.get(status.identifier)
            result.articles.append(KnownArticle(status, _is_changed(status, planned)))
    result.unsent += [(system, one) for key, one in ready.items() if key not in seen]


def _planned(
    destination: Destination, inquiry: Inquiry, result: StatusResult
) -> Iterator[PlannedPart]:
    """The parts of the source. Adds what cannot be read to the result."""
    assert inquiry.open_input is not None
    job, scan = inquiry.open_input(destination)
    result.unread += [one for one in scan.findings if one not in result.unread]
    for part in scan.parts:
        planned = planned_part(part, Plan(job, destination, inquiry.ledger))
        if planned is not None:
            yield planned


def _ready(parts: Sequence[PlannedPart]) -> Mapping[str, DepositedArticle]:
    """The articles without errors, by identifier."""
    return {identifier_key(one.identifier): one for part in parts for one in part.ready()}


def _statuses(
    ledger: Ledger, system: AgencySystem, places: set[IssueAtAgency] | None
) -> Iterator[DepositStatus]:
    if places is None:
        yield from ledger.status(system)
        return
    for place in sorted(places, key=lambda one: (one.journal, one.issue)):
        yield from ledger.status(system, place.journal, place.issue)


def _is_changed(status: DepositStatus, planned: DepositedArticle | None) -> bool | None:
    if planned is None or planned.item is None:
        return None
    return status.last.item.content_hash != planned.item.content_hash


def _updated(
    destination: Destination,
    path: Path,
    places: set[IssueAtAgency] | None,
    sources: CredentialSources,
) -> list[Finding]:
    """Asks an agency about its submissions without an outcome. Returns what went wrong."""
    findings: list[Finding] = []
    with Ledger(path) as ledger:
        former = ledger.submissions(destination.system)
        open_places = [one.place for one in former if one.state in UNSETTLED]
    chosen = [one for one in dict.fromkeys(open_places) if places is None or one in places]
    if not chosen:
        return findings
    try:
        credentials = credentials_of(destination.agency, sources)
        with (
            connected(destination, credentials) as connection,
            Ledger(path, redact=connection.client.redaction.text) as ledger,
        ):
            for place in chosen:
                with ledger.lease(place) as lease:
                    agency = destination.agency
                    work = AtWork(ledger, lease, agency, connection, Waiting(), findings)
                    ask_once(former_submissions(work), work)
    except HttpFault as fault:
        findings.append(fault.finding())
    return [*dict.fromkeys(findings)]


def _system_data(system: AgencySystem) -> dict[str, Any]:
    return {"agency": system.agency, "test": system.is_test}


def _names(one: DepositedArticle) -> dict[str, Any]:
    return {"id": one.result.id, "source": one.result.source, "identifier": one.identifier}
