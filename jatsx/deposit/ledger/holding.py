"""Who holds the lease of an issue, and taking it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import uuid4

from jatsx.deposit.fault import LedgerFault
from jatsx.deposit.ledger import sql
from jatsx.deposit.ledger.clock import Clock, shown_time, written
from jatsx.deposit.ledger.file import LedgerFile, Row
from jatsx.deposit.ledger.processes import LeaseHolder, has_ended, this_process
from jatsx.deposit.ledger.shapes import IssueAtAgency

PAUSE: Final = 0.2
"""How many seconds to wait before asking again for a lease that another process holds."""


@dataclass(frozen=True, slots=True)
class HeldLease:
    """A lease that a process has, or had when it ended."""

    token: str
    holder: LeaseHolder
    taken: str
    expires: str

    def is_over(self, now: str) -> bool:
        """Whether another process may take it: its process has ended, or may have and it expired.

        A process of this computer that is certainly running keeps it.
        """
        ended = has_ended(self.holder)
        return self.expires <= now if ended is None else ended


def held_lease(row: Row) -> HeldLease:
    """The lease of a row of :data:`.sql.LEASE_OF_ISSUE`."""
    token, host, process, start, taken, expires = row[:6]
    return HeldLease(token, LeaseHolder(host, process, start), taken, expires)


def lease_of(file: LedgerFile, place: IssueAtAgency) -> HeldLease | None:
    """The lease of an issue; None if nobody has it."""
    row = file.run(sql.LEASE_OF_ISSUE, sql.place_values(place)).fetchone()
    return held_lease(row) if row else None


def places_at_work(file: LedgerFile, now: str) -> set[IssueAtAgency]:
    """The issues with a process that may be working on them."""
    rows = file.rows(sql.ALL_LEASES)
    return {sql.place_of(row[6:]) for row in rows if not held_lease(row).is_over(now)}


def taken_lease(
    file: LedgerFile, place: IssueAtAgency, life: timedelta, wait: float, clock: Clock
) -> str:
    """Takes the lease of an issue, and settles what its last process left unfinished.

    Returns:
        the token of the lease.

    Raises:
        LedgerFault: another process has it, also after ``wait`` seconds.
    """
    until = time.monotonic() + wait
    while True:
        with file.transaction():
            now = clock()
            other = lease_of(file, place)
            if other is None or other.is_over(written(now)):
                settle_unfinished(file, place, written(now))
                lease = HeldLease(uuid4().hex, this_process(), written(now), written(now + life))
                file.run(sql.TAKE_LEASE, sql.place_values(place) | _values(lease))
                return lease.token
        if time.monotonic() >= until:
            raise LedgerFault("ledger-issue-taken", **lease_params(place, other))
        time.sleep(PAUSE)


def settle_unfinished(file: LedgerFile, place: IssueAtAgency, now: str) -> None:
    """Settles what a process left unfinished.

    What was being sent may have arrived: it is unknown. What was prepared has not left: it is given
    up.
    """
    values = {**sql.place_values(place), "now": now}
    for statement in (sql.LEFT_ITEMS_UNKNOWN, sql.LEFT_UNKNOWN, sql.LEFT_GIVEN_UP):
        file.run(statement, values)


def lease_params(place: IssueAtAgency, lease: HeldLease | None) -> dict[str, str]:
    """The params of a finding about the lease of an issue."""
    params = {"issue": place.issue, "journal": place.journal, "agency": place.system.agency}
    if lease is None:
        return params
    holder = {"host": lease.holder.host, "process": str(lease.holder.process)}
    times = {"taken": shown_time(lease.taken), "expires": shown_time(lease.expires)}
    return {**params, **holder, **times}


def _values(lease: HeldLease) -> dict[str, Any]:
    """The values of the columns of a lease."""
    return {
        "token": lease.token,
        "host": lease.holder.host,
        "process": lease.holder.process,
        "process_start": lease.holder.start,
        "taken": lease.taken,
        "expires": lease.expires,
    }
