"""Whole processes: what each costs, run in turn, and their ratios."""

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
"""The folder that every process starts in."""

Figure: TypeAlias = Literal["wall", "cpu", "peak"]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process cost: seconds on the clock, seconds of processor, peak memory in MB.

    The processor's seconds are those of its children too; the peak is that of the largest of them.
    """

    wall: float
    cpu: float
    peak: float = 0

    def figure(self, name: Figure) -> float:
        """One of the three."""
        return {"wall": self.wall, "cpu": self.cpu, "peak": self.peak}[name]


Costs: TypeAlias = Mapping[str, Sequence[Cost]]
"""What each of several processes cost, round by round, by its name."""


@dataclass(frozen=True, slots=True)
class Job:
    """A command to measure; ``output`` is a folder that it finds empty."""

    name: str
    command: Sequence[str | Path]
    output: Path | None = None

    def run(self) -> Cost:
        """Runs it once.

        Raises:
            subprocess.CalledProcessError: it failed.
        """
        self.clear()
        launched = [sys.executable, "-I", "-S", LAUNCHER, *self.command]
        done = subprocess.run(launched, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
        wall, cpu, peak = map(float, done.stdout.split())
        return Cost(wall, cpu, peak / 1024)

    def clear(self) -> None:
        """Puts what a former run wrote out of the way, beside it.

        It isn't removed: a file system that has just lost thousands of files takes much longer to
        make a new one, and the next run would pay for it. What is still to be written to the disk
        is written now, before the next run.
        """
        if self.output is not None and self.output.exists():
            former = Path(mkdtemp(prefix="former-", dir=self.output.parent))
            self.output.rename(former / self.output.name)
            os.sync()


@contextmanager
def bytecode_kept(folder: Path) -> Iterator[None]:
    """Has processes keep Python's bytecode in a folder, as installed packages have theirs."""
    former = dict(os.environ)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(former)


def in_turn(jobs: Iterable[Job], rounds: int) -> Costs:
    """The jobs, each once a round: what disturbs the machine disturbs all of them."""
    once = list(jobs)
    costs: dict[str, list[Cost]] = {job.name: [] for job in once}
    for _ in range(rounds):
        for job in once:
            costs[job.name].append(job.run())
    return costs


def middle(costs: Sequence[Cost], figure: Figure) -> float:
    """The median of a figure."""
    return median(cost.figure(figure) for cost in costs)


def ratio(ours: Sequence[Cost], theirs: Sequence[Cost], figure: Figure) -> float:
    """The median of the ratios, each of two runs of one round."""
    pairs = zip(ours, theirs, strict=True)
    return median(mine.figure(figure) / other.figure(figure) for mine, other in pairs)
