"""How the work grows with the size of the input: in calls of functions, or in CPU time."""

from __future__ import annotations

import gc
from collections.abc import Callable
from math import inf
from time import process_time
from typing import Final

from benchmarks.meters import Calls

MOST: Final = 2.5
"""How much more work twice the input may take."""

TRIES: Final = 3
"""How often a time is taken, since a busy machine makes any of them long."""

Step = Callable[[int], object]
"""Works on an input of this size."""


def calls(step: Step, size: int) -> int:
    """The calls of functions, in Python and in C. They are the same in each run."""
    counted = Calls()
    counted("step", step, size)
    return counted.python["step"] + counted.c["step"]


def call_growth(step: Step, size: int) -> float:
    """How many times more calls an input of twice the size needs, after a warm-up."""
    step(2)
    return calls(step, 2 * size) / calls(step, size)


def seconds(step: Step, size: int) -> float:
    """The CPU time."""
    gc.collect()
    start = process_time()
    step(size)
    return process_time() - start


def time_growth(step: Step, size: int, least: float = 0.02) -> float:
    """How many times more CPU time an input of twice the size needs, after a warm-up.

    Times below ``least`` count as ``least``. If a ratio is too large, it is measured again, and the
    least ratio counts.
    """
    step(2)
    best = inf
    for _ in range(TRIES):
        once, twice = seconds(step, size), seconds(step, 2 * size)
        best = min(best, max(twice, least) / max(once, least))
        if best <= MOST:
            break
    return best
