"""Performing tasks on several computers, by dask.distributed. The results are returned in order.

The workers read the input and write to the output folder themselves, by the same paths as this
process. If a worker ends, the scheduler gives its tasks to another one. If several workers end at a
task, its parts are processed on this computer, as :mod:`jatsx.pipeline.processes` does it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock
from typing import TYPE_CHECKING, Final

from jatsx.pipeline.job import Job
from jatsx.pipeline.process import PartResult
from jatsx.pipeline.processes import performed_alone
from jatsx.pipeline.task import JobDescription, Task

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE: Final = "10s"
"""How long a scheduler has to answer."""

AHEAD: Final = 3
"""How many tasks each thread of the workers may have. This limits the memory for waiting results,
and no worker has to wait for its next task."""


class SchedulerLost(Exception):
    """The scheduler cannot be reached, or the connection to it was lost."""


def on_scheduler(tasks: Iterator[Task], job: Job) -> Iterator[PartResult]:
    """The results of tasks that the workers of the job's scheduler perform, in order.

    Raises:
        PackageMissing: dask.distributed is not installed.
        ProcessLost: processes ended again and again.
        SchedulerLost: the scheduler cannot be reached.
        WorkerDiffers: a worker has other versions of jatsx or its plugins.
    """
    with _client(job.request.scheduler or "") as client:
        description = JobDescription.of(job)
        sent: deque[tuple[Task, Future]] = deque()
        try:
            while True:
                room = AHEAD * max(1, sum(client.nthreads().values())) - len(sent)
                for _, task in zip(range(room), tasks, strict=False):
                    sent.append((task, client.submit(_performed, task, description, pure=False)))
                if not sent:
                    return
                yield from _results(*sent[0], job)
                sent.popleft()
        finally:
            with suppress(Exception):  # the scheduler may be gone
                client.cancel([future for _, future in sent])


def _results(task: Task, future: Future, job: Job) -> list[PartResult]:
    """The results of a task, as soon as they are there."""
    from distributed import KilledWorker

    try:
        results: list[PartResult] = future.result()
    except KilledWorker:
        results = [performed_alone(one, job) for one in task.single()]
    return results


@contextmanager
def _client(address: str) -> Iterator[Client]:
    """A connection to a scheduler."""
    from jatsx.validation.schema import PackageMissing

    try:
        from distributed import Client
        from distributed.client import FutureCancelledError
        from distributed.comm import CommClosedError
    except ImportError as error:
        raise PackageMissing("distributed", "cluster") from error
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise SchedulerLost(str(error)) from error
    with client:
        try:
            yield client
        except (CommClosedError, FutureCancelledError) as error:
            raise SchedulerLost(str(error)) from error


_lock = Lock()
_opened: tuple[JobDescription, Job] | None = None
"""The last job of a worker."""


def _performed(task: Task, description: JobDescription) -> list[PartResult]:
    """The results of a task, in a worker."""
    return [*task.perform(_job(description))]


def _job(description: JobDescription) -> Job:
    """The job that is described. It is opened once for all tasks.

    Raises:
        WorkerDiffers: this worker has other versions of jatsx or its plugins.
    """
    global _opened
    with _lock:
        if _opened is None or _opened[0] != description:
            _opened = description, description.open()
        return _opened[1]
