"""Parts of the input processed in several processes; their results come in order."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from jatsx.findings.plugin_errors import show_tracebacks
from jatsx.pipeline.job import Job, open_job
from jatsx.pipeline.process import PartResult, process_part
from jatsx.pipeline.request import Request
from jatsx.pipeline.scan import InputPart, LineRange
from jatsx.plugin.registry import load_registry

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

WORTH_SENDING = 50
"""How many articles go to a process at once: with fewer, sending costs more than it saves."""

AHEAD = 2
"""How many chunks for each process may be under way: so results wait in bounded memory."""


class ProcessLost(Exception):
    """One of several processes was ended from outside: too little memory, or a crash."""


_job: Job | None = None
"""The job of a process of the pool."""


def process_in_parallel(parts: Iterable[InputPart], job: Job) -> Iterator[PartResult]:
    """The results of parts of large sources, exported in several processes, in their order.

    Raises:
        ProcessLost: a process was ended from outside.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    plugins = tuple(one.name for one in job.registry.plugins if not one.state)
    arguments = (job.request, plugins, job.has_several_issues)
    jobs = job.request.jobs
    try:
        with ProcessPoolExecutor(jobs, initializer=_open, initargs=arguments) as pool:
            yield from _in_order(pool, parts, AHEAD * jobs)
    except BrokenProcessPool as error:
        raise ProcessLost(str(error)) from error


def _in_order(
    pool: ProcessPoolExecutor, parts: Iterable[InputPart], most: int
) -> Iterator[PartResult]:
    """What comes of parts, with so many chunks under way at most."""
    under_way: deque[Future[list[PartResult]]] = deque()
    for chunk in _chunks(parts):
        under_way.append(pool.submit(_process, chunk))
        if len(under_way) > most:
            yield from under_way.popleft().result()
    while under_way:
        yield from under_way.popleft().result()


def _chunks(parts: Iterable[InputPart]) -> Iterator[list[InputPart]]:
    """The parts, so many together that they are worth sending."""
    chunk: list[InputPart] = []
    for part in parts:
        chunk.append(part)
        if sum(one.count for one in chunk) >= WORTH_SENDING:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def can_be_sent(part: InputPart) -> bool:
    """Whether another process can read the part by itself."""
    return all(isinstance(content, LineRange) for content in part.content)


def _open(request: Request, plugins: tuple[str, ...], has_several_issues: bool) -> None:
    global _job
    gc.set_threshold(100_000, 10, 10)  # as the command line does
    if request.debug:
        show_tracebacks()
    registry = load_registry(plugins, targets=request.targets)
    _job = open_job(request, registry, has_several_issues=has_several_issues)


def _process(chunk: list[InputPart]) -> list[PartResult]:
    assert _job is not None
    return [process_part(part, _job, exports=True) for part in chunk]
