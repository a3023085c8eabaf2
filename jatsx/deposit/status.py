"""What is known of articles that were sent, from the ledger and, if asked, from the agencies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from jatsx.deposit.as_data import VERSION, findings_data
from jatsx.deposit.asking import AtWork, Waiting, ask_once, former_submissions, open_places
from jatsx.deposit.chosen_ledger import existing_ledger
from jatsx.deposit.connecting import Destination, connected
from jatsx.deposit.credentials import CredentialSources, credentials_of
from jatsx.deposit.known_article import KnownArticle, system_data
from jatsx.deposit.ledger import (
    AgencySystem,
    DepositStatus,
    IssueAtAgency,
    Ledger,
)
from jatsx.deposit.ledger.shapes import identifier_key
from jatsx.deposit.ledger.states import UNSETTLED
from jatsx.deposit.planning import Plan, PlannedPart, checked_articles, planned_part
from jatsx.deposit.standing import EXIT_CODES, DepositedArticle
from jatsx.findings.exit_codes import ExitCode, exit_code
from jatsx.findings.finding import Finding
from jatsx.http import HttpFault
from jatsx.pipeline.job import Job
from jatsx.pipeline.result import Worded
from jatsx.pipeline.scan import InputScan
from jatsx.pipeline.tracked import TrackedArticle
from jatsx.plugin.registry import Registry

OpenInput: TypeAlias = Callable[[Destination], tuple[Job, InputScan]]
"""Reads the source for the format of an agency."""


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
            "articles": [one.to_dict(self.registry) for one in self.articles],
            "unsent": [{**system_data(system), **_names(one)} for system, one in self.unsent],
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
    source = None
    if inquiry.open_input is not None:
        source = _Source(*_planned(destination, path, inquiry, result) if destination else ())
    if inquiry.updates and destination is not None:
        places = None if source is None else source.places_to_ask(ledger, system)
        result.findings += _updated(destination, ledger.path, places, inquiry.sources)
    known = [*_known(ledger, system, source)]
    if destination is not None:
        known = [one.explained(destination.agency) for one in known]
    if source is not None:
        known = source.placed(known)
        seen = {one.status.identifier for one in known}
        result.unsent += [(system, one) for key, one in source.ready.items() if key not in seen]
    result.articles += [one for one in known if one.is_shown]


@dataclass(frozen=True, slots=True)
class _Source:
    """The parts of the source with a ledger, as they would be sent to a system."""

    plan: Plan | None = None
    parts: Sequence[PlannedPart] = ()

    @property
    def places(self) -> set[IssueAtAgency]:
        return {part.place for part in self.parts}

    @property
    def ready(self) -> Mapping[str, DepositedArticle]:
        """The articles without errors, by identifier."""
        return {identifier_key(one.identifier): one for part in self.parts for one in part.ready()}

    def places_to_ask(self, ledger: Ledger, system: AgencySystem) -> set[IssueAtAgency]:
        """The issues of the source, and those that its articles were sent with."""
        return {*self.places, *open_places(ledger, system, self.ready.keys())}

    def placed(self, known: Sequence[KnownArticle]) -> list[KnownArticle]:
        """The articles with their findings at the files of the source."""
        explained = {one.status.last.item.article for one in known if one.findings}
        tracked: dict[str, TrackedArticle] = {}
        for part in self.parts:
            if self.plan and not explained.isdisjoint(one.result.id for one in part.articles):
                tracked |= {str(one.id): one for one in checked_articles(part.part, self.plan)}
        return [one.placed(tracked) for one in known]


def _planned(
    destination: Destination, path: Path | None, inquiry: Inquiry, result: StatusResult
) -> tuple[Plan, Sequence[PlannedPart]]:
    """The parts of the source with a ledger. Adds what cannot be read to the result."""
    assert inquiry.open_input is not None
    job, scan = inquiry.open_input(destination)
    result.unread += [one for one in scan.findings if one not in result.unread]
    plan = Plan(job, destination, inquiry.ledger)
    planned = (planned_part(part, plan) for part in scan.parts)
    return plan, [one for one in planned if one is not None and one.ledger == path]


def _known(ledger: Ledger, system: AgencySystem, source: _Source | None) -> Iterator[KnownArticle]:
    """What a ledger knows of the articles of the source; without one, of all articles."""
    if source is None:
        yield from map(KnownArticle, ledger.status(system))
        return
    seen: set[str] = set()
    for place in sorted(source.places, key=lambda one: (one.journal, one.issue)):
        for status in ledger.status(system, place.journal, place.issue):
            seen.add(status.identifier)
            planned = source.ready.get(status.identifier)
            yield KnownArticle(status, _is_changed(status, planned))
    for key, one in source.ready.items():
        other = None if key in seen else ledger.status_of(system, key)
        if other is not None:  # it was sent with another issue
            yield KnownArticle(other, _is_changed(other, one))


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


def _names(one: DepositedArticle) -> dict[str, Any]:
    return {"id": one.result.id, "source": one.result.source, "identifier": one.identifier}
