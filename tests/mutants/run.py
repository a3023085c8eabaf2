"""Tries the mutants of the plan in this tree, which should be a throw-away clone.

    python -m tests.mutants.run RESULTS [AREA]…

Each mutant is written in place, its tests are run in a process of its own, and the module is put
back. First all mutants are tried with the first group of tests of their area, then those that
survive with the second one, and so on. RESULTS has a line of JSON for each try: run again, it goes
on where it ended.
"""

from __future__ import annotations

import difflib
import json
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Final

from .mutants import Area, Mutant, areas, chosen, mutated

ROOT: Final = Path(__file__).parent.parent.parent
OPTIONS: Final = (
    *("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # for Hypothesis, which is loaded already
)
LONGEST: Final = 300
"""Seconds for the tests of a mutant: one that runs for ever is killed too."""


def main(results: Path, names: Sequence[str]) -> None:
    """Tries what the results lack, and prints a summary of each area."""
    _load_libraries()
    seed, planned = areas()
    wanted = [area for area in planned if not names or area.name in names]
    mutants = {area.name: chosen(area, seed, ROOT) for area in wanted}
    for group in range(max(len(area.tests) for area in wanted)):
        for area in wanted:
            if group < len(area.tests):
                _try_group(area, mutants[area.name], group, results)
                _summarise(area, results)


def _try_group(area: Area, mutants: Sequence[Mutant], group: int, results: Path) -> None:
    """Tries the mutants that survived the groups of tests before this one."""
    last = {one["name"]: one for one in _read(results)}
    left = [one for one in mutants if _is_due(last.get(one.name), group)]
    for tests in sorted({tuple(_tests_of(one, area.tests[group])) for one in left}):
        if not _passes(tests):
            sys.exit(f"Without a mutant, these tests fail: {tests}")
    for mutant in left:
        started = time.monotonic()
        with _written(mutant) as change:
            survives = _passes(_tests_of(mutant, area.tests[group]))
        line = {
            "area": area.name,
            "name": mutant.name,
            "killed": not survives,
            "group": group,
            "seconds": round(time.monotonic() - started, 1),
            "change": change,
        }
        with results.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def _tests_of(mutant: Mutant, tests: Sequence[str]) -> list[str]:
    """The tests of a group for one mutant. A file of tests that its module does not have is left
    out."""
    named = [one.format(module=Path(mutant.module).stem) for one in tests]
    return [one for one in named if not _is_path(one) or (ROOT / one.partition("::")[0]).exists()]


def _is_path(argument: str) -> bool:
    return argument.startswith("tests/")


def _is_due(tried: dict[str, Any] | None, group: int) -> bool:
    """Whether a mutant has survived all groups before this one, as far as the results say."""
    if tried is None:
        return group == 0
    return not tried["killed"] and tried["group"] == group - 1


def _summarise(area: Area, results: Path) -> None:
    last = {one["name"]: one["killed"] for one in _read(results) if one["area"] == area.name}
    killed = sum(last.values())
    print(f"{area.name}: {killed} of {len(last)} killed ({killed / len(last):.1%})", flush=True)


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


def _passes(group: Sequence[str]) -> bool:
    """Whether the tests pass. No tests pass too."""
    if not any(map(_is_path, group)):
        return True
    child = os.fork()
    if child == 0:
        _run_tests(group)
    deadline = time.monotonic() + LONGEST
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.05)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _run_tests(group: Sequence[str]) -> None:
    """Runs pytest in this process, which ends with its exit code."""
    os.setsid()
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    code = 1
    try:
        import pytest

        code = int(pytest.main([*OPTIONS, *group]))
    finally:
        os._exit(code)


def _load_libraries() -> None:
    """Loads what every test needs once, and nothing of jatsx."""
    import pytest  # noqa: F401

    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"


if __name__ == "__main__":
    os.chdir(ROOT)
    main(Path(sys.argv[1]), sys.argv[2:])
