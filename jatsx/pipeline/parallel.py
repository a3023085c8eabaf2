"""Processing parts of the input in several processes. The results are returned in order."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from jatsx.findings.plugin_errors import are_tracebacks_shown, show_tracebacks
from jatsx.pipeline.job import Job, open_job
from jatsx.pipeline.process import PartResult, process_part
from jatsx.pipeline.request import Request
from jatsx.pipeline.scan import InputPart, LineRange
from jatsx.plugin.registry import load_registry

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.connection import Connection

CHUNK_SIZE = 50
"""How many articles are sent to a process at once. Sending fewer is not worth the time."""

AHEAD = 2
"""How many chunks per process may be in progress. This limits the memory for waiting results."""


class ProcessLost(Exception):
    """A worker process was killed, for example because it ran out of memory."""


_job: Job | None = None
"""The job of a worker process."""


def process_in_parallel(parts: Iterable[InputPart], job: Job) -> Iterator[PartResult]:
    """The results of parts of large sources, exported in several processes, in order.

    Raises:
        ProcessLost: a worker process was killed.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    reader, writer = multiprocessing.Pipe(duplex=False)
    plugins = tuple(one.name for one in job.registry.plugins if not one.state)
    arguments = (replace(job.request, inputs=()), plugins, are_tracebacks_shown(), reader)
    jobs = job.request.jobs
    with reader, writer:
        try:
            with (
                ProcessPoolExecutor(jobs, initializer=_open, initargs=arguments) as pool,
                _stopped_early(writer),
            ):
                yield from _in_order(pool, parts, AHEAD * jobs)
        except BrokenProcessPool as error:
            raise ProcessLost(str(error)) from error


@contextmanager
def _stopped_early(workers: Connection) -> Iterator[None]:
    """Ends the workers at once if the run is interrupted, or its results are not wanted any more.

    Otherwise the pool would wait until they have processed all parts that were sent to them.
    """
    try:
        yield
    except BaseException:
        workers.send(None)
        raise


def _in_order(
    pool: ProcessPoolExecutor, parts: Iterable[InputPart], most: int
) -> Iterator[PartResult]:
    """The results of parts in order, with at most this many chunks in progress."""
    in_progress: deque[Future[list[PartResult]]] = deque()
    for chunk in _chunks(parts):
        in_progress.append(pool.submit(_process, chunk))
        if len(in_progress) > most:
            yield from in_progress.popleft().result()
    while in_progress:
        yield from in_progress.popleft().result()


def _chunks(parts: Iterable[InputPart]) -> Iterator[list[InputPart]]:
    """The parts in lists of at least :data:`CHUNK_SIZE` articles."""
    chunk: list[InputPart] = []
    for part in parts:
        chunk.append(part)
        if sum(one.count for one in chunk) >= CHUNK_SIZE:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def can_be_sent(part: InputPart) -> bool:
    """Whether another process can read the part from its file."""
    return all(isinstance(one, LineRange) and isinstance(one.path, Path) for one in part.content)


def _open(request: Request, plugins: tuple[str, ...], is_debugged: bool, stop: Connection) -> None:
    """Prepares a worker process."""
    global _job
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_parent, args=(stop,), daemon=True).start()
    gc.set_threshold(100_000, 10, 10)  # as the command line does
    if is_debugged:
        show_tracebacks()
    registry = load_registry(plugins, targets=request.targets)
    _job = open_job(request, registry)


def _end_with_parent(stop: Connection) -> None:
    """Ends this process when the main process says so, or has ended itself, even by SIGKILL."""
    import multiprocessing
    from multiprocessing.connection import wait

    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([stop, parent.sentinel])
    os._exit(1)


def _process(chunk: list[InputPart]) -> list[PartResult]:
    assert _job is not None
    return [process_part(part, _job, exports=True) for part in chunk]
