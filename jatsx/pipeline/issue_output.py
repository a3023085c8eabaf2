"""Writing the results of each issue into its folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from jatsx.findings.finding import Finding
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.export import refuse_batch
from jatsx.pipeline.job import Job
from jatsx.pipeline.manifest import ManifestFile
from jatsx.pipeline.output import IssuePlace, Output, output_at
from jatsx.pipeline.output_folder import REPORT
from jatsx.pipeline.package import AttachmentLost
from jatsx.pipeline.process import PartResult, WrittenFolder
from jatsx.pipeline.report import Report, summary
from jatsx.pipeline.result import IssueResult, RunResult, Status, TargetResult
from jatsx.pipeline.scan import InputPart, InputScan, IssueSeen

LONGEST_LIST: Final = 100
"""The maximum number of characters of ids of articles in the name of a document."""


class IssueOutput:
    """The folder of an issue, its report and its result, while the issue is exported."""

    def __init__(self, folder: IssuePlace, issue: IssueSeen, job: Job) -> None:
        self.folder = folder
        self._issue = issue
        self._job = job
        self._result = RunResult(job.request.targets, job.registry, keep_clean=False)
        self._journal: tuple[str, ...] = ()
        self._report = Report(folder.report.file, job.registry, issue.folder)

    def take(self, part: PartResult) -> None:
        """Writes the documents of a part, and adds its articles to the report."""
        if self._issue.is_part:
            _name_for_articles(part, self._issue, self._job)
        self._journal = self._journal or part.journal
        for batch in part.batches:
            try:
                self.folder.write_all(batch.documents)
            except AttachmentLost as lost:
                refuse_batch(batch, lost.finding)
        if part.issue is not None:
            self._result.add_issue(part.issue)
        for article in part.articles:
            self._report.article(article)
            self._result.add_article(article)

    def finish(self) -> WrittenFolder:
        """Removes the files that are replaced, and writes the manifest and the report."""
        formats = self._result.targets if self._result.is_anything_read else ()
        self._report.end(self._result, self._result.shared_findings)
        self.folder.finish(self._journal, formats, self._issue.read_ids)
        folder = self._issue.folder
        return WrittenFolder(
            {
                "id": self._issue.id,
                "report": f"{folder}/{REPORT}",
                "summary": summary(self._result),
            },
            [f"{folder}/{name}" for name in self.folder.removed],
            {f"{folder}/{old}": f"{folder}/{new}" for old, new in self.folder.renamed.items()},
        )


def open_output(issue: IssueSeen, done: PartResult, job: Job, folder: Output) -> IssueOutput | None:
    """The output of an issue; None if it has no folder, or another journal has it."""
    if not issue.folder:
        return None
    former = folder.manifest(issue.folder)
    if former.is_of_another_journal(done.journal):
        _refuse(done, issue, former.journal[-1])
        return None
    return IssueOutput(folder.open_issue(issue.folder), issue, job)


def write_issue(issue: IssueSeen, done: PartResult, job: Job, out: Path | str) -> WrittenFolder:
    """Writes an issue that is in one part. Raises the errors of :class:`IssueFolder`."""
    with output_at(out, job.request.timestamp) as folder:
        output = open_output(issue, done, job, folder)
        if output is None:
            return WrittenFolder()
        output.take(done)
        return output.finish()


class IssueOutputs:
    """The outputs of all issues of a run. Each is finished as soon as its last part is done."""

    def __init__(self, folder: Output, scan: InputScan, job: Job, result: RunResult) -> None:
        """Finds the issues of which the input has only a part."""
        self.lines: list[Mapping[str, Any]] = []
        """The lines of the issues for the report of the run."""
        self.findings: list[Finding] = []
        """The findings on issues without a folder."""
        self._folder = folder
        self._job = job
        self._result = result
        self._open: dict[int, IssueOutput] = {}
        for issue in {id(part.issue): part.issue for part in scan.parts}.values():
            if self._is_part(issue, scan):
                issue.read_ids = scan.ids(issue)
                result.parts.append(issue.folder)

    def take(self, part: InputPart, done: PartResult, report: Report) -> None:
        """Writes the results of a part, unless the process that made them has written them.

        The articles of an issue without a folder are added to the report of the run.
        """
        issue = part.issue
        output = None if done.written else self._output(issue, done)
        if output is not None:
            output.take(done)
            if part.run == issue.parts:
                self._finish(self._open.pop(id(issue)))
        elif done.written and done.written.line:
            self._note(done.written)
        else:
            self.findings += done.issue.findings if done.issue is not None else ()
            for article in done.articles:
                report.article(article)

    def finish(self) -> None:
        """Finishes the issues that are still open."""
        for output in self._open.values():
            self._finish(output)
        self._open.clear()

    def _output(self, issue: IssueSeen, done: PartResult) -> IssueOutput | None:
        if id(issue) not in self._open:
            output = open_output(issue, done, self._job, self._folder)
            if output is None:
                return None
            self._open[id(issue)] = output
        return self._open[id(issue)]

    def _is_part(self, issue: IssueSeen, scan: InputScan) -> bool:
        """Whether a former export wrote a file with articles that are not in the input."""
        if issue.is_whole or not issue.folder:
            return False
        former = self._folder.manifest(issue.folder).files.values()
        formats = {one.name for one in self._job.exporters.values() if one.per == "issue"}
        shared = {id for one in former if one.format in formats for id in one.articles}
        return bool(shared) and not shared <= scan.ids(issue)

    def _finish(self, output: IssueOutput) -> None:
        self._note(output.finish())
        self._folder.close_issue(output.folder)

    def _note(self, written: WrittenFolder) -> None:
        self._result.removed += written.removed
        self._result.renamed.update(written.renamed)
        if written.line is not None:
            self.lines.append(written.line)


def _name_for_articles(part: PartResult, issue: IssueSeen, job: Job) -> None:
    """Names the documents for their articles where the name of the issue would be wrong."""
    for batch in part.batches:
        if job.exporters[batch.target].per == "issue" and batch.articles:
            names = {file.name: _name_in_part(file, issue.id) for file, _ in batch.documents}
            batch.documents = [
                (replace(file, name=names[file.name]), content) for file, content in batch.documents
            ]
            paths = {f"{issue.folder}/{old}": new for old, new in names.items()}
            for article in batch.articles:
                made = article.targets[batch.target]
                made.document = f"{issue.folder}/{paths[str(made.document)]}"


def _name_in_part(file: ManifestFile, issue: str) -> str:
    """The name of a document of some articles of an issue.

    >>> _name_in_part(ManifestFile("a/2024-2.xml", "a", "", ["07"]), "2024-2")
    'a/2024-2-07.xml'
    """
    folder, _, name = file.name.rpartition("/")
    articles = "-".join(file.articles)
    if len(articles) > LONGEST_LIST:
        digest = sha256(articles.encode()).hexdigest()[:8]
        articles = f"{file.articles[0]}+{len(file.articles) - 1}-{digest}"
    is_named = name.startswith(issue)
    return f"{folder}/{issue}-{articles}" + (name.removeprefix(issue) if is_named else f"-{name}")


def _refuse(part: PartResult, issue: IssueSeen, journal: str) -> None:
    """Refuses all documents of a part: its folder has an issue of another journal."""
    part.batches = []
    part.issue = part.issue or IssueResult(issue.id)
    params = FrozenMap({"folder": issue.folder, "journal": journal})
    part.issue.findings.append(Finding("issue-folder-taken", params=params, field="issue.id"))
    for article in part.articles:
        for target in article.targets:
            article.targets[target] = TargetResult(Status.REFUSED)
