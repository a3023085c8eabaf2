"""Tasks: parts of the input that one process works on, and the processes that do it.

A process that is not the main one writes the issues that it has whole. It returns the results, but
not the documents. An issue in several parts is written by the main process, in order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from jatsx.findings.plugin_errors import are_tracebacks_shown, show_tracebacks
from jatsx.pipeline.activity import Activity
from jatsx.pipeline.document_names import DocumentNames
from jatsx.pipeline.issue_output import write_issue
from jatsx.pipeline.job import Job, open_job
from jatsx.pipeline.process import PartResult, process_part
from jatsx.pipeline.request import Request
from jatsx.pipeline.resuming import DoneIssue
from jatsx.pipeline.scan import InputPart, LineRange
from jatsx.plugin.registry import Registry, load_registry

SIZE: Final = 50
"""How many articles a task has at least. Sending fewer is not worth the time."""


@dataclass(frozen=True, slots=True)
class Task:
    """Parts of the input that are processed together.

    ``out`` is the output folder; None if the documents are returned. ``lost`` is what processes
    were doing that ended at these parts, see :func:`process_part`.
    """

    parts: Sequence[InputPart]
    out: Path | str | None = None
    lost: Collection[Activity] | None = None

    def single(self) -> Iterator[Task]:
        """A task for each part."""
        return (replace(self, parts=[part]) for part in self.parts)

    def perform(self, job: Job) -> Iterator[PartResult]:
        """The results of the parts, in order. Issues that are whole are written.

        With ``resume``, an issue that is done is not processed again.
        """
        return (self._result(part, job) for part in self.parts)

    def _result(self, part: InputPart, job: Job) -> PartResult:
        if self.out is None or part.issue.parts > 1:
            return process_part(part, job, exports=True, lost=self.lost)
        is_noted = job.request.resume and not job.request.keep_articles and part.issue.folder
        note = DoneIssue(part, job, self.out) if is_noted else None
        former = note.result() if note is not None else None
        if former is not None:
            return former
        done = process_part(part, job, exports=True, lost=self.lost)
        DocumentNames(job.registry).take(part, done)
        done.written = write_issue(part.issue, done, job, self.out)
        done.batches = []
        if note is not None:
            note.write(done)
        return done


def tasks_of(parts: Iterable[InputPart], out: Path | str | None) -> Iterator[Task]:
    """The tasks for these parts, in order. Each has at least :data:`SIZE` articles."""
    chunk: list[InputPart] = []
    for part in parts:
        chunk.append(part)
        if sum(one.count for one in chunk) >= SIZE:
            yield Task(chunk, out)
            chunk = []
    if chunk:
        yield Task(chunk, out)


def can_be_sent(part: InputPart) -> bool:
    """Whether another process can read the part from its file."""
    return all(isinstance(one, LineRange) and isinstance(one.path, Path) for one in part.content)


class WorkerDiffers(Exception):
    """A worker has other versions of jatsx or its plugins than this process.

    ``own`` and ``found`` are lists of them.
    """

    def __init__(self, own: str, found: str) -> None:
        super().__init__(own, found)
        self.own = own
        self.found = found


@dataclass(frozen=True, slots=True)
class JobDescription:
    """What another process needs to open a job.

    ``versions`` are the names and versions of the plugins that are loaded, jatsx itself first.
    """

    request: Request
    versions: tuple[tuple[str, str], ...]
    is_debugged: bool

    @classmethod
    def of(cls, job: Job) -> JobDescription:
        """The description of a job."""
        request = replace(job.request, inputs=())
        return cls(request, _versions(job.registry), are_tracebacks_shown())

    def open(self) -> Job:
        """The job, opened in another process.

        Raises:
            WorkerDiffers: it has other versions of jatsx or its plugins.
        """
        if self.is_debugged:
            show_tracebacks()
        names = [name for name, _ in self.versions]
        registry = load_registry(names, targets=self.request.targets)
        found = _versions(registry)
        if found != self.versions:
            raise WorkerDiffers(_listed(self.versions), _listed(found))
        return open_job(self.request, registry)


def _versions(registry: Registry) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, one.version) for one in registry.plugins if not one.state)


def _listed(versions: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{name} {version}" for name, version in versions)
