"""A deposit in a process of its own, killed before one of its steps.

``python -m tests.deposit.killed_run ISSUE LEDGER SERVER STEP``. Each call of the ledger and of the
agency has a moment before it and a moment after it. At the moment with the number ``STEP`` the
process kills itself; with 0 it is not killed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any, Final

from jatsx.deposit.ledger import Lease
from jatsx.library.deposits import send
from jatsx.library.session import Session
from jatsx.plugin import registry
from tests.deposit import shelf
from tests.deposit.conftest import AT_ONCE, CREDENTIALS, HASTY

CALLS: Final = ("prepare", "sending", "accepted", "answered", "release")


class Moments:
    """Counts moments, and kills the process at one of them."""

    def __init__(self, last: int) -> None:
        self.last = last
        self.passed = 0

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function with a moment before it and a moment after it."""

        def called(*args: Any, **named: Any) -> Any:
            self.pass_one()
            result = function(*args, **named)
            self.pass_one()
            return result

        return called

    def pass_one(self) -> None:
        self.passed += 1
        if self.passed == self.last:
            os.kill(os.getpid(), signal.SIGKILL)


def run_killed(issue: Path, ledger: Path, server: str, step: int) -> int:
    """Runs this module; the exit code of the process."""
    arguments = (str(issue), str(ledger), server, str(step))
    command = [sys.executable, "-m", "tests.deposit.killed_run", *arguments]
    return subprocess.run(command, check=False, timeout=60).returncode


def main(issue: str, ledger: str, server: str, step: str) -> None:
    moments = Moments(int(step))
    for name in CALLS:
        setattr(Lease, name, moments.around(getattr(Lease, name)))
    shelf.read = moments.around(shelf.read)
    point = EntryPoint("shelf", "tests.deposit.shelf", "jatsx")
    setattr(registry, "entry_points", lambda group: [point])  # noqa: ARG005, B010
    result = send(
        Path(issue),
        "shelf",
        ledger=ledger,
        credentials=CREDENTIALS,
        server=server,
        session=Session(),
        waiting=AT_ONCE,
        patience=HASTY,
    )
    raise SystemExit(result.exit_code)


if __name__ == "__main__":
    main(*sys.argv[1:])
