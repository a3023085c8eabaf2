"""Comparing a journal with what the agency has registered: the commonest cause of refusals."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from jatsx.findings.finding import Finding, Level
from jatsx.http import HttpFault
from jatsx.model import Journal
from jatsx.model.fieldpath import format_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.plugin.agency import Agency, Connection

BEFORE = ("issue", "journal")


def journal_findings(agency: Agency, connection: Connection, journal: Journal) -> Iterator[Finding]:
    """Warnings about titles and ISSNs that differ from the agency's record.

    They are no errors: the record itself may be incomplete. Nothing is found if the agency has no
    record, or cannot be asked.
    """
    if agency.journal is None:
        return
    try:
        registered = agency.journal(connection, journal)
    except HttpFault as fault:
        yield fault.finding(Level.WARNING)
        return
    if registered is None:
        return
    language, title = next(((tag, str(one)) for tag, one in journal.title.items()), ("", ""))
    if title and registered.titles and not _is_in(title, registered.titles):
        params = _params(agency, title, registered.titles)
        field = format_path((*BEFORE, "title", language))
        yield Finding("deposit-journal-title", Level.WARNING, params, field)
    issn = journal.issn
    for medium, value in (("print", issn.print), ("electronic", issn.electronic)):
        if value and registered.issns and not _is_in(value, registered.issns):
            params = _params(agency, value, registered.issns)
            field = format_path((*BEFORE, "issn", medium))
            yield Finding("deposit-journal-issn", Level.WARNING, params, field)


def _params(agency: Agency, ours: str, theirs: Sequence[str]) -> FrozenMap[str]:
    return FrozenMap({"agency": agency.title, "value": ours, "registered": "; ".join(theirs)})


def _is_in(value: str, registered: Sequence[str]) -> bool:
    """Whether a value is one of those that are registered, whatever its case and spaces."""
    return _compared(value) in map(_compared, registered)


def _compared(value: str) -> str:
    return " ".join(unicodedata.normalize("NFC", value).casefold().split())
