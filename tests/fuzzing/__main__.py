"""Fuzzes the readers and the markup for some time.

    python -m tests.fuzzing --seconds 60 [--seed N] [--target NAME]…

The inputs are those of Hypothesis, made of the corpus, and the same for the same seed; how many
are tried depends on the time. The smallest input of a failure is written into the corpus, where
the tests try it again.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from collections import Counter
from itertools import count, cycle
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzzing.changes import inputs
from tests.fuzzing.targets import CORPUS, TARGETS, seeds

ROUND = 25
"""The inputs of a target before the next one has its turn."""

SETTINGS = settings(
    max_examples=ROUND,
    deadline=None,
    database=None,
    derandomize=False,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)


def tried(name: str, number: int) -> int:
    """Tries a round of inputs, and says how many.

    Raises:
        Exception: what the target raised. The input is in the corpus then.
    """
    last = b""
    times = 0

    @seed(number)
    @SETTINGS
    @given(inputs(seeds(name)))
    def try_one(content: bytes) -> None:
        nonlocal last, times
        last, times = content, times + 1
        TARGETS[name](content)

    try:
        try_one()
    except BaseException:
        print(f"{name}: {_kept(name, last)}")
        raise
    return times


def _kept(name: str, content: bytes) -> Path:
    """The file in the corpus with an input."""
    path = CORPUS / name / hashlib.sha256(content).hexdigest()[:12]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def fuzz(names: list[str], seconds: float, first_seed: int) -> Counter[str]:
    """Tries inputs of the targets in turn, until the time is over; says how many of each."""
    deadline = time.monotonic() + seconds
    done: Counter[str] = Counter()
    for name, number in zip(cycle(names), count(first_seed), strict=False):
        if time.monotonic() >= deadline:
            break
        done[name] += tried(name, number)
    return done


def main() -> None:
    """Reads the arguments and fuzzes."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", action="append", choices=list(TARGETS))
    asked = parser.parse_args()
    names = asked.target or list(TARGETS)
    done = fuzz(names, asked.seconds, asked.seed)
    print("\n".join(f"{name}: {done[name]} inputs" for name in names))
    print(f"{done.total()} inputs in {asked.seconds} s, no failure")


if __name__ == "__main__":
    main()
