"""The processes that are measured: the ``jatsx`` command and the loop."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from benchmarks import loop
from benchmarks.inputs import TIMESTAMP, write_articles
from benchmarks.processes import Cost, Costs, Job, run_in_turn
from jatsx_xsd import CROSSREF

SCHEMAS: Final = Path(str(CROSSREF)).parent
"""The folder of the agencies' schemas."""

LOOP_SCRIPT: Final = Path(loop.__file__)
PYTHON: Final = Path(sys.executable)

BARE: Final = "python -c pass"
HELP: Final = "jatsx --help"
VERSION: Final = "jatsx --version"
EXPORT: Final = "jatsx export"
TWO_JOBS: Final = "jatsx export --jobs 2"
LOOP: Final = "the loop"


def measure_start(rounds: int) -> Costs:
    """The cost of starting: Python itself, ``--help`` and ``--version``."""
    starts = [
        Job(BARE, [PYTHON, "-c", "pass"]),
        Job(HELP, [*_jatsx(), "--help"]),
        Job(VERSION, [*_jatsx(), "--version"]),
    ]
    return run_in_turn(starts, rounds)


def measure_runs(folder: Path, rounds: Mapping[int, int]) -> dict[int, Costs]:
    """The cost of whole runs, by the number of articles, which ``rounds`` gives with its rounds.

    A round runs each job for all numbers of articles in turn: a slow phase of the machine affects
    few and many articles alike.
    """
    costs: dict[int, dict[str, list[Cost]]] = {count: defaultdict(list) for count in rounds}
    same_jobs = zip(*(_jobs(folder, count) for count in rounds), strict=True)
    jobs = [pair for same in same_jobs for pair in zip(rounds, same, strict=True)]
    for number in range(max(rounds.values())):
        for count, job in jobs:
            if number < rounds[count]:
                costs[count][job.name].append(job.run())
    return {count: dict(of_count) for count, of_count in costs.items()}


def warm_up(folder: Path) -> None:
    """Runs everything once, so that files are cached and bytecode is compiled."""
    measure_start(1)
    measure_runs(folder, {1: 1})


def _jobs(folder: Path, count: int) -> Iterator[Job]:
    """The jobs for this many articles. The loop validates the documents of the first job."""
    source = write_articles(folder / f"{count}.jsonl", count)
    output = folder / f"output-{count}"
    yield _export(EXPORT, source, output)
    yield Job(LOOP, [PYTHON, LOOP_SCRIPT, SCHEMAS, output])
    yield _export(TWO_JOBS, source, folder / f"two-jobs-{count}", "--jobs", "2")


def _export(name: str, source: Path, output: Path, *options: str) -> Job:
    arguments: list[str | Path] = ["--out", output, "--timestamp", TIMESTAMP, *options]
    return Job(name, [*_jatsx(), "export", source, *arguments], output)


def _jatsx() -> list[Path]:
    """The command as it is installed beside this Python."""
    return [PYTHON.with_name("jatsx")]
