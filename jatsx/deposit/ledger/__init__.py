"""The ledger: what was sent to which agency, and what became of each DOI.

It is one SQLite file for all journals of a user. A submission is written to it before anything
leaves, so that after a crash it is known what may have been sent::

    with Ledger() as ledger, ledger.lease(IssueAtAgency(system, journal, issue)) as lease:
        for submission in lease.unsettled():       # of former runs: ask the agency first
            ...
        timestamp = ledger.next_timestamp(system, identifiers, now)
        ...                                         # export with this timestamp
        number = lease.prepare(file_name, document, timestamp, items)
        lease.sending(number)
        ...                                         # the request to the agency
        lease.accepted(number, remote_id)
        ...                                         # waiting: call lease.renew() now and then
        lease.answered(number, outcomes, answer)

What each call allows next is in :data:`jatsx.deposit.ledger.states.ALLOWED`. Problems with the file
and with other processes are a :class:`LedgerFault`. A wrong call is a :class:`ValueError`.
"""

from jatsx.deposit.fault import LedgerFault
from jatsx.deposit.ledger.csv_table import write_csv
from jatsx.deposit.ledger.file import default_path
from jatsx.deposit.ledger.lease import Lease
from jatsx.deposit.ledger.ledger import Ledger
from jatsx.deposit.ledger.shapes import (
    AgencySystem,
    DepositStatus,
    IssueAtAgency,
    ItemKind,
    ItemOutcome,
    KeptItem,
    KeptSubmission,
    SubmissionItem,
)
from jatsx.deposit.ledger.states import SubmissionState
from jatsx.plugin.outcome import Outcome

__all__ = [
    "AgencySystem",
    "DepositStatus",
    "IssueAtAgency",
    "ItemKind",
    "ItemOutcome",
    "KeptItem",
    "KeptSubmission",
    "Lease",
    "Ledger",
    "LedgerFault",
    "Outcome",
    "SubmissionItem",
    "SubmissionState",
    "default_path",
    "write_csv",
]
