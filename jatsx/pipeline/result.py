"""What became of everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from jatsx.documents.loss import Loss
from jatsx.findings.finding import Finding, Level


class Status(StrEnum):
    """What became of an article in one format."""

    VALID = "valid"
    """A document was made, found valid and written."""
    REFUSED = "refused"
    """Its data or its document have an error."""
    FAILED = "failed"
    """The format's plugin failed."""


@dataclass(slots=True)
class TargetResult:
    """An article's status in a format, its document (a path in the output folder), its losses."""

    status: Status
    document: str | None = None
    losses: Sequence[Loss] = ()


@dataclass(slots=True)
class IssueResult:
    """An issue's id, and what was found of it and its journal."""

    id: str
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class ArticleResult:
    """An article, or a file that should be one, and what was found of it alone.

    ``source`` names its file for people. ``blocked`` are the formats that an error of its own, its
    issue or its journal keeps it from. An article that couldn't be read has no ``targets``.
    """

    source: str
    id: str | None = None
    doi: str | None = None
    title: str | None = None
    is_read: bool = True
    findings: list[Finding] = field(default_factory=list)
    blocked: Sequence[str] = ()
    targets: dict[str, TargetResult] = field(default_factory=dict)

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to tell of it: no finding, and nothing that keeps it back."""
        return self.is_read and not self.findings and not self.blocked

    def goes_out(self, target: str) -> bool:
        """Whether a valid document was made; where none was tried, whether it could be."""
        made = self.targets.get(target)
        return target not in self.blocked if made is None else made.status is Status.VALID


class Result:
    """What became of articles and issues, one after another.

    Counts everything, and keeps the findings. Without ``keep_clean`` an article of which there is
    nothing to tell is counted and not kept, so that a million of them fit memory.
    """

    def __init__(self, targets: Sequence[str], *, keep_clean: bool = True) -> None:
        self.targets = tuple(targets)
        self.keep_clean = keep_clean
        self.articles: list[ArticleResult] = []
        self.issues: list[IssueResult] = []
        self.findings: list[Finding] = []
        self.number = 0
        """How many articles there were."""
        self.levels: Counter[Level] = Counter()
        self.lost: dict[tuple[str, str], None] = {}
        """The fields that each format loses, by format and path, of whichever article."""
        self._statuses: Counter[tuple[str, Status]] = Counter()
        self._going: Counter[str] = Counter()
        self._read = 0
        self._has_plugin_failed = False

    def add_shared(self, findings: Iterable[Finding]) -> None:
        """Takes findings of no article or issue: of files and plugins."""
        for finding in findings:
            self.findings.append(finding)
            self._count(finding)

    def add_issue(self, issue: IssueResult) -> None:
        """Takes an issue."""
        if issue.findings or self.keep_clean:
            self.issues.append(issue)
        for finding in issue.findings:
            self._count(finding)

    def add_article(self, article: ArticleResult) -> None:
        """Takes an article."""
        self.number += 1
        self._read += article.is_read
        for finding in article.findings:
            self._count(finding)
        for target in self.targets:
            self._going[target] += article.goes_out(target)
        for name, result in article.targets.items():
            self._statuses[name, result.status] += 1
            self.levels[Level.LOST] += len(result.losses)
            self.lost.update(((name, loss.field), None) for loss in result.losses)
        if self.keep_clean or not article.is_clean:
            self.articles.append(article)

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
    def is_anything_read(self) -> bool:
        return self._read > 0

    @property
    def exit_code(self) -> int:
        """0 done; 1 something was refused or couldn't be read; 2 nothing at all could be read;
        3 a plugin failed."""
        if self._has_plugin_failed:
            return 3
        if not self.is_anything_read:
            return 2
        return 1 if self.levels[Level.ERROR] else 0

    def count(self, target: str, status: Status) -> int:
        """How many articles have a status in a format."""
        return self._statuses[target, status]

    def going(self, target: str) -> int:
        """How many articles go out to a format, or can where none was tried."""
        return self._going[target]

    def _count(self, finding: Finding) -> None:
        self.levels[finding.level] += 1
        self._has_plugin_failed |= finding.code.startswith("plugin-")
