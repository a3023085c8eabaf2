"""The work on one piece of the input: read → check → export → validate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from jatsx.findings.finding import Finding
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.check import Checker
from jatsx.pipeline.export import DocumentBatch, FormatExport
from jatsx.pipeline.open_input import guarded
from jatsx.pipeline.request import Request
from jatsx.pipeline.result import ArticleResult, IssueResult
from jatsx.pipeline.scan import InputPart, LineRange, piece_size
from jatsx.pipeline.tracked import TrackedArticle, TrackedIssue
from jatsx.plugin.registry import Registry
from jatsx.readers.base import Reader, Record
from jatsx.readers.journal_file import JournalFile


@dataclass(slots=True)
class PartResult:
    """What came of a piece: outcomes, and the documents to write."""

    articles: list[ArticleResult]
    issue: IssueResult | None
    batches: list[DocumentBatch]


class Worker:
    """Works on pieces; several may do so side by side.

    Args:
        exports: whether documents are made, or the articles only checked.
        has_several_issues: whether each issue has a folder of its own in the output.
    """

    def __init__(
        self,
        request: Request,
        registry: Registry,
        *,
        exports: bool,
        has_several_issues: bool,
    ) -> None:
        self.request = request
        self.registry = registry
        self.has_several_issues = has_several_issues
        self.size = piece_size(request, registry)
        self.checker = Checker(request.targets, request.settings, registry)
        self.journal = JournalFile(request.journal) if request.journal else None
        targets = request.targets if exports else ()
        self.exports = [FormatExport(target, request, registry) for target in targets]

    def worked(self, piece: InputPart) -> PartResult:
        """Does the work on a piece."""
        described = self.described(piece)
        folder = piece.issue.id if self.has_several_issues else ""
        batches = [
            batch
            for export in self.exports
            for batch in export.batches(described, self._first_run(piece), folder)
            if batch.documents
        ]
        for one in described:
            one.note_blocked(self.request.targets)
        issue = _issue(described)
        told = issue.outcome if issue and piece.run == 1 else None
        return PartResult([one.outcome for one in described], told, batches)

    def described(self, piece: InputPart) -> list[TrackedArticle]:
        """The articles of a piece, read and checked."""
        described = self.checker.described(self._records(piece))
        for position, finding in piece.clashes:
            if described[position].article is not None:
                described[position].note(finding)
        issue = _issue(described)
        if issue is not None:
            for finding in (*piece.issue.clashes, *self._too_large(piece)):
                issue.note(finding)
        self.checker.check(described)
        return described

    def _records(self, piece: InputPart) -> Iterator[Record]:
        for content in piece.content:
            if isinstance(content, LineRange):
                yield from self._read(content)
            else:
                yield content

    def _read(self, lines: LineRange) -> Iterable[Record]:
        """A record of each article. Those that the reader failed at say so."""
        reader = self.registry.readers[lines.reader]
        records = partial(_records, lines, reader)
        given = list(guarded(records, Record, lines.path, reader, self.registry))
        read = [record for record in given if record.is_article]
        for failure in (record for record in given if not record.is_article):
            kept = read if len(read) < lines.count else []
            read = [*kept, *[replace(failure, is_article=True)] * (lines.count - len(kept))]
        return map(self.journal.given_to, read) if self.journal else read

    def _first_run(self, piece: InputPart) -> int:
        """The number of the first run of a piece; 0 where the whole issue is one."""
        batch = self.request.batch
        return (piece.run - 1) * (self.size // batch) + 1 if piece.issue.count > batch else 0

    def _too_large(self, piece: InputPart) -> Iterator[Finding]:
        """That an issue doesn't fit the one file that a format wants of it."""
        for exporter in self.checker.exporters:
            if exporter.whole and piece.issue.pieces > 1:
                params = FrozenMap({"format": exporter.name, "limit": f"{self.size:,}"})
                yield Finding(
                    "format-issue-large", params=params, field="issue", target=exporter.name
                )


def _records(lines: LineRange, reader: Reader) -> Iterator[Record]:
    """The records of lines.

    Raises:
        ValueError: the reader gives more or fewer than it saw at a glance.
    """
    assert reader.bulk is not None
    count = 0
    for record in reader.bulk.read(lines.path, lines.start, lines.end, lines.line):
        yield record
        count += 1
    if count != lines.count:
        raise ValueError(f"it gave {count} records of {lines.count} articles")


def _issue(described: Iterable[TrackedArticle]) -> TrackedIssue | None:
    """The issue of articles of one issue, where one of them could be read."""
    return next((one.issue for one in described if one.issue is not None), None)
