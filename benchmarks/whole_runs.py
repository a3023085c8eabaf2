"""The processes that are measured: jatsx from the command line, the loop and the floor."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from benchmarks import loop
from benchmarks.inputs import TIMESTAMP, write_articles
from benchmarks.layers import SCHEMAS
from benchmarks.processes import Cost, Costs, Job, in_turn

LOOP_SCRIPT: Final = Path(loop.__file__)
PYTHON: Final = Path(sys.executable)

BARE: Final = "python -c pass"
HELP: Final = "jatsx --help"
VERSION: Final = "jatsx --version"
EXPORT: Final = "jatsx export"
TWO_JOBS: Final = "jatsx export --jobs 2"
LOOP: Final = "the loop"
FLOOR: Final = "the floor"


def cold(folder: Path, rounds: int) -> Costs:
    """The start: help, version, and one article, each in a new process."""
    source = write_articles(folder / "1.jsonl", 1)
    starts = [
        Job(BARE, [PYTHON, "-c", "pass"]),
        Job(HELP, [*_jatsx(), "--help"]),
        Job(VERSION, [*_jatsx(), "--version"]),
        _export(EXPORT, source, folder / "one"),
        _loop(folder / "one"),
    ]
    return in_turn(starts, rounds)


def bulk(folder: Path, rounds: Mapping[int, int]) -> dict[int, Costs]:
    """Articles from JSON Lines to three formats, and the loop over what jatsx wrote.

    ``rounds`` are those of each number of articles. A round does each work on all numbers in turn:
    what disturbs the machine for a while disturbs few and many articles alike.
    """
    costs: dict[int, dict[str, list[Cost]]] = {count: defaultdict(list) for count in rounds}
    works = zip(*(jobs_over(folder, count) for count in rounds), strict=True)
    jobs = [pair for same_work in works for pair in zip(rounds, same_work, strict=True)]
    for nth in range(max(rounds.values())):
        for count, job in jobs:
            if nth < rounds[count]:
                costs[count][job.name].append(job.run())
    return {count: dict(of_count) for count, of_count in costs.items()}


def warm_up(folder: Path) -> None:
    """Runs everything once, so that files are at hand and bytecode is there."""
    cold(folder, 1)
    bulk(folder, {1: 1})


def jobs_over(folder: Path, count: int) -> Iterator[Job]:
    """The work on so many articles: by jatsx, the loop, two processes of jatsx, and the floor."""
    source = write_articles(folder / f"{count}.jsonl", count)
    output, floor = folder / f"whole-{count}", folder / f"floor-{count}"
    yield _export(EXPORT, source, output)
    yield _loop(output)
    yield _export(TWO_JOBS, source, folder / f"two-jobs-{count}", "--jobs", "2")
    yield Job(FLOOR, [PYTHON, "-m", "benchmarks.floor", source, floor], floor)


def _export(name: str, source: Path, output: Path, *options: str) -> Job:
    said: list[str | Path] = ["--out", output, "--timestamp", TIMESTAMP, *options]
    return Job(name, [*_jatsx(), "export", source, *said], output)


def _loop(documents: Path) -> Job:
    return Job(LOOP, [PYTHON, LOOP_SCRIPT, SCHEMAS, documents])


def _jatsx() -> list[Path]:
    """The command as it is installed beside this Python."""
    return [PYTHON.with_name("jatsx")]
