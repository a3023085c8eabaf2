"""Exporting: articles without errors into valid files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from jatsx.formats import Deposit, Exporter
from jatsx.frozenmap import FrozenMap
from jatsx.outcome import ArticleOutcome, IssueOutcome, Outcome, Status, TargetOutcome
from jatsx.pipeline.checking import check
from jatsx.pipeline.making import Attempt, Made, attempts, loss_finding, plugin_failure
from jatsx.pipeline.request import Request
from jatsx.registry import Registry
from jatsx.report import report_bytes
from jatsx.write import OutputFolder

Progress = Callable[[int, int], None]
"""Told how many of how many steps are done; a step is one article in one format."""


def export(
    request: Request, registry: Registry, folder: OutputFolder, progress: Progress | None = None
) -> Outcome:
    """Checks, exports, validates and writes; a bad article or plugin costs only its own output."""
    outcome = check(request, registry)
    steps = len(outcome.articles) * len(request.targets)
    done = 0
    for target in request.targets:
        export_format = _FormatExport(target, request, registry, folder, outcome)
        for count in export_format.steps():
            done += count
            if progress is not None:
                progress(done, steps)
    is_anything_read = any(described.article for described in outcome.articles)
    folder.finish(report_bytes(outcome, registry.sentences), keep_former=not is_anything_read)
    return outcome


class _FormatExport:
    """The export of all articles to one format."""

    def __init__(
        self,
        target: str,
        request: Request,
        registry: Registry,
        folder: OutputFolder,
        outcome: Outcome,
    ) -> None:
        self.target = target
        self.exporter: Exporter = registry.exporters[target]
        self.plugin = str(registry.plugin_of(self.exporter))
        self.request = request
        self.folder = folder
        self.outcome = outcome
        self.names: set[str] = set()

    def steps(self) -> Iterator[int]:
        """Does the work; yields after each part of it how many articles it was."""
        yield self.refuse_blocked()
        for issue in self.outcome.issues:
            ready = [one for one in issue.articles if self.target not in one.targets]
            for number, run in enumerate(self.runs(ready), 1):
                is_split = self.exporter.per == "issue" and len(ready) > self.request.batch
                self.export_run(run, self.deposit(issue, number if is_split else 0), issue)
                yield len(run)

    def refuse_blocked(self) -> int:
        blocked = [one for one in self.outcome.articles if one.is_blocked(self.target)]
        for described in blocked:
            described.targets[self.target] = TargetOutcome(Status.REFUSED)
        return len(blocked)

    def runs(self, ready: Sequence[ArticleOutcome]) -> Iterator[Sequence[ArticleOutcome]]:
        size = 1 if self.exporter.per == "article" else self.request.batch
        for start in range(0, len(ready), size):
            yield ready[start : start + size]

    def deposit(self, issue: IssueOutcome, run: int) -> Deposit:
        options = issue.issue.journal.formats.get(self.target, FrozenMap())
        timestamp = self.request.timestamp
        batch_id = f"{issue.issue.id}-{timestamp}" + (f"-{run}" if run else "")
        version = options.get("version") or self.exporter.version
        return Deposit(timestamp, batch_id, run, version, options, self.request.batch)

    def export_run(
        self, run: Sequence[ArticleOutcome], deposit: Deposit, issue: IssueOutcome
    ) -> None:
        by_id = {described.id: described for described in run}
        articles = [described.article for described in run if described.article is not None]
        for attempt in attempts(self.exporter, articles, deposit, self.plugin):
            concerned = [by_id[article.id] for article in attempt.articles]
            if attempt.is_sound:
                self.write(attempt, concerned, issue)
            else:
                self.refuse(attempt, concerned)

    def refuse(self, attempt: Attempt, concerned: Sequence[ArticleOutcome]) -> None:
        findings = [finding for made in attempt.made for finding in made.findings]
        status = Status.FAILED if attempt.failure else Status.REFUSED
        for described in concerned:
            described.targets[self.target] = TargetOutcome(status)
            for finding in (attempt.failure, *findings):
                if finding is not None:
                    described.note(finding)
        if self.request.keep_refused:
            for made in attempt.made:
                name = f"refused/{self.target}/{made.document.name}"
                self.folder.write(name, made.content)

    def write(
        self, attempt: Attempt, concerned: Sequence[ArticleOutcome], issue: IssueOutcome
    ) -> None:
        names = {self.path(made, issue): made for made in attempt.made}
        taken = {name.lower() for name in names}
        if self.names & taken:
            failure = plugin_failure(self.plugin, self.target, "it gave two documents one name")
            self.refuse(Attempt(attempt.articles, attempt.made, failure), concerned)
            return
        for name, made in names.items():
            self.folder.write(name, made.content)
            only = made.document.articles
            for described in concerned:
                if not only or described.id in only:
                    described.targets[self.target] = TargetOutcome(Status.VALID, name)
        self.names |= taken
        self.note_losses(attempt, concerned)

    def path(self, made: Made, issue: IssueOutcome) -> str:
        """Where a document is written: in a folder of its issue where there are several."""
        folder = f"{issue.issue.id}/" if len(self.outcome.issues) > 1 else ""
        return f"{self.target}/{folder}{made.document.name}"

    def note_losses(self, attempt: Attempt, concerned: Sequence[ArticleOutcome]) -> None:
        by_id = {described.id: described for described in concerned}
        for made in attempt.made:
            for loss in made.document.losses:
                if loss.article in by_id:
                    by_id[loss.article].note(loss_finding(loss, self.target))
