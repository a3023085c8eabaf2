"""A whole run: the input surveyed, worked on piece by piece, and what came of it written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from jatsx.pipeline.build import plugin_failure
from jatsx.pipeline.export import DocumentBatch
from jatsx.pipeline.output_folder import OutputFolder
from jatsx.pipeline.parallel import can_be_sent, worked_side_by_side
from jatsx.pipeline.report import Report
from jatsx.pipeline.request import Request
from jatsx.pipeline.result import Result, Status, TargetResult
from jatsx.pipeline.scan import InputScan, scan_input
from jatsx.pipeline.tracked import Tracked, TrackedIssue
from jatsx.pipeline.worker import PartResult, Worker
from jatsx.plugin.registry import Registry
from jatsx.readers.journal_file import JournalFile

Progress = Callable[[int, int], None]
"""Told how many of how many articles are done."""


def check(request: Request, registry: Registry) -> Result:
    """Reads the paths and asks the rules: the core's, and those of the formats asked for."""
    run = _Run(request, registry)
    for worked in run.worked(exports=False):
        run.take(worked)
    return run.outcome


def export(
    request: Request, registry: Registry, folder: OutputFolder, progress: Progress | None = None
) -> Result:
    """Checks, exports, validates and writes; a bad article or plugin costs only its own output.

    Raises:
        OSError: something can't be written.
        ProcessLost: one of several processes was ended from outside.
    """
    run = _Run(request, registry)
    with folder:
        report = Report(folder.report, registry.sentences)
        writer = _Writer(folder, registry)
        for worked in run.worked(exports=True):
            for batch in worked.batches:
                writer.write(batch)
            for article in worked.articles:
                report.article(article)
            run.take(worked)
            if progress is not None:
                progress(run.outcome.number, run.survey.number)
        report.end(run.outcome)
        folder.finish(keep_former=not run.outcome.is_anything_read)
    return run.outcome


def describe(request: Request, registry: Registry) -> Tracked:
    """All that the paths hold, read, checked and held at once."""
    run = _Run(request, registry)
    workshop = run.workshop(exports=False)
    description = Tracked(findings=run.outcome.findings)
    issues: dict[int, TrackedIssue] = {}
    for piece in run.survey.pieces:
        articles = workshop.described(piece)
        description.articles += articles
        for one in articles:
            if one.issue is not None:
                issues.setdefault(id(piece.issue), one.issue).articles.append(one)
    description.issues = list(issues.values())
    return description


class _Run:
    """One run: its survey, and what became of everything so far."""

    def __init__(self, request: Request, registry: Registry) -> None:
        self.request = request
        self.registry = registry
        self.outcome = Result(request.targets, forgets=request.forgets)
        self.outcome.add_shared(registry.findings)
        self.survey = self._surveyed()

    def worked(self, *, exports: bool) -> Iterator[PartResult]:
        """What comes of the pieces of the input, in order."""
        workshop = self.workshop(exports=exports)
        are_shared = exports and self.request.jobs > 1
        for is_sent, pieces in groupby(
            self.survey.pieces, key=lambda piece: are_shared and can_be_sent(piece)
        ):
            if is_sent:
                plugins = [one.name for one in self.registry.plugins if not one.state]
                yield from worked_side_by_side(
                    pieces, self.request, plugins, has_several_issues=workshop.has_several_issues
                )
            else:
                yield from map(workshop.worked, pieces)

    def workshop(self, *, exports: bool) -> Worker:
        """A workshop of this process."""
        return Worker(
            self.request,
            self.registry,
            exports=exports,
            has_several_issues=self.survey.issues > 1,
        )

    def take(self, worked: PartResult) -> None:
        """Notes what came of a piece."""
        if worked.issue is not None:
            self.outcome.add_issue(worked.issue)
        for article in worked.articles:
            self.outcome.add_article(article)

    def _surveyed(self) -> InputScan:
        journal = JournalFile(self.request.journal) if self.request.journal else None
        if journal is not None and journal.findings:
            self.outcome.add_shared(journal.findings)
            return InputScan([], [], 0, 0)
        seen = scan_input(self.request, self.registry, journal)
        self.outcome.add_shared(seen.findings)
        return seen


class _Writer:
    """Writes documents, each name once."""

    def __init__(self, folder: OutputFolder, registry: Registry) -> None:
        self.folder = folder
        self.registry = registry
        self.taken: set[str] = set()

    def write(self, batch: DocumentBatch) -> None:
        """Writes the documents of a batch; none where one of their names is taken."""
        names = {name.lower() for name, _ in batch.documents}
        if self.taken & names:
            self._refuse(batch)
            return
        self.taken |= names
        for name, content in batch.documents:
            self.folder.write(name, content)

    def _refuse(self, batch: DocumentBatch) -> None:
        exporter = self.registry.exporters[batch.target]
        plugin = str(self.registry.plugin_of(exporter))
        failure = plugin_failure(plugin, batch.target, "it gave two documents one name")
        for article in batch.articles:
            article.targets[batch.target] = TargetResult(Status.FAILED)
            article.findings.append(failure)
