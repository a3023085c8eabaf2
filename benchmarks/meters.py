"""Meters for the steps of a layer: time, and calls of functions."""

from __future__ import annotations

import gc
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from types import FrameType
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Clock:
    """Adds up the elapsed time and the CPU time of each layer, in seconds."""

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
    """Counts each layer's calls of functions, in Python and in C.

    The counts are the same on every machine with the same versions of Python and the libraries.
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

        def count(frame: FrameType, event: str, argument: object) -> None:  # noqa: ARG001
            nonlocal python, c
            if event == "call":
                python += 1
            elif event == "c_call":
                c += 1

        previous = sys.getprofile()
        sys.setprofile(count)
        try:
            result = step(*arguments, **named)
        finally:
            sys.setprofile(previous)
        self.python[layer] += python
        self.c[layer] += c
        return result
