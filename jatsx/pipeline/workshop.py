"""The work on one piece of the input: read → check → export → validate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jatsx.described import DescribedArticle, DescribedIssue
from jatsx.outcome import ArticleOutcome, IssueOutcome
from jatsx.pipeline.checking import Checker
from jatsx.pipeline.exporting import Batch, FormatExport
from jatsx.pipeline.request import Request
from jatsx.pipeline.survey import Lines, Piece
from jatsx.readers import Record
from jatsx.registry import Registry
from jatsx.sources.journal import JournalFile


@dataclass(slots=True)
class Worked:
    """What came of a piece: outcomes, and the documents to write."""

    articles: list[ArticleOutcome]
    issue: IssueOutcome | None
    batches: list[Batch]


class Workshop:
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
        self.checker = Checker(request.targets, request.settings, registry)
        self.journal = JournalFile(request.journal) if request.journal else None
        targets = request.targets if exports else ()
        self.exports = [FormatExport(target, request, registry) for target in targets]

    def worked(self, piece: Piece) -> Worked:
        """Does the work on a piece."""
        described = self.described(piece)
        folder = piece.issue.id if self.has_several_issues else ""
        run = piece.run if piece.issue.pieces > 1 else 0
        batches = [
            batch
            for export in self.exports
            for batch in export.batches(described, run, folder)
            if batch.documents
        ]
        for one in described:
            one.note_blocked(self.request.targets)
        issue = _issue(described)
        told = issue.outcome if issue and piece.run == 1 else None
        return Worked([one.outcome for one in described], told, batches)

    def described(self, piece: Piece) -> list[DescribedArticle]:
        """The articles of a piece, read and checked."""
        described = self.checker.described(self._records(piece))
        for position, finding in piece.clashes:
            if described[position].article is not None:
                described[position].note(finding)
        issue = _issue(described)
        if issue is not None:
            for finding in piece.issue.clashes:
                issue.note(finding)
        self.checker.check(described)
        return described

    def _records(self, piece: Piece) -> Iterator[Record]:
        for content in piece.content:
            if isinstance(content, Lines):
                yield from self._read(content)
            else:
                yield content

    def _read(self, lines: Lines) -> Iterable[Record]:
        bulk = self.registry.readers[lines.reader].bulk
        assert bulk is not None
        records = bulk.read(lines.path, lines.start, lines.end, lines.line)
        return map(self.journal.given_to, records) if self.journal else records


def _issue(described: Iterable[DescribedArticle]) -> DescribedIssue | None:
    """The issue of articles of one issue, where one of them could be read."""
    return next((one.issue for one in described if one.issue is not None), None)
