"""Processing parts of the input in several processes. The results are returned in order.

If a process ends, for example because a library crashes, the parts that were in progress are
processed again, one by one, in a process of their own. If that process ends too, its note says at
which format and article; that article is left out of that format.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

from jatsx.findings.plugin_errors import are_tracebacks_shown, show_tracebacks
from jatsx.pipeline.activity import SIZE, Activity, keep_notes_in, noted
from jatsx.pipeline.job import Job, open_job
from jatsx.pipeline.process import PartResult, process_part
from jatsx.pipeline.request import Request
from jatsx.pipeline.scan import InputPart, LineRange
from jatsx.plugin.registry import load_registry

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from ctypes import Array, c_char
    from multiprocessing.connection import Connection

CHUNK_SIZE = 50
"""How many articles are sent to a process at once. Sending fewer is not worth the time."""

AHEAD = 2
"""How many chunks per process may be in progress. This limits the memory for waiting results."""

MOST_ENDS: Final = 20
"""How many processes may end at one part before the run is given up."""


class ProcessLost(Exception):
    """Processes ended again and again, for example because the computer is out of memory."""


_job: Job | None = None
"""The job of a worker process."""


@dataclass(slots=True)
class _Sent:
    """A chunk that is being processed. It has no future until a pool has taken it."""

    chunk: list[InputPart]
    future: Future[list[PartResult]] | None = None

    def to(self, pool: ProcessPoolExecutor) -> None:
        """Sends the chunk to a pool."""
        self.future = pool.submit(_process, self.chunk)


def process_in_parallel(parts: Iterable[InputPart], job: Job) -> Iterator[PartResult]:
    """The results of parts of large sources, exported in several processes, in order.

    Raises:
        ProcessLost: processes ended again and again.
    """
    from concurrent.futures.process import BrokenProcessPool

    waiting = _chunks(parts)
    again: list[list[InputPart]] = []
    while True:
        in_progress = deque(_Sent(chunk) for chunk in again)
        try:
            with _workers(job, job.request.jobs) as (pool, _):
                for sent in in_progress:
                    sent.to(pool)
                yield from _in_order(pool, waiting, in_progress, AHEAD * job.request.jobs)
            return
        except BrokenProcessPool:
            first, *others = (sent.chunk for sent in in_progress)
            for part in first:
                yield _processed_alone(part, job)
            again = others


def _in_order(
    pool: ProcessPoolExecutor,
    waiting: Iterator[list[InputPart]],
    in_progress: deque[_Sent],
    most: int,
) -> Iterator[PartResult]:
    """The results of parts in order, with at most this many chunks in progress.

    A chunk stays in ``in_progress`` until its results are there.
    """
    for chunk in waiting:
        in_progress.append(_Sent(chunk))
        in_progress[-1].to(pool)
        if len(in_progress) > most:
            yield from _first_result(in_progress)
    while in_progress:
        yield from _first_result(in_progress)


def _first_result(in_progress: deque[_Sent]) -> list[PartResult]:
    future = in_progress[0].future
    assert future is not None
    results = future.result()
    in_progress.popleft()
    return results


def _processed_alone(part: InputPart, job: Job) -> PartResult:
    """The result of a part at which a process may have ended.

    Raises:
        ProcessLost: processes end again and again.
    """
    from concurrent.futures.process import BrokenProcessPool

    lost: list[Activity] | None = None
    for _ in range(MOST_ENDS):
        with _workers(job, 1) as (pool, slot):
            try:
                return pool.submit(_process_part, part, lost).result()
            except BrokenProcessPool:
                last = noted(slot)
        if not last.format:
            raise ProcessLost(f"while {part.issue.source} was read and checked")
        lost = [] if lost is None else [*lost, last]
    raise ProcessLost(f"{MOST_ENDS} times at one part of {part.issue.source}")


@contextmanager
def _workers(job: Job, number: int) -> Iterator[tuple[ProcessPoolExecutor, Array[c_char]]]:
    """A pool of processes, and the memory for the notes of the last one that wrote there."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    slot = multiprocessing.RawArray("c", SIZE)
    reader, writer = multiprocessing.Pipe(duplex=False)
    plugins = tuple(one.name for one in job.registry.plugins if not one.state)
    request = replace(job.request, inputs=())
    arguments = (request, plugins, are_tracebacks_shown(), reader, slot)
    with ExitStack() as opened:
        opened.enter_context(reader)
        opened.enter_context(writer)
        pool = ProcessPoolExecutor(number, initializer=_open, initargs=arguments)
        opened.enter_context(pool)
        opened.enter_context(_stopped_early(pool, writer))
        yield pool, slot


@contextmanager
def _stopped_early(pool: ProcessPoolExecutor, workers: Connection) -> Iterator[None]:
    """Ends the workers at once if the run is interrupted, or its results are not wanted any more.

    Otherwise the pool would wait until they have processed all parts that were sent to them, and
    for the rest of a result that a worker was sending when it ended: this process holds the other
    end of that pipe too.
    """
    import multiprocessing

    others = {child.pid for child in multiprocessing.active_children()}
    try:
        yield
    except BaseException:
        workers.send(None)
        for child in multiprocessing.active_children():
            if child.pid not in others:
                child.kill()  # it may not have begun to listen
        results: Any = pool._result_queue
        results._writer.close()
        raise


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


def _open(
    request: Request,
    plugins: tuple[str, ...],
    is_debugged: bool,
    stop: Connection,
    slot: Array[c_char],
) -> None:
    """Prepares a worker process."""
    global _job
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_parent, args=(stop,), daemon=True).start()
    gc.set_threshold(100_000, 10, 10)  # as the command line does
    sys.stdout = sys.stderr  # what a plugin prints is not a result
    if is_debugged:
        show_tracebacks()
    keep_notes_in(slot)
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
    return [_process_part(part, None) for part in chunk]


def _process_part(part: InputPart, lost: list[Activity] | None) -> PartResult:
    assert _job is not None
    return process_part(part, _job, exports=True, lost=lost)
