"""A whole run: scans the input, processes its parts and writes the results."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from jatsx.pipeline.export import DocumentBatch
from jatsx.pipeline.job import Job, open_job
from jatsx.pipeline.output_folder import OutputFolder
from jatsx.pipeline.parallel import can_be_sent, process_in_parallel
from jatsx.pipeline.process import PartResult, process_part, read_and_check
from jatsx.pipeline.report import Report
from jatsx.pipeline.request import Request
from jatsx.pipeline.result import Result, Status, TargetResult
from jatsx.pipeline.run_exporter import plugin_failure
from jatsx.pipeline.scan import InputScan, scan_input
from jatsx.pipeline.tracked import Tracked, TrackedIssue
from jatsx.plugin.registry import Registry

Progress = Callable[[int, int], None]
"""Called with the number of finished articles and the number of all articles."""


def check(request: Request, registry: Registry) -> Result:
    """Reads the input and checks it with the rules of jatsx and of the requested formats."""
    job, scan = _opened(request, registry)
    result = _started(scan, job)
    for part in scan.parts:
        _take(process_part(part, job, exports=False), result)
    return result


def export(
    request: Request, registry: Registry, folder: OutputFolder, progress: Progress | None = None
) -> Result:
    """Checks, exports, validates and writes. An error affects only its own article or plugin.

    Raises:
        OSError: a file cannot be written.
        ProcessLost: a worker process was killed.
    """
    job, scan = _opened(request, registry)
    result = _started(scan, job)
    with folder:
        report = Report(folder.report, registry)
        taken: set[str] = set()
        for part in _exported(scan, job):
            for batch in part.batches:
                _write(batch, folder, taken, registry)
            for article in part.articles:
                report.article(article)
            _take(part, result)
            if progress is not None:
                progress(result.number, scan.number)
        report.end(result)
        folder.finish(keep_former=not result.is_anything_read)
    return result


def read_all(request: Request, registry: Registry) -> Tracked:
    """The whole input, read and checked, in memory."""
    job, scan = _opened(request, registry)
    tracked = Tracked(findings=_started(scan, job).findings)
    issues: dict[int, TrackedIssue] = {}
    for part in scan.parts:
        articles = read_and_check(part, job)
        tracked.articles += articles
        for one in articles:
            if one.issue is not None:
                issues.setdefault(id(part.issue), one.issue).articles.append(one)
    tracked.issues = list(issues.values())
    return tracked


def _opened(request: Request, registry: Registry) -> tuple[Job, InputScan]:
    job = open_job(request, registry)
    scan = scan_input(job)
    return replace(job, has_several_issues=scan.issues > 1), scan


def _started(scan: InputScan, job: Job) -> Result:
    """A result with the findings about plugins and files."""
    result = Result(job.request.targets, keep_clean=job.request.keep_clean)
    result.add_shared(job.registry.findings)
    result.add_shared(scan.findings)
    return result


def _exported(scan: InputScan, job: Job) -> Iterator[PartResult]:
    """The results of the parts of the input, in order."""
    is_parallel = job.request.jobs > 1
    for is_sent, parts in groupby(scan.parts, key=lambda part: is_parallel and can_be_sent(part)):
        if is_sent:
            yield from process_in_parallel(parts, job)
        else:
            yield from (process_part(part, job, exports=True) for part in parts)


def _take(part: PartResult, result: Result) -> None:
    """Adds the result of a part to the result of the run."""
    if part.issue is not None:
        result.add_issue(part.issue)
    for article in part.articles:
        result.add_article(article)


def _write(batch: DocumentBatch, folder: OutputFolder, taken: set[str], registry: Registry) -> None:
    """Writes the documents of a batch; none of them if one of their names was already used."""
    names = {name.lower() for name, _ in batch.documents}
    if taken & names:
        exporter = registry.exporters[batch.target]
        plugin = str(registry.plugin_of(exporter))
        failure = plugin_failure(plugin, batch.target, "two documents have the same name")
        for article in batch.articles:
            article.targets[batch.target] = TargetResult(Status.FAILED)
            article.findings.append(failure)
        return
    taken |= names
    for name, content in batch.documents:
        folder.write(name, content)
