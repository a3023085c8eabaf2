"""Writing the results of each issue into its folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any, Final

from jatsx.findings.finding import Finding
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.export import refuse_batch
from jatsx.pipeline.job import Job
from jatsx.pipeline.manifest import ManifestFile
from jatsx.pipeline.output_folder import REPORT, IssueFolder, OutputFolder
from jatsx.pipeline.package import AttachmentLost
from jatsx.pipeline.process import PartResult
from jatsx.pipeline.report import Report, summary
from jatsx.pipeline.result import IssueResult, RunResult, Status, TargetResult
from jatsx.pipeline.scan import InputPart, InputScan, IssueSeen

LONGEST_LIST: Final = 100
"""The maximum number of characters of ids of articles in the name of a document."""


class IssueOutput:
    """The folder of an issue, its report and its result, while the issue is exported."""

    def __init__(self, folder: IssueFolder, issue: IssueSeen, job: Job) -> None:
        self.folder = folder
        self.issue = issue
        self.result = RunResult(job.request.targets, job.registry, keep_clean=False)
        self.journal: tuple[str, ...] = ()
        self._registry = job.registry
        self._report = Report(folder.report.file, job.registry, issue.folder)

    def take(self, part: PartResult) -> None:
        """Writes the documents of a part, and adds its articles to the report."""
        self.journal = self.journal or part.journal
        for batch in part.batches:
            try:
                self.folder.write_all(batch.documents)
            except AttachmentLost as lost:
                refuse_batch(batch, lost.finding)
        if part.issue is not None:
            self.result.add_issue(part.issue)
        for article in part.articles:
            self._report.article(article)
            self.result.add_article(article)

    def finish(self, articles: set[str] | None) -> None:
        """Removes the files that are replaced, and writes the manifest and the report.

        ``articles`` are the ids of the articles that were read, if they are a part of the issue.
        """
        formats = self.result.targets if self.result.is_anything_read else ()
        self._report.end(self.result, self.result.shared_findings)
        self.folder.finish(self.journal, formats, articles)

    def line(self) -> Mapping[str, Any]:
        """The line of the issue in the report of the run."""
        folder = self.issue.folder
        return {
            "id": self.issue.id,
            "report": f"{folder}/{REPORT}",
            "summary": summary(self.result),
        }


class IssueOutputs:
    """The outputs of all issues of a run. Each is finished as soon as its last part is done."""

    def __init__(self, folder: OutputFolder, scan: InputScan, job: Job, result: RunResult) -> None:
        """Finds the issues of which the input has only a part."""
        self.lines: list[Mapping[str, Any]] = []
        """The lines of the issues for the report of the run."""
        self.findings: list[Finding] = []
        """The findings on issues without a folder."""
        self._folder = folder
        self._scan = scan
        self._job = job
        self._result = result
        self._open: dict[int, IssueOutput] = {}
        for issue in {id(part.issue): part.issue for part in scan.parts}.values():
            issue.is_part = self._is_part(issue)
            if issue.is_part:
                result.parts.append(issue.folder)

    def take(self, part: InputPart, done: PartResult, report: Report) -> None:
        """Writes the results of a part; in the report of the run, if the issue has no folder."""
        issue = part.issue
        output = self._output(issue, done)
        if output is None:
            self.findings += done.issue.findings if done.issue is not None else ()
            for article in done.articles:
                report.article(article)
            return
        if issue.is_part:
            self._name_for_articles(done, issue)
        output.take(done)
        if part.run == issue.parts:
            self._finish(self._open.pop(id(issue)))

    def finish(self) -> None:
        """Finishes the issues that are still open."""
        for output in self._open.values():
            self._finish(output)
        self._open.clear()

    def _name_for_articles(self, part: PartResult, issue: IssueSeen) -> None:
        """Names the documents for their articles where the name of the issue would be wrong."""
        for batch in part.batches:
            if self._job.exporters[batch.target].per == "issue" and batch.articles:
                names = {file.name: _name_in_part(file, issue.id) for file, _ in batch.documents}
                batch.documents = [
                    (replace(file, name=names[file.name]), content)
                    for file, content in batch.documents
                ]
                paths = {f"{issue.folder}/{old}": new for old, new in names.items()}
                for article in batch.articles:
                    made = article.targets[batch.target]
                    made.document = f"{issue.folder}/{paths[str(made.document)]}"

    def _output(self, issue: IssueSeen, done: PartResult) -> IssueOutput | None:
        """The output of an issue; None if it has no folder, or another journal has it."""
        if id(issue) in self._open:
            return self._open[id(issue)]
        if not issue.folder:
            return None
        former = self._folder.manifest(issue.folder)
        if former.is_of_another_journal(done.journal):
            _refuse(done, issue, former.journal[-1])
            return None
        output = IssueOutput(self._folder.open_issue(issue.folder), issue, self._job)
        self._open[id(issue)] = output
        return output

    def _is_part(self, issue: IssueSeen) -> bool:
        """Whether a former export wrote a file with articles that are not in the input."""
        if issue.is_whole or not issue.folder:
            return False
        former = self._folder.manifest(issue.folder).files.values()
        formats = {one.name for one in self._job.exporters.values() if one.per == "issue"}
        shared = {id for one in former if one.format in formats for id in one.articles}
        return not shared <= self._scan.ids(issue)

    def _finish(self, output: IssueOutput) -> None:
        issue, folder = output.issue, output.folder
        output.finish(self._scan.ids(issue) if issue.is_part else None)
        self._result.removed += [f"{issue.folder}/{name}" for name in folder.removed]
        for name, new in folder.renamed.items():
            self._result.renamed[f"{issue.folder}/{name}"] = f"{issue.folder}/{new}"
        self.lines.append(output.line())
        self._folder.close_issue(folder)


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
