"""Records which tests run which lines of the mutated modules, with coverage.py.

    python -m tests.mutants.record LINES [TESTS]…

Without TESTS, the tests of the plan are run. LINES that is there already gets what is new.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from .child import OPTIONS
from .mutants import ROOT, read_plan

if TYPE_CHECKING:
    from coverage import Coverage

IMPORTED: Final = ""
"""The context of lines that are run outside of a test."""


@dataclass(eq=False)
class _Recorder:
    """A plugin of pytest: each test is a context of coverage.py."""

    coverage: Coverage
    seconds: dict[str, float] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        self.coverage.switch_context(item.nodeid)
        started = time.monotonic()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.monotonic() - started
            self.coverage.switch_context(IMPORTED)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not report.passed:
            self.left_out.add(report.nodeid)


def record(folders: Sequence[str], tests: Sequence[str], file: Path) -> None:
    """Runs the tests, and writes which of them run which lines of the folders.

    A test that fails or is skipped is left out.
    """
    from coverage import Coverage

    coverage = Coverage(data_file=None, source=[str(ROOT / folder) for folder in folders])
    recorder = _Recorder(coverage)
    with coverage.collect():
        pytest.main([*OPTIONS, *tests], plugins=[recorder])
    if recorder.left_out:
        print("Left out, since they fail or are skipped:", *sorted(recorder.left_out), sep="\n  ")
    recorded = _read(file)
    passed = recorder.seconds.keys() - recorder.left_out
    recorded["seconds"] |= {test: recorder.seconds[test] for test in sorted(passed)}
    numbers = {test: number for number, test in enumerate(recorded["seconds"])}
    data = coverage.get_data()
    for measured in data.measured_files():
        lines = recorded["lines"].setdefault(Path(measured).relative_to(ROOT).as_posix(), {})
        for line, contexts in data.contexts_by_lineno(measured).items():
            found = {numbers[test] for test in passed.intersection(contexts)}
            lines[str(line)] = sorted(found.union(lines.get(str(line), ())))
    file.write_text(json.dumps(recorded, ensure_ascii=False), "utf-8")


def _read(file: Path) -> dict[str, Any]:
    """The seconds of each test, and for each line of a module the numbers of its tests there."""
    if file.exists():
        recorded: dict[str, Any] = json.loads(file.read_text("utf-8"))
        return recorded
    return {"seconds": {}, "lines": {}}


if __name__ == "__main__":
    os.chdir(ROOT)
    plan = read_plan()
    record(plan.folders, sys.argv[2:] or plan.tests, Path(sys.argv[1]))
