"""Instructions of the processor, counted by valgrind's callgrind: they don't heed the load.

A small job and a larger one are counted; the difference is what the articles cost, without the
start. The loop has no other start than ours would: schemas, once.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from benchmarks.processes import ROOT, Job
from benchmarks.whole_runs import EXPORT, FLOOR, LOOP, jobs_over

FEW: Final = 1
MANY: Final = 41
"""How many articles: the difference is a whole issue."""

_TOTAL: Final = re.compile(r"Collected : ([0-9]+)")


def is_possible() -> bool:
    """Whether valgrind is there."""
    return shutil.which("valgrind") is not None


def instructions(folder: Path) -> dict[str, dict[str, float]]:
    """Millions of instructions at the start with one article, and per article, by process."""
    counts = {count: _counted(folder, count) for count in (FEW, MANY)}
    return {
        name: {
            "start": counts[FEW][name] / 1e6,
            "article": (counts[MANY][name] - counts[FEW][name]) / (MANY - FEW) / 1e6,
        }
        for name in (EXPORT, LOOP, FLOOR)
    }


def _counted(folder: Path, count: int) -> Mapping[str, int]:
    jobs = {job.name: job for job in jobs_over(folder, count)}
    return {name: _count(jobs[name], folder) for name in (EXPORT, LOOP, FLOOR)}


def _count(job: Job, folder: Path) -> int:
    job.clear()
    valgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder / 'callgrind'}"]
    done = subprocess.run(
        [*valgrind, job.command[0], *job.command[1:]],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = _TOTAL.search(done.stderr)
    assert found is not None, done.stderr
    return int(found[1])
