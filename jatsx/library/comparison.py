"""The function of the library that compares articles with what an agency has registered."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from jatsx.deposit import comparing
from jatsx.deposit.asking import StepWatch, watch_nothing
from jatsx.deposit.comparison import Comparison
from jatsx.deposit.connecting import Destination
from jatsx.findings.translation import gettext as _
from jatsx.http import Patience
from jatsx.library.arguments import NONE, WrongArgument
from jatsx.library.deposits import agency_options, opened_source, verified_agency
from jatsx.library.requests import NO_SETTINGS
from jatsx.library.session import Session, default_session
from jatsx.library.sources import Articles
from jatsx.pipeline.options import Settings
from jatsx.plugin.agency import Agency
from jatsx.plugin.registry import Registry


def compare(
    source: Articles,
    agency: str,
    *,
    ledger: str | Path | None = None,
    server: str | None = None,
    settings: Settings = NO_SETTINGS,
    reader: str | None = None,
    journal: str | Path | None = None,
    include: Collection[str] = (),
    session: Session | None = None,
    patience: Patience | None = None,
    watch: StepWatch | None = None,
) -> Comparison:
    """Compares articles with what an agency has registered, field by field.

    No user name and no password is used: the records are open. Only fields that the format can hold
    and that the records show are compared. Nothing is sent, and the ledger is not changed.

    Args:
        source: the source, see :data:`~jatsx.Articles`.
        agency: the name of the agency.
        ledger: the ledger, which knows when an article was last sent; None for that of the journal,
            or else of this user.
        server: the address of another server that is asked.
        settings: options of the format and of the agency.
        reader: the name of the reader; None if it is recognised.
        journal: a journal file, for a source that does not describe its journal.
        include: the statuses of unpublished articles that are compared too.
        session: the session; None for one with all installed plugins.
        patience: how long to wait for the answer to a request.
        watch: called while it works.

    Raises:
        WrongArgument: an agency, an option, a value, a reader or a status does not exist, or the
            agency shows no records.
        DepositFault: the ledger cannot be used, or a package is not installed.
        InputChanged: a file was changed while it was being read.
        OSError: the system fails.
    """
    session = session or default_session()
    known = _with_records(agency, session.registry)
    options, others = agency_options(known, settings)
    job, scan = opened_source(source, known, session, others, reader, journal, include)
    destination = Destination(known, False, options, server, patience)
    path = None if ledger is None else Path(ledger)
    return comparing.compare(job, scan, destination, path, watch or watch_nothing)


def _with_records(name: str, registry: Registry) -> Agency:
    """The agency with a name, whose records can be compared.

    Raises:
        WrongArgument: there is no such agency, or it shows no records.
    """
    agency = verified_agency(name, registry)
    if agency.work is None:
        message = _("The records of {agency} cannot be compared. Agencies: {agencies}.")
        others = ", ".join(one.name for one in registry.agencies.values() if one.work) or NONE
        raise WrongArgument(message.format(agency=agency.title, agencies=others))
    return agency
