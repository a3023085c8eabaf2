"""The functions of the library that send articles to agencies, and say what became of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from jatsx.deposit.asking import StepWatch, Waiting, watch_nothing
from jatsx.deposit.chosen_ledger import ledgers_of
from jatsx.deposit.connecting import Destination
from jatsx.deposit.credentials import CredentialSources, Prompt
from jatsx.deposit.flow import Confirm, Order, deposit
from jatsx.deposit.ledger import AgencySystem
from jatsx.deposit.result import DepositResult
from jatsx.deposit.status import Inquiry, StatusResult, known_articles
from jatsx.findings.translation import gettext as _
from jatsx.http import Patience
from jatsx.library.arguments import NONE, WrongArgument, verified_timestamp
from jatsx.library.requests import NO_SETTINGS, request_of
from jatsx.library.session import Session, default_session
from jatsx.library.sources import Articles
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.job import Job
from jatsx.pipeline.options import Settings, value_fault
from jatsx.pipeline.run import opened, records
from jatsx.pipeline.scan import InputScan
from jatsx.plugin.agency import Agency
from jatsx.plugin.registry import Registry

NO_CREDENTIALS: Final[Mapping[str, str]] = FrozenMap()


def send(
    source: Articles,
    to: str,
    *,
    test: bool = False,
    dry_run: bool = False,
    again: bool = False,
    wait: bool = True,
    ledger: str | Path | None = None,
    credentials: Mapping[str, str] = NO_CREDENTIALS,
    prompt: Prompt | None = None,
    confirm: Confirm | None = None,
    server: str | None = None,
    settings: Settings = NO_SETTINGS,
    reader: str | None = None,
    journal: str | Path | None = None,
    include: Collection[str] = (),
    session: Session | None = None,
    waiting: Waiting | None = None,
    patience: Patience | None = None,
    watch: StepWatch | None = None,
) -> DepositResult:
    """Checks articles, and sends those to an agency that it does not have yet.

    What is sent is written to the ledger first. So nothing is sent twice: after a crash the agency
    is asked. Articles with errors are not sent. Sample values, DOIs for tests and addresses at
    example.org are errors, whatever the rules of the journal say, except with ``test``.

    Args:
        source: the source, see :data:`~jatsx.Articles`.
        to: the name of the agency.
        test: whether to send to the test system of the agency.
        dry_run: whether to send nothing, and only to say what would be sent.
        again: whether to send also what the agency has unchanged, and what it has been asked about
            without an outcome.
        wait: whether to wait for the outcomes.
        ledger: the file of the ledger; None for that of the journal (``ledger`` in journal.yaml),
            or else of this user.
        credentials: values by the names of their environment variables. Those that are not given
            come from the environment, from the keyring of the system, or from ``prompt``.
        prompt: asks a person for a credential.
        confirm: asked before anything is sent, with what is going to be sent. What an agency
            registers cannot be deleted.
        server: the address of another server that gets the documents and the credentials.
        settings: options of the format and of the agency:
            ``{"NAME": {"version": "…"}}``. They override those of the journal.
        reader: the name of the reader; None if it is recognised.
        journal: a journal file, for a source that does not describe its journal.
        include: the statuses of unpublished articles that are sent too.
        session: the session; None for one with all installed plugins.
        waiting: how long to wait for outcomes.
        patience: how long to wait for the answer to a request.
        watch: called while it works, with a step, how much of it is done, and of how much.

    Raises:
        WrongArgument: an agency, an option, a value, a reader or a status does not exist.
        DepositFault: nothing can be sent: a credential is missing or refused, the agency has no
            test system, the ledger cannot be used, or another process deposits the issue.
        InputChanged: a file was changed while it was being read.
        OSError: the system fails, for example because the disk is full.
    """
    session = session or default_session()
    agency = verified_agency(to, session.registry)
    options, others = agency_options(agency, settings)
    destination = Destination(agency, test, options, server, patience)
    job, scan = opened_source(source, agency, session, others, reader, journal, include)
    order = Order(
        destination,
        CredentialSources(credentials, prompt=prompt),
        None if ledger is None else Path(ledger),
        again=again,
        waits=wait,
        is_dry_run=dry_run,
        confirm=confirm,
        waiting=waiting or Waiting(),
        watch=watch or watch_nothing,
    )
    return deposit(job, scan, order)


def verified_agency(name: str, registry: Registry) -> Agency:
    """The agency with a name.

    Raises:
        WrongArgument: there is no such agency, or its format is not installed.
    """
    agency = registry.agencies.get(name)
    if agency is None or agency.format not in registry.exporters:
        message = _("“{agency}” is not a known agency. Agencies: {agencies}.")
        known = ", ".join(registry.agencies) or NONE
        text = message.format(agency=name, agencies=known)
        raise WrongArgument(f"{text} {registry.absent(name)}".rstrip())
    return agency


def agency_options(agency: Agency, settings: Settings) -> tuple[Mapping[str, str], Settings]:
    """The options of an agency, and the other settings.

    Raises:
        WrongArgument: the value of an option is invalid.
    """
    known = {option.name: option for option in agency.options}
    given = settings.get(agency.name, FrozenMap())
    own = {name: value for name, value in given.items() if name in known}
    for name, value in own.items():
        if value_fault(known[name], value):
            message = _("{value} is not a valid value of {option}. Choose one of: {choices}.")
            option, choices = f"{agency.name}.{name}", ", ".join(known[name].choices)
            raise WrongArgument(message.format(value=value, option=option, choices=choices))
    left = {name: value for name, value in given.items() if name not in known}
    others = {name: options for name, options in settings.items() if name != agency.name}
    return own, {**others, agency.name: left} if left else others


def opened_source(
    source: Articles,
    agency: Agency,
    session: Session,
    settings: Settings,
    reader: str | None,
    journal: str | Path | None,
    include: Collection[str],
) -> tuple[Job, InputScan]:
    """The source, scanned for the format of an agency.

    Raises:
        WrongArgument: a format, an option, a value, a reader or a status does not exist.
    """
    request = request_of(
        source,
        session,
        to=(agency.format,),
        settings=settings,
        timestamp=verified_timestamp(None),
        reader=reader,
        journal=journal,
        include=include,
    )
    return opened(request, session.registry)


def status(
    source: Articles | None = None,
    *,
    to: str | None = None,
    test: bool | None = None,
    update: bool = False,
    ledger: str | Path | None = None,
    credentials: Mapping[str, str] = NO_CREDENTIALS,
    prompt: Prompt | None = None,
    server: str | None = None,
    settings: Settings = NO_SETTINGS,
    reader: str | None = None,
    journal: str | Path | None = None,
    include: Collection[str] = (),
    session: Session | None = None,
    patience: Patience | None = None,
) -> StatusResult:
    """What is known of articles that were sent to agencies.

    Args:
        source: the source, see :data:`~jatsx.Articles`; None for all articles in the ledger. With
            a source, it is also said which articles were changed since they were last sent, and
            which were never sent.
        to: the name of the agency; None for all.
        test: whether to look at test systems only, or at live systems only; None for both.
        update: whether to ask the agencies about what they have not answered yet.

    The other arguments, and what is raised, are those of :func:`send`.
    """
    session = session or default_session()
    registry = session.registry
    if to is not None:
        verified_agency(to, registry)

    def destination_of(system: AgencySystem) -> Destination | None:
        agency = registry.agencies.get(system.agency)
        if agency is None or agency.format not in registry.exporters:
            return None
        options, _ = agency_options(agency, settings)
        return Destination(agency, system.is_test, options, server, patience)

    def open_input(destination: Destination) -> tuple[Job, InputScan]:
        assert source is not None
        _, others = agency_options(destination.agency, settings)
        agency = destination.agency
        return opened_source(source, agency, session, others, reader, journal, include)

    inquiry = Inquiry(
        destination_of,
        lambda system: to in (None, system.agency) and test in (None, system.is_test),
        CredentialSources(credentials, prompt=prompt),
        None if source is None else open_input,
        update,
        None if ledger is None else Path(ledger),
    )
    ledgers: Collection[Path | None] = (inquiry.ledger,)
    if source is not None and ledger is None:
        request = request_of(
            source,
            session,
            settings=_without_agencies(settings, registry),
            reader=reader,
            journal=journal,
            include=include,
        )
        ledgers = ledgers_of(records(request, registry)) or ledgers
    return known_articles(ledgers, inquiry, registry)


def _without_agencies(settings: Settings, registry: Registry) -> Settings:
    """The settings without the options of agencies."""
    for agency in registry.agencies.values():
        _, settings = agency_options(agency, settings)
    return settings
