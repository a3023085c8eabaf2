"""Performing tasks in several processes. The results are returned in order.

Each process has a pipe of its own: whatever a process does, the others are not affected. If one
ends, for example because a library crashes, the parts of its task are processed again, each in a
process of its own. If that one ends too, its note says at which format and article; that article is
left out of that format.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, Any, Final, NoReturn

from jatsx.pipeline.activity import SIZE, Activity, keep_notes_in, noted
from jatsx.pipeline.job import Job
from jatsx.pipeline.process import PartResult
from jatsx.pipeline.task import JobDescription, Task

if TYPE_CHECKING:
    from ctypes import Array, c_char
    from multiprocessing.connection import Connection

AHEAD = 2
"""How many tasks per process may be done before the next one in order is. This limits the memory
for waiting results."""

MOST_ENDS: Final = 20
"""How many processes may end at one part before the run is given up."""

PATIENCE: Final = 1.0
"""How many seconds a process has to end when it is told to."""


class ProcessLost(Exception):
    """Processes ended again and again, for example because the computer is out of memory."""


class WorkerEnded(Exception):
    """A process ended before it returned the results of its task.

    ``last`` is what it was doing.
    """

    def __init__(self, last: Activity) -> None:
        super().__init__(f"while it was at {last}")
        self.last = last


class Worker:
    """A process that performs one task after another."""

    def __init__(self, job: Job) -> None:
        """Starts the process."""
        import multiprocessing

        self.connection, theirs = multiprocessing.Pipe()
        self._notes: Array[c_char] = multiprocessing.RawArray("c", SIZE)
        arguments = (JobDescription.of(job), theirs, self._notes)
        self.process = multiprocessing.Process(target=_serve, args=arguments, daemon=True)
        with theirs:
            self.process.start()

    def send(self, task: Task) -> None:
        """Sends a task to the process, which has no other one."""
        with suppress(BrokenPipeError):  # receive() finds that it has ended
            self.connection.send(task)

    def receive(self) -> list[PartResult]:
        """The results of the task, as soon as they are there.

        Raises:
            WorkerEnded: the process ended before it returned them.
            Exception: what the task raised.
        """
        try:
            received: list[PartResult] | Exception = self.connection.recv()
        except (EOFError, OSError):  # OSError: in the middle of them
            raise WorkerEnded(noted(self._notes)) from None
        if isinstance(received, Exception):
            raise received
        return received


def in_processes(tasks: Iterator[Task], job: Job) -> Iterator[PartResult]:
    """The results of tasks that are performed in several processes, in order.

    Raises:
        ProcessLost: processes ended again and again.
    """
    from multiprocessing.connection import wait

    workers: list[Worker] = []
    busy: dict[Any, tuple[Worker, int, Task]] = {}
    done: dict[int, list[PartResult]] = {}
    sent = returned = 0
    try:
        while True:
            ready: list[PartResult] = []
            while returned in done:
                ready += done.pop(returned)
                returned += 1
            while len(busy) < job.request.jobs and sent - returned < AHEAD * job.request.jobs:
                task = next(tasks, None)
                if task is None:
                    break
                worker = _idle_worker(workers, busy, job)
                worker.send(task)
                busy[worker.connection] = worker, sent, task
                sent += 1
            yield from ready
            if not busy:
                return
            for connection in wait([*busy]):
                worker, number, task = busy.pop(connection)
                try:
                    done[number] = worker.receive()
                except WorkerEnded:
                    _end([worker])
                    workers.remove(worker)
                    done[number] = [performed_alone(one, job) for one in task.single()]
    finally:
        _end(workers)


def _idle_worker(workers: list[Worker], busy: Collection[object], job: Job) -> Worker:
    """A worker without a task. It is started if there is none."""
    for worker in workers:
        if worker.connection not in busy:
            return worker
    workers.append(Worker(job))
    return workers[-1]


def performed_alone(task: Task, job: Job) -> PartResult:
    """The result of a part at which a process has ended, from a process of its own.

    Raises:
        ProcessLost: processes end again and again.
    """
    source = task.parts[0].issue.source
    lost: list[Activity] | None = None
    for _ in range(MOST_ENDS):
        worker = Worker(job)
        try:
            worker.send(replace(task, lost=lost))
            return worker.receive()[0]
        except WorkerEnded as ended:
            if not ended.last.format:
                raise ProcessLost(f"while {source} was read and checked") from None
            lost = [] if lost is None else [*lost, ended.last]
        finally:
            _end([worker])
    raise ProcessLost(f"{MOST_ENDS} times at one part of {source}")


def _end(workers: Sequence[Worker]) -> None:
    """Ends processes: they have a moment to remove unfinished files."""
    for worker in workers:
        worker.process.terminate()
    for worker in workers:
        worker.process.join(PATIENCE)
        worker.process.kill()
        worker.process.join()
        worker.connection.close()


class _Terminated(BaseException):
    """The process is told to end. It is not an Exception, so that no plugin can catch it."""


def _serve(description: JobDescription, connection: Connection, notes: Array[c_char]) -> None:
    """Performs the tasks that come, until the process is told to end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process decides
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        signal.signal(signal.SIGTERM, _terminate)
        gc.set_threshold(100_000, 10, 10)  # as the command line does
        sys.stdout = sys.stderr  # what a plugin prints is not a result
        keep_notes_in(notes)
        job = description.open()
        while True:
            connection.send(_performed(connection.recv(), job))
    except (_Terminated, EOFError, BrokenPipeError):
        return


def _performed(task: Task, job: Job) -> list[PartResult] | Exception:
    try:
        return [*task.perform(job)]
    except Exception as error:
        return error


def _terminate(*_: object) -> NoReturn:
    raise _Terminated


def _end_with_parent() -> None:
    """Ends this process when the main process has ended, even by SIGKILL."""
    import multiprocessing
    from multiprocessing.connection import wait

    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
