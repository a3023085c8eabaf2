"""Tries the mutants of the plan in this tree, which should be a throw-away clone.

    python -m tests.mutants.run LINES RESULTS [AREA]…

LINES, written by :mod:`tests.mutants.record`, says which tests run which lines. Each mutant is
written in place, the tests that run its line are run in a process of their own, and the module is
put back. RESULTS has a line of JSON for each mutant: run again, it goes on where it ended.
"""

from __future__ import annotations

import difflib
import json
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any, Final

from .child import failure_of, in_a_process_of_its_own
from .mutants import ROOT, Mutant, chosen, mutated, read_plan
from .tests_of_lines import TestsOfLines

FIRST: Final = 8
"""So many tests are run before the others are so much as collected."""

LIBRARIES: Final = ("babel", "hypothesis", "jsonschema", "lxml.etree", "pydantic", "pytest", "yaml")
"""What many tests import, loaded once, and nothing of jatsx."""


def main(lines: Path, results: Path, names: Sequence[str]) -> None:
    """Tries what the results lack, and prints a summary of each area."""
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    for library in LIBRARIES:
        import_module(library)
    plan, tests_of_lines = read_plan(), TestsOfLines(lines)
    tried = {one["name"] for one in _read(results)}
    mutants = [
        (area.name, mutant)
        for area in plan.areas
        if not names or area.name in names
        for mutant in chosen(area, plan.seed, ROOT)
        if mutant.name not in tried
    ]
    random.Random(plan.seed).shuffle(mutants)  # so that each area has some when time is short
    for area, mutant in mutants:
        tests = tests_of_lines.of(mutant.module, mutant.line, plan.seconds, plan.most)
        line = {"area": area, "name": mutant.name, **_try(mutant, tests)}
        with results.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    _summarise(results)


def _try(mutant: Mutant, tests: Sequence[str]) -> dict[str, Any]:
    """What became of a mutant: the test that kills it, if any does."""
    started, killed_by = time.monotonic(), ""
    with _written(mutant) as change:
        for some in (tests[:FIRST], tests[FIRST:]):
            killed_by = killed_by or in_a_process_of_its_own(partial(failure_of, some))
    return {
        "killed_by": killed_by,
        "tests": len(tests),
        "seconds": round(time.monotonic() - started, 1),
        "change": change,
    }


def _summarise(results: Path) -> None:
    """How many mutants of each area are killed. The tests that kill must pass without a mutant."""
    done = _read(results)
    for area in dict.fromkeys(one["area"] for one in done):
        killed = [bool(one["killed_by"]) for one in done if one["area"] == area]
        print(f"{area}: {sum(killed)} of {len(killed)} killed ({sum(killed) / len(killed):.1%})")
    killers = sorted({one["killed_by"] for one in done if "::" in one["killed_by"]})
    if failure := in_a_process_of_its_own(partial(failure_of, killers), 1000):
        sys.exit(f"Without a mutant, this test fails too: {failure}")


def _read(results: Path) -> list[dict[str, Any]]:
    if not results.exists():
        return []
    return [json.loads(line) for line in results.read_text("utf-8").splitlines()]


_MOMENTS: Final = count(int(time.time()))
"""A time for each changed module, so that Python compiles it again."""


@contextmanager
def _written(mutant: Mutant) -> Iterator[str]:
    """The module with the change, while the tests run; then the module as it was, with its time."""
    path = ROOT / mutant.module
    source, before = path.read_text("utf-8"), path.stat()
    changed = mutated(source, mutant)
    try:
        path.write_text(changed, "utf-8")
        moment = next(_MOMENTS)
        os.utime(path, (moment, moment))
        yield _difference(source, changed)
    finally:
        path.write_text(source, "utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _difference(source: str, changed: str) -> str:
    lines = difflib.unified_diff(source.splitlines(), changed.splitlines(), n=0, lineterm="")
    return "\n".join(list(lines)[2:])


if __name__ == "__main__":
    os.chdir(ROOT)
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
