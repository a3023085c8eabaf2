"""Runs some tests in a process of its own, which has loaded libraries and nothing of jatsx."""

from __future__ import annotations

import os
import resource
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import pytest

OPTIONS: Final = (
    *("-q", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # for Hypothesis, which is loaded already
)

LONGEST: Final = 60
"""Seconds of CPU for the tests of a mutant: one that runs for ever is killed too. A process that
only waits is killed after five times as long."""


@dataclass(eq=False)
class _Selected:
    """A plugin of pytest: only some tests are run, in their order."""

    tests: Sequence[str]
    failed: list[str] = field(default_factory=list)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        ranks = {test: rank for rank, test in enumerate(self.tests)}
        items[:] = sorted(
            (item for item in items if item.nodeid in ranks), key=lambda item: ranks[item.nodeid]
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)


def failure_of(tests: Sequence[str]) -> str:
    """The first of the tests that fails, or what else is wrong; empty where all pass."""
    if not tests:
        return ""
    selected = _Selected(tests)
    functions = dict.fromkeys(test.partition("[")[0] for test in tests)
    code = pytest.main(["-x", *OPTIONS, *functions], plugins=[selected])
    if code in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        return ""
    return "".join(selected.failed[:1]) or f"pytest ends with {code}"


def in_a_process_of_its_own(work: Callable[[], str], longest: int = LONGEST) -> str:
    """What some work says that changes nothing in this process, or that it takes too long."""
    ears, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        _say(work, mouth, longest)
    os.close(mouth)
    status = _status_at_end(child, 5 * longest)
    said = os.read(ears, 65536).decode() if status == 0 else f"ended with {status}"
    os.close(ears)
    return said.strip()


def _status_at_end(child: int, longest: int) -> int:
    """The exit status of a process, which is killed if it takes too long."""
    deadline = time.monotonic() + longest
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.05)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return -signal.SIGKILL


def _say(work: Callable[[], str], mouth: int, longest: int) -> None:
    """Does the work in silence, and ends this process."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (longest, longest))
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    code = 1
    try:
        os.write(mouth, f"{work()}\n".encode())
        code = 0
    finally:
        os._exit(code)
