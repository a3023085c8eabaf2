"""Runs processes in turn, and compares their costs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import mkdtemp
from typing import Final, Literal, TypeAlias

LAUNCHER: Final = Path(__file__).with_name("launcher.py")
ROOT: Final = Path(__file__).parent.parent
"""The working directory of every process."""

Figure: TypeAlias = Literal["wall", "cpu", "peak"]


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of a process: elapsed time and CPU time in seconds, peak memory in MB.

    CPU time includes child processes; peak memory is that of the largest process among them.
    """

    wall: float
    cpu: float
    peak: float = 0

    def figure(self, name: Figure) -> float:
        """One of the three."""
        return {"wall": self.wall, "cpu": self.cpu, "peak": self.peak}[name]


Costs: TypeAlias = Mapping[str, Sequence[Cost]]
"""Costs by the name of the process, one for each round."""


@dataclass(frozen=True, slots=True)
class Job:
    """A command to measure; ``output`` is a folder that doesn't exist when it starts."""

    name: str
    command: Sequence[str | Path]
    output: Path | None = None

    def run(self) -> Cost:
        """Runs the command once.

        Raises:
            subprocess.CalledProcessError: the command failed.
        """
        self.clear()
        launched = [sys.executable, "-I", "-S", LAUNCHER, *self.command]
        done = subprocess.run(launched, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
        wall, cpu, peak = map(float, done.stdout.split())
        return Cost(wall, cpu, peak / 1024)

    def clear(self) -> None:
        """Moves the output of the previous run aside.

        It isn't deleted, because a file system that has just deleted thousands of files is much
        slower to create new ones. Pending writes are flushed to the disk before the next run.
        """
        if self.output is not None and self.output.exists():
            previous = Path(mkdtemp(prefix="previous-", dir=self.output.parent))
            self.output.rename(previous / self.output.name)
            os.sync()


@contextmanager
def bytecode_kept(folder: Path) -> Iterator[None]:
    """Makes processes store compiled bytecode in a folder, so that each starts with it."""
    previous = dict(os.environ)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(previous)


def run_in_turn(jobs: Iterable[Job], rounds: int) -> Costs:
    """Runs each job once per round, so that other work on the machine affects all jobs alike."""
    every = list(jobs)
    costs: dict[str, list[Cost]] = {job.name: [] for job in every}
    for _ in range(rounds):
        for job in every:
            costs[job.name].append(job.run())
    return costs


def median_cost(costs: Sequence[Cost], figure: Figure) -> float:
    """The median of a figure over the rounds."""
    return median(cost.figure(figure) for cost in costs)


def ratio(ours: Sequence[Cost], theirs: Sequence[Cost], figure: Figure) -> float:
    """The median over the rounds of the ratio of a figure."""
    pairs = zip(ours, theirs, strict=True)
    return median(mine.figure(figure) / other.figure(figure) for mine, other in pairs)
