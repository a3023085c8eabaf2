"""What a step of a layer costs: by the clock, in calls, in memory."""

from __future__ import annotations

import gc
import sys
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Callable
from types import FrameType
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Clock:
    """Adds up what each layer takes: seconds on the clock and of this process's processor."""

    def __init__(self) -> None:
        self.wall: dict[str, float] = defaultdict(float)
        self.cpu: dict[str, float] = defaultdict(float)

    def __call__(
        self,
        layer: str,
        step: Callable[Arguments, Result],
        *arguments: Arguments.args,
        **named: Arguments.kwargs,
    ) -> Result:
        gc.collect()
        wall, cpu = time.perf_counter(), time.process_time()
        result = step(*arguments, **named)
        self.cpu[layer] += time.process_time() - cpu
        self.wall[layer] += time.perf_counter() - wall
        return result


class Calls:
    """Counts the calls that each layer makes of functions, those written in C among them.

    They are the same on every machine with one version of Python and of the libraries.
    """

    def __init__(self) -> None:
        self.python: Counter[str] = Counter()
        self.c: Counter[str] = Counter()

    def __call__(
        self,
        layer: str,
        step: Callable[Arguments, Result],
        *arguments: Arguments.args,
        **named: Arguments.kwargs,
    ) -> Result:
        python = c = 0

        def note(frame: FrameType, event: str, argument: object) -> None:  # noqa: ARG001
            nonlocal python, c
            if event == "call":
                python += 1
            elif event == "c_call":
                c += 1

        former = sys.getprofile()
        sys.setprofile(note)
        try:
            result = step(*arguments, **named)
        finally:
            sys.setprofile(former)
        self.python[layer] += python
        self.c[layer] += c
        return result


class Memory:
    """Notes, of each layer, the most memory that a step of it took, and what its result keeps."""

    def __init__(self) -> None:
        self.peak: Counter[str] = Counter()
        self.kept: Counter[str] = Counter()

    def __call__(
        self,
        layer: str,
        step: Callable[Arguments, Result],
        *arguments: Arguments.args,
        **named: Arguments.kwargs,
    ) -> Result:
        gc.collect()
        tracemalloc.start()
        try:
            result = step(*arguments, **named)
            gc.collect()
            kept, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        self.peak[layer] = max(self.peak[layer], peak)
        self.kept[layer] = max(self.kept[layer], kept)
        return result
