"""What goes into the ledger and what is read from it.

Times are in UTC (``2026-11-30T20:05:11.123Z``). Timestamps have 17 digits (YYYYMMDDhhmmssSSS, UTC).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from jatsx.deposit.ledger.states import AT_AGENCY, SubmissionState
from jatsx.plugin.outcome import Outcome
from jatsx.standards.identifiers import bare_doi, doi_key, is_doi


class ItemKind(StrEnum):
    """What an item of a submission describes."""

    ARTICLE = "article"
    ISSUE = "issue"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class AgencySystem:
    """An agency's live system or its test system. They know nothing of each other."""

    agency: str
    is_test: bool = False


@dataclass(frozen=True, slots=True)
class IssueAtAgency:
    """An issue of a journal at an agency: what one lease is for.

    Args:
        system: the agency, and whether it is its test system.
        journal: what identifies the journal on every computer: its ISSN, else its title.
        issue: the id of the issue.
    """

    system: AgencySystem
    journal: str
    issue: str


@dataclass(frozen=True, slots=True)
class SubmissionItem:
    """An article that a submission contains, or the issue or the journal itself.

    Args:
        identifier: the DOI; the address (URL) of an article without a DOI. DOIs are compared and
            stored in lower case, without ``https://doi.org/``.
        content_hash: a hash of its record without timestamp and batch id: the same hash says that
            nothing was changed.
        article: the id of the article; empty for an issue or a journal.
        kind: what it is.
    """

    identifier: str
    content_hash: str
    article: str = ""
    kind: ItemKind = ItemKind.ARTICLE


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """What the agency said of an item: the outcome, its message, and the code of the finding."""

    outcome: Outcome
    message: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class KeptSubmission:
    """A document that was sent or was to be sent.

    Args:
        number: its number in this ledger.
        place: the issue and the agency.
        file_name: the name under which it is sent. It is never used again at that agency.
        remote_id: the id that the agency gave it; empty if there is none.
        timestamp: the timestamp in the document.
        state: how far it has come. ``sending`` is ``unknown`` if its process has ended.
        prepared: when it was written to the ledger.
        sent: when sending began; None if nothing has left.
        accepted: when the agency accepted it; None if it did not, or did not say so.
        settled: when it was answered or given up, or became unknown; None before.
        message: what was said about the whole submission.
        code: the code of the finding about the whole submission.
        sha256: the hash of the document, as hexadecimal digits.
        jatsx_version: the version of jatsx that wrote it.
    """

    number: int
    place: IssueAtAgency
    file_name: str
    remote_id: str
    timestamp: str
    state: SubmissionState
    prepared: str
    sent: str | None
    accepted: str | None
    settled: str | None
    message: str
    code: str
    sha256: str
    jatsx_version: str


@dataclass(frozen=True, slots=True)
class KeptItem:
    """An item with the submission that contains it. ``outcome`` is None before an answer."""

    submission: KeptSubmission
    item: SubmissionItem
    outcome: Outcome | None
    message: str
    code: str


@dataclass(frozen=True, slots=True)
class DepositStatus:
    """What is known of a DOI at an agency.

    Args:
        last: the item as it was last sent. Its submission says when, and with which timestamp; its
            outcome is None while the agency has not answered.
        registered: the item as the agency has it; None if it is not registered, or if what was sent
            later may have replaced it.
    """

    last: KeptItem
    registered: KeptItem | None

    @property
    def identifier(self) -> str:
        """The DOI, or the address of an article without one."""
        return self.last.item.identifier

    def is_current(self, content_hash: str) -> bool:
        """Whether the agency certainly has the item with this content."""
        return self.registered is not None and self.registered.item.content_hash == content_hash


def identifier_key(identifier: str) -> str:
    """An identifier in the form for comparison: a DOI in lower case, an address as it is.

    >>> identifier_key("https://doi.org/10.5555/CAA.1"), identifier_key("https://example.org/A")
    ('10.5555/caa.1', 'https://example.org/A')
    """
    return doi_key(identifier) if is_doi(bare_doi(identifier)) else identifier


def status_of(sent: Sequence[KeptItem]) -> DepositStatus:
    """What is known of a DOI, given each time that it was sent, in the order of the timestamps.

    Args:
        sent: what may have reached the agency. It is not empty.
    """
    accepted = [one for one in sent if one.outcome is not Outcome.REFUSED]
    is_certain = bool(accepted) and accepted[-1].outcome in AT_AGENCY
    return DepositStatus(sent[-1], accepted[-1] if is_certain else None)
