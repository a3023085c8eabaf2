"""A run: the input is scanned, its parts are processed in order, and the results are written."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from jatsx.findings.finding import Finding
from jatsx.pipeline.cluster import on_scheduler
from jatsx.pipeline.document_names import DocumentNames
from jatsx.pipeline.issue_output import IssueOutputs
from jatsx.pipeline.job import Job, open_job
from jatsx.pipeline.manifest import Manifest
from jatsx.pipeline.open_input import input_paths, reader_of, source_records
from jatsx.pipeline.output import Output, output_at
from jatsx.pipeline.output_folder import FolderTaken
from jatsx.pipeline.parquet import FINDINGS, FindingsTable
from jatsx.pipeline.process import PartResult, process_part, read_and_check
from jatsx.pipeline.processes import in_processes
from jatsx.pipeline.report import Report
from jatsx.pipeline.request import Request
from jatsx.pipeline.result import ArticleResult, File, IssueResult, RunResult
from jatsx.pipeline.scan import InputScan, scan_input
from jatsx.pipeline.task import Task, can_be_sent, tasks_of
from jatsx.pipeline.tracked import Tracked, TrackedIssue
from jatsx.plugin.registry import Registry
from jatsx.readers.reader import Record
from jatsx.readers.web_address import InputSource

Progress: TypeAlias = Callable[[int, int], bool | None]
"""Called with the number of articles done and the number of all articles. False cancels the run."""

Item: TypeAlias = Finding | IssueResult | File | ArticleResult
"""What an export yields: findings about files and plugins, then for each part of an issue the
result of the issue (once), its documents, and the results of its articles."""


@dataclass(frozen=True, slots=True)
class KeptExport:
    """An export whose documents are in memory.

    ``parts`` are the results of the parts of the input that are done, in order.
    """

    job: Job
    scan: InputScan
    result: RunResult
    parts: Sequence[PartResult]

    @property
    def files(self) -> list[File]:
        """The valid documents."""
        return [file for part in self.parts for file in part.files]

    def write(self, place: Path | str) -> None:
        """Writes the documents to an output. Raises the errors of :func:`export`.

        Raises:
            FolderTaken: the folder of an issue has an issue of another journal. Nothing is written.
        """
        output = output_at(place, self.job.request.timestamp)
        for part in self.parts:
            former = output.manifest(part.folder) if part.folder else Manifest()
            if former.is_of_another_journal(part.journal):
                raise FolderTaken(Path(place, part.folder), former.journal[-1])
        _write(self.result, self.scan, self.job, self.parts, output)


def opened(request: Request, registry: Registry) -> tuple[Job, InputScan]:
    """The job of a request, and its input, scanned."""
    job = open_job(request, registry)
    return job, scan_input(job)


def check(request: Request, registry: Registry, progress: Progress | None = None) -> RunResult:
    """Reads the input and checks it by the rules of jatsx and of the requested formats."""
    job, scan = opened(request, registry)
    result = _started(scan, job)
    for part in scan.parts:
        _take(process_part(part, job, exports=False), result)
        if _is_cancelled(progress, result, scan):
            break
    return result


def export(
    request: Request, registry: Registry, folder: Output, progress: Progress | None = None
) -> RunResult:
    """Checks, exports, validates and writes. An invalid article or plugin affects no others.

    Raises:
        FolderLocked: another export is writing to the folder of an issue.
        ManifestTooNew: a newer version of jatsx wrote to the folder of an issue.
        OSError: something cannot be written.
        InputChanged: a source was changed while it was being read.
        ProcessLost: a worker process was killed.
        SchedulerLost: the scheduler cannot be reached.
        WorkerDiffers: a worker has other versions of jatsx or its plugins.
        PackageMissing: a package for the scheduler is not installed.
    """
    job, scan = opened(request, registry)
    result = _started(scan, job)
    with closing(_results(scan, job, folder.path)) as results:
        _write(result, scan, job, _counted(results, result, scan, progress), folder)
    return result


def export_in_memory(
    request: Request, registry: Registry, progress: Progress | None = None
) -> KeptExport:
    """Checks, exports and validates, without writing anything.

    Raises:
        InputChanged: a source was changed while it was being read.
        ProcessLost: a worker process was killed.
        SchedulerLost: the scheduler cannot be reached.
        WorkerDiffers: a worker has other versions of jatsx or its plugins.
        PackageMissing: a package for the scheduler is not installed.
    """
    job, scan = opened(request, registry)
    result = _started(scan, job)
    with closing(_results(scan, job)) as results:
        counted = _counted(_packed(results), result, scan, progress)
        return KeptExport(job, scan, result, [*counted])


def iter_export(request: Request, registry: Registry) -> Iterator[Item]:
    """The documents and results of an export, as soon as each part of an issue is done.

    Raises:
        InputChanged: a source was changed while it was being read.
        ProcessLost: a worker process was killed.
        SchedulerLost: the scheduler cannot be reached.
        WorkerDiffers: a worker has other versions of jatsx or its plugins.
        PackageMissing: a package for the scheduler is not installed.
    """
    job, scan = opened(request, registry)
    yield from (*registry.findings, *scan.findings)
    with closing(_results(scan, job)) as results:
        for done in _packed(results):
            if done.issue is not None:
                yield done.issue
            yield from done.files
            yield from done.articles


def records(request: Request, registry: Registry) -> Iterator[Record]:
    """The records of the input, as they are read. Findings about files are in records too.

    Raises:
        InputChanged: a source was changed while it was being read.
        OSError: the system fails, for example because too many files are open.
    """
    job = open_job(request, registry)
    if job.journal is not None and job.journal.findings:
        source = job.journal.source.name
        yield Record(source, findings=job.journal.findings, is_article=False)
        return
    for given in request.inputs:
        read = _read_paths(given, job) if isinstance(given, InputSource) else given
        yield from map(job.completed, read)


def _read_paths(given: InputSource, job: Job) -> Iterator[Record]:
    for path in input_paths(given, job.request.reader):
        yield from _read_file(path, job)


def _read_file(path: InputSource, job: Job) -> Iterator[Record]:
    registry, request = job.registry, job.request
    reader, findings = reader_of(path, registry, request.reader)
    if findings:
        yield Record(str(path), findings=findings, is_article=False)
    if reader is not None:
        yield from source_records(path, reader, registry, request.reader_options)


def read_all(request: Request, registry: Registry) -> Tracked:
    """Everything that the input holds, read, checked and held in memory at once."""
    job, scan = opened(request, registry)
    tracked = Tracked(findings=_started(scan, job).input_findings)
    issues: dict[int, TrackedIssue] = {}
    for part in scan.parts:
        articles = read_and_check(part, job)
        tracked.articles += articles
        for one in articles:
            if one.issue is not None:
                issues.setdefault(id(part.issue), one.issue).articles.append(one)
    tracked.issues = list(issues.values())
    return tracked


def _started(scan: InputScan, job: Job) -> RunResult:
    """A result with the findings about plugins and files."""
    result = RunResult(job.request.targets, job.registry, keep_clean=job.request.keep_clean)
    result.add_shared(job.registry.findings)
    result.add_shared(scan.findings)
    return result


def _results(scan: InputScan, job: Job, out: Path | str | None = None) -> Generator[PartResult]:
    """The results of the parts of the input, in order.

    Whole issues are written to the output folder ``out``, if there is one.
    """
    names = DocumentNames(job.registry)
    with closing(_processed(scan, job, out)) as processed:
        for part, done in zip(scan.parts, processed, strict=True):
            names.take(part, done)
            yield done


def _processed(scan: InputScan, job: Job, out: Path | str | None) -> Generator[PartResult]:
    """The results of the parts, from this process or from others."""
    for is_sent, parts in groupby(scan.parts, key=can_be_sent):
        if is_sent:
            yield from _performed(tasks_of(parts, out), job)
        else:
            yield from (process_part(part, job, exports=True) for part in parts)


def _packed(results: Iterable[PartResult]) -> Iterator[PartResult]:
    """The results with their ZIP files made in memory."""
    for done in results:
        done.pack()
        yield done


def _performed(tasks: Iterator[Task], job: Job) -> Iterator[PartResult]:
    """The results of tasks, in order: performed here, in processes or on other computers."""
    if job.request.scheduler is not None:
        return on_scheduler(tasks, job)
    if job.request.jobs > 1:
        return in_processes(tasks, job)
    return (done for task in tasks for done in task.perform(job))


def _counted(
    results: Iterable[PartResult], result: RunResult, scan: InputScan, progress: Progress | None
) -> Iterator[PartResult]:
    """The results, which are also added to the result of the run."""
    for done in results:
        yield done
        _take(done, result)
        if _is_cancelled(progress, result, scan):
            return


def _is_cancelled(progress: Progress | None, result: RunResult, scan: InputScan) -> bool:
    if progress is not None and progress(result.number, scan.number) is False:
        result.is_cancelled = True
    return result.is_cancelled


def _write(
    result: RunResult,
    scan: InputScan,
    job: Job,
    results: Iterable[PartResult],
    folder: Output,
) -> None:
    """Writes the results of the parts. If the run is cancelled, nothing is removed."""
    with folder:
        outputs = IssueOutputs(folder, scan, job, result)
        report = Report(folder.report.file, job.registry)
        table = _table(folder, job)
        for done, part in zip(results, scan.parts, strict=False):
            outputs.take(part, done, report)
            if table is not None:
                table.take(done)
        if not result.is_cancelled:
            outputs.finish()
            if table is not None:
                table.add(result.input_findings)
                table.finish()
                folder.started(FINDINGS).finish()
            report.end(result, [*result.input_findings, *outputs.findings], outputs.lines)
            folder.report.finish()


def _table(folder: Output, job: Job) -> FindingsTable | None:
    """The Parquet table of the run, if it is asked for."""
    if not job.request.parquet:
        return None
    return FindingsTable(folder.started(FINDINGS).file, job.registry)


def _take(part: PartResult, result: RunResult) -> None:
    """Adds the results of a part to the result of the run."""
    if part.issue is not None:
        result.add_issue(part.issue)
    for article in part.articles:
        result.add_article(article)
