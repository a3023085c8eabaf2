"""A run: the input is scanned, its parts are processed in order, and the results are written."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from itertools import groupby

from jatsx.pipeline.issue_output import IssueOutputs
from jatsx.pipeline.job import Job, open_job
from jatsx.pipeline.output_folder import OutputFolder
from jatsx.pipeline.parallel import can_be_sent, process_in_parallel
from jatsx.pipeline.process import PartResult, process_part, read_and_check
from jatsx.pipeline.report import Report
from jatsx.pipeline.request import Request
from jatsx.pipeline.result import Result
from jatsx.pipeline.scan import InputScan, scan_input
from jatsx.pipeline.tracked import Tracked, TrackedIssue
from jatsx.plugin.registry import Registry

Progress = Callable[[int, int], None]
"""Called with the number of articles done and the number of all articles."""


def check(request: Request, registry: Registry) -> Result:
    """Reads the paths and checks them by the rules of jatsx and of the requested formats."""
    job, scan = _opened(request, registry)
    result = _started(scan, job)
    for part in scan.parts:
        _take(process_part(part, job, exports=False), result)
    return result


def export(
    request: Request, registry: Registry, folder: OutputFolder, progress: Progress | None = None
) -> Result:
    """Checks, exports, validates and writes. An invalid article or plugin affects no others.

    Raises:
        FolderLocked: another export is writing to the folder of an issue.
        ManifestTooNew: a newer version of jatsx wrote to the folder of an issue.
        OSError: something cannot be written.
        InputChanged: a source was changed while it was being read.
        ProcessLost: a worker process was killed.
    """
    job, scan = _opened(request, registry)
    result = _started(scan, job)
    with folder:
        outputs = IssueOutputs(folder, scan, job, result)
        report = Report(folder.report.file, registry)
        with closing(_exported(scan, job)) as results:
            for part, done in zip(scan.parts, results, strict=True):
                outputs.take(part, done, report)
                _take(done, result)
                if progress is not None:
                    progress(result.number, scan.number)
        outputs.finish()
        report.end(result, [*result.findings, *outputs.findings], outputs.lines)
        folder.report.finish()
    return result


def read_all(request: Request, registry: Registry) -> Tracked:
    """Everything that the paths hold, read, checked and held in memory at once."""
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
    return job, scan_input(job)


def _started(scan: InputScan, job: Job) -> Result:
    """A result with the findings about plugins and files."""
    result = Result(job.request.targets, keep_clean=job.request.keep_clean)
    result.add_shared(job.registry.findings)
    result.add_shared(scan.findings)
    return result


def _exported(scan: InputScan, job: Job) -> Generator[PartResult]:
    """The results of the parts of the input, in order."""
    is_parallel = job.request.jobs > 1
    for is_sent, parts in groupby(scan.parts, key=lambda part: is_parallel and can_be_sent(part)):
        if is_sent:
            yield from process_in_parallel(parts, job)
        else:
            yield from (process_part(part, job, exports=True) for part in parts)


def _take(part: PartResult, result: Result) -> None:
    """Adds the results of a part to the result of the run."""
    if part.issue is not None:
        result.add_issue(part.issue)
    for article in part.articles:
        result.add_article(article)
