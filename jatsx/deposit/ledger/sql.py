"""The statements of the ledger, and the rows as the classes of :mod:`.shapes`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from jatsx.deposit.ledger.file import Row
from jatsx.deposit.ledger.shapes import (
    AgencySystem,
    IssueAtAgency,
    ItemKind,
    KeptItem,
    KeptSubmission,
    SubmissionItem,
)
from jatsx.deposit.ledger.states import SubmissionState
from jatsx.plugin.outcome import Outcome

# Leases

LEASE_OF_ISSUE: Final = """
SELECT token, host, process, process_start, taken, expires FROM lease
WHERE (agency, is_test, journal, issue) = (:agency, :is_test, :journal, :issue)
"""
ALL_LEASES: Final = """
SELECT token, host, process, process_start, taken, expires, agency, is_test, journal, issue
FROM lease
"""
TAKE_LEASE: Final = """
INSERT OR REPLACE INTO lease VALUES (:agency, :is_test, :journal, :issue,
    :token, :host, :process, :process_start, :taken, :expires)
"""
RENEW_LEASE: Final = "UPDATE lease SET expires = :expires WHERE token = :token"
RELEASE_LEASE: Final = "DELETE FROM lease WHERE token = :token"

# What a process left unfinished: its submissions may have arrived, or have certainly not left

_OF_ISSUE: Final = """
(agency, is_test, journal, issue) = (:agency, :is_test, :journal, :issue)
"""
LEFT_ITEMS_UNKNOWN: Final = f"""
UPDATE item SET outcome = 'unknown' WHERE submission IN
    (SELECT number FROM submission WHERE state = 'sending' AND {_OF_ISSUE})
"""
LEFT_UNKNOWN: Final = f"""
UPDATE submission SET state = 'unknown', settled = :now WHERE state = 'sending' AND {_OF_ISSUE}
"""
LEFT_GIVEN_UP: Final = f"""
UPDATE submission SET state = 'given-up', settled = :now WHERE state = 'prepared' AND {_OF_ISSUE}
"""

# Timestamps

HIGHEST_TIMESTAMP: Final = """
SELECT timestamp FROM highest_timestamp
WHERE (agency, is_test, identifier) = (:agency, :is_test, :identifier)
"""
RAISE_TIMESTAMP: Final = """
INSERT INTO highest_timestamp VALUES (:agency, :is_test, :identifier, :timestamp)
ON CONFLICT DO UPDATE SET timestamp = max(timestamp, excluded.timestamp)
"""

# Submissions

_COLUMNS: Final = """
    s.number, s.agency, s.is_test, s.journal, s.issue, s.file_name, s.remote_id, s.timestamp,
    s.state, s.prepared, s.sent, s.accepted, s.settled, s.message, s.code, s.sha256,
    s.jatsx_version
"""
_ITEM_COLUMNS: Final = """
    i.identifier, i.content_hash, i.article, i.kind, i.outcome, i.message, i.code
"""
_JOINED: Final = f"""
SELECT {_COLUMNS}, {_ITEM_COLUMNS} FROM item AS i JOIN submission AS s ON s.number = i.submission
"""
_CHOSEN: Final = """
(:agency IS NULL OR s.agency = :agency) AND (:is_test IS NULL OR s.is_test = :is_test)
AND (:journal IS NULL OR s.journal = :journal) AND (:issue IS NULL OR s.issue = :issue)
"""

FILE_NAME: Final = """
SELECT 1 FROM submission WHERE (agency, is_test, file_name) = (:agency, :is_test, :file_name)
"""
ADD_SUBMISSION: Final = """
INSERT INTO submission (agency, is_test, journal, issue, file_name, timestamp, prepared, sha256,
    jatsx_version)
VALUES (:agency, :is_test, :journal, :issue, :file_name, :timestamp, :now, :sha256,
    :jatsx_version)
"""
ADD_CONTENT: Final = "INSERT INTO content (submission, document) VALUES (:number, :document)"
ADD_ITEM: Final = """
INSERT INTO item (submission, identifier, article, kind, content_hash)
VALUES (:number, :identifier, :article, :kind, :content_hash)
"""
SUBMISSION: Final = f"SELECT {_COLUMNS} FROM submission AS s WHERE number = :number"
SUBMISSIONS: Final = f"SELECT {_COLUMNS} FROM submission AS s WHERE {_CHOSEN} ORDER BY number"
LAST_SENT: Final = """
SELECT max(sent) FROM submission WHERE (agency, is_test) = (:agency, :is_test)
"""
ITEMS: Final = f"{_JOINED} WHERE i.submission = :number ORDER BY i.identifier"
ALL_ITEMS: Final = f"""
{_JOINED} WHERE {_CHOSEN}
ORDER BY s.agency, s.is_test, i.identifier, s.timestamp, s.number
"""
ITEMS_OF_IDENTIFIER: Final = f"""
{_JOINED} WHERE (s.agency, s.is_test, i.identifier) = (:agency, :is_test, :identifier)
ORDER BY s.timestamp, s.number
"""
DOCUMENT: Final = "SELECT document FROM content WHERE submission = :number"
ANSWER: Final = "SELECT answer FROM content WHERE submission = :number"

SENDING: Final = "UPDATE submission SET state = 'sending', sent = :now WHERE number = :number"
NOT_SENT: Final = "UPDATE submission SET state = 'prepared', sent = NULL WHERE number = :number"
ACCEPTED: Final = """
UPDATE submission SET state = 'waiting', remote_id = :remote_id, accepted = :now, settled = NULL,
    message = '', code = ''
WHERE number = :number
"""
SETTLED: Final = """
UPDATE submission SET state = :state, settled = :now, message = :message, code = :code
WHERE number = :number
"""
KEEP_ANSWER: Final = "UPDATE content SET answer = :answer WHERE submission = :number"
ALL_OUTCOMES: Final = """
UPDATE item SET outcome = :outcome, message = '', code = '' WHERE submission = :number
"""
OUTCOME: Final = """
UPDATE item SET outcome = :outcome, message = :message, code = :code
WHERE submission = :number AND identifier = :identifier
"""


def place_values(place: IssueAtAgency) -> dict[str, Any]:
    """The values of the columns that name an issue at an agency."""
    return {**system_values(place.system), "journal": place.journal, "issue": place.issue}


def system_values(system: AgencySystem) -> dict[str, Any]:
    """The values of the columns that name the system of an agency."""
    return {"agency": system.agency, "is_test": int(system.is_test)}


def item_values(item: SubmissionItem) -> Mapping[str, Any]:
    """The values of the columns of an item."""
    return {
        "identifier": item.identifier,
        "article": item.article,
        "kind": item.kind.value,
        "content_hash": item.content_hash,
    }


def place_of(row: Row) -> IssueAtAgency:
    """The issue and the agency that four columns name."""
    agency, is_test, journal, issue = row
    return IssueAtAgency(AgencySystem(agency, bool(is_test)), journal, issue)


def submission_of(row: Row) -> KeptSubmission:
    """The submission of a row of :data:`SUBMISSIONS`."""
    number, place, (file_name, remote_id, timestamp, state) = row[0], row[1:5], row[5:9]
    return KeptSubmission(
        number, place_of(place), file_name, remote_id, timestamp, SubmissionState(state), *row[9:]
    )


def submitted_item(row: Row) -> KeptItem:
    """The item of a row of :data:`ITEMS`, with its submission."""
    identifier, content_hash, article, kind, outcome, message, code = row[-7:]
    item = SubmissionItem(identifier, content_hash, article, ItemKind(kind))
    known = Outcome(outcome) if outcome else None
    return KeptItem(submission_of(row[:-7]), item, known, message, code)
