"""What became of everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from jatsx.findings import Finding, Level
from jatsx.model import Article, Issue
from jatsx.readers import Record


class Status(StrEnum):
    """What became of an article in one format."""

    VALID = "valid"
    """A document was made, found valid and written."""
    REFUSED = "refused"
    """Its data or its document have an error."""
    FAILED = "failed"
    """The format's plugin failed."""


@dataclass(slots=True)
class TargetOutcome:
    """An article's status in a format, and its document: a path in the output folder."""

    status: Status
    document: str | None = None


@dataclass(slots=True)
class IssueOutcome:
    """An issue, the first record that told of it, and what was found of it and its journal."""

    issue: Issue
    record: Record
    articles: list[ArticleOutcome] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def note(self, finding: Finding) -> None:
        """Adds a finding, with its place where the source knows it."""
        self.findings.append(placed(finding, self.record))


@dataclass(slots=True)
class ArticleOutcome:
    """An article, or a file that should be one, and what was found of it alone."""

    record: Record
    article: Article | None = None
    issue: IssueOutcome | None = None
    findings: list[Finding] = field(default_factory=list)
    targets: dict[str, TargetOutcome] = field(default_factory=dict)

    @property
    def id(self) -> str | None:
        return self.article.id if self.article else self.record.id

    def note(self, finding: Finding) -> None:
        """Adds a finding, with the article's id and its place where the source knows it."""
        self.findings.append(placed(replace(finding, article=self.id), self.record))

    def is_blocked(self, target: str) -> bool:
        """Whether an error of its own, its issue or its journal keeps it from a format."""
        if self.article is None or self.issue is None:
            return True
        findings = (*self.findings, *self.issue.findings)
        return any(finding.blocks(target) for finding in findings)


@dataclass(slots=True)
class Outcome:
    """What became of articles and issues; ``findings`` are of no one of them: files, plugins."""

    targets: tuple[str, ...]
    articles: list[ArticleOutcome] = field(default_factory=list)
    issues: list[IssueOutcome] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def shared_findings(self) -> Iterator[Finding]:
        """Those of no single article: of files and plugins, then issue by issue."""
        yield from self.findings
        for issue in self.issues:
            yield from issue.findings

    @property
    def all_findings(self) -> Iterator[Finding]:
        """The shared ones, then article by article."""
        yield from self.shared_findings
        for article in self.articles:
            yield from article.findings

    @property
    def exit_code(self) -> int:
        """0 done; 1 something was refused or couldn't be read; 2 nothing at all could be read;
        3 a plugin failed."""
        findings = list(self.all_findings)
        if any(finding.code.startswith("plugin-") for finding in findings):
            return 3
        if not any(outcome.article for outcome in self.articles):
            return 2
        return 1 if any(finding.level is Level.ERROR for finding in findings) else 0

    def count(self, target: str, status: Status) -> int:
        """How many articles have a status in a format."""
        statuses = (outcome.targets.get(target) for outcome in self.articles)
        return sum(1 for outcome in statuses if outcome and outcome.status is status)


def placed(finding: Finding, record: Record) -> Finding:
    """The finding with its place, where the record's source knows it."""
    if finding.place is not None or finding.field is None or record.locate is None:
        return finding
    return replace(finding, place=record.locate(finding.field, finding.excerpt))
