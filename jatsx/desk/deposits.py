"""Deposits from the desk: they ask before anything leaves, as the command does."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Event
from typing import Any, Final

from jatsx.deposit.chosen_ledger import chosen_ledger, existing_ledger
from jatsx.deposit.ledger import Ledger
from jatsx.deposit.result import DepositResult
from jatsx.desk.work import Work
from jatsx.findings.finding import Finding
from jatsx.library.deposits import send
from jatsx.library.session import Session
from jatsx.model import Issue
from jatsx.pipeline.run import Progress
from jatsx.readers.reader import Record

LONGEST_QUESTION: Final = 3600
"""How many seconds a question is open. Then nothing is sent."""


class Deposit:
    """A deposit of an issue to an agency, in the background.

    Args:
        folder: the issue folder.
        agency: the name of the agency.
        is_test: whether to send to its test system.
        credentials: values by the names of their variables.
        session: the session.
        others: further arguments of :func:`~jatsx.library.deposits.send`.
    """

    def __init__(
        self,
        folder: Path,
        agency: str,
        *,
        is_test: bool,
        credentials: Mapping[str, str],
        session: Session,
        **others: Any,
    ) -> None:
        self.agency = session.registry.agencies[agency]
        self.is_test = is_test
        self.going: DepositResult | None = None
        """What is going to be sent, while the question is open."""
        self._may_send = False
        self._answered = Event()

        def run(progress: Progress) -> DepositResult:
            def watch(_: str, done: int, total: int) -> None:
                progress(done, total)

            return send(
                folder,
                agency,
                test=is_test,
                credentials=credentials,
                confirm=self._confirm,
                session=session,
                watch=watch,
                **others,
            )

        self.work = Work(run)

    @property
    def is_asking(self) -> bool:
        """Whether it waits for an answer before it sends."""
        return self.going is not None and not self._answered.is_set() and self.work.is_running

    def answer(self, *, may_send: bool) -> None:
        """Says whether it may send."""
        self._may_send = may_send
        self._answered.set()

    def _confirm(self, going: DepositResult) -> bool:
        self.going = going
        self._answered.wait(LONGEST_QUESTION)
        return self._may_send


def refusals(result: DepositResult) -> dict[Path, list[Finding]]:
    """What the agency said of articles, by their files."""
    found: dict[Path, list[Finding]] = {}
    for one in result.articles:
        own = [each for each in one.result.findings if is_of_agency(each, result)]
        if own:
            found[Path(one.result.source)] = own
    return found


def is_of_agency(finding: Finding, result: DepositResult) -> bool:
    """Whether a finding is what the agency said."""
    return finding.code.startswith("deposit-") or finding.code in result.agency.messages


def ledger_of(given: Path | None, issue: Issue | None, record: Record | None) -> Ledger | None:
    """The ledger of an issue, opened; None if there is none yet.

    Raises:
        LedgerFault: it cannot be used.
    """
    if issue is None or record is None:
        return existing_ledger(given)
    return existing_ledger(chosen_ledger(given, issue.journal, record))
