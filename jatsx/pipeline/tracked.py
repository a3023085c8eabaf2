"""Articles and issues as they were read, with the findings about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from jatsx.findings.finding import Finding, Place
from jatsx.findings.plugin_errors import PLUGIN_ERRORS, describe_error
from jatsx.model import Article, Issue
from jatsx.pipeline.result import ArticleResult, IssueResult, RunResult
from jatsx.plugin.registry import Registry
from jatsx.readers.reader import Record


@dataclass(slots=True)
class TrackedIssue:
    """An issue, the record that it was read from, and its result.

    ``articles`` are filled in only in a :class:`Tracked`.
    """

    issue: Issue
    record: Record
    result: IssueResult
    articles: list[TrackedArticle] = field(default_factory=list)

    @classmethod
    def of(cls, issue: Issue, record: Record) -> TrackedIssue:
        """An issue without findings."""
        return cls(issue, record, IssueResult(issue.id))

    @property
    def findings(self) -> Sequence[Finding]:
        return self.result.findings

    def note(self, finding: Finding) -> None:
        """Adds a finding, with its place in the source if it is known."""
        self.result.findings.append(placed(finding, self.record))


@dataclass(slots=True)
class TrackedArticle:
    """An article, or a file that could not be read as one, with its issue and result."""

    record: Record
    result: ArticleResult
    article: Article | None = None
    issue: TrackedIssue | None = None

    @classmethod
    def of(cls, record: Record) -> TrackedArticle:
        """An article with the findings of its reader."""
        article = record.article
        result = ArticleResult(
            record.source,
            article.id if article else record.id,
            article.doi if article else None,
            _title(article) if article else None,
            article is not None,
            findings=list(record.findings),
        )
        return cls(record, result, article)

    @property
    def id(self) -> str | None:
        return self.result.id

    @property
    def is_held_back(self) -> bool:
        """Whether the article is unpublished and was not asked for."""
        return self.result.held_back is not None

    @property
    def findings(self) -> Sequence[Finding]:
        return self.result.findings

    def note(self, finding: Finding) -> None:
        """Adds a finding, with the id of the article and its place in the source if it is known."""
        self.result.findings.append(placed(replace(finding, article=self.id), self.record))

    def is_blocked(self, target: str) -> bool:
        """Whether an error in the article, its issue or its journal blocks a format.

        An unpublished article that was not asked for is always blocked.
        """
        if self.article is None or self.issue is None or self.is_held_back:
            return True
        findings = (*self.findings, *self.issue.findings)
        return any(finding.blocks(target) for finding in findings)

    def note_blocked(self, targets: Sequence[str]) -> None:
        """Records which of these formats are blocked."""
        self.result.blocked = [target for target in targets if self.is_blocked(target)]


@dataclass(slots=True)
class Tracked:
    """The whole input in memory: issues, articles, and findings about files and plugins."""

    issues: list[TrackedIssue] = field(default_factory=list)
    articles: list[TrackedArticle] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def all_findings(self) -> Iterator[Finding]:
        """The findings about files and plugins, then about issues, then about articles."""
        yield from self.findings
        for issue in self.issues:
            yield from issue.findings
        for article in self.articles:
            yield from article.findings

    def result(self, targets: Sequence[str], registry: Registry) -> RunResult:
        """The result with all findings and the blocked formats of each article."""
        result = RunResult(targets, registry)
        result.add_shared(self.findings)
        for issue in self.issues:
            result.add_issue(issue.result)
        for article in self.articles:
            article.note_blocked(targets)
            result.add_article(article.result)
        return result


def placed(finding: Finding, record: Record) -> Finding:
    """The finding with its place in the source, if the record can locate it."""
    if finding.place is not None or finding.field is None or record.locate is None:
        return finding
    try:
        place = record.locate(finding.field, finding.excerpt)
        if not isinstance(place, Place | None):
            raise TypeError(f"{place!r} is not a Place")
        return replace(finding, place=place)
    except PLUGIN_ERRORS as error:
        describe_error(error, f"The search for {finding.field} in {record.source}")
        return finding


def _title(article: Article) -> str | None:
    title = next(iter(article.title.values()), None)
    return str(title) if title else None
