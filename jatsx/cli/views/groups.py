"""What was found, by what it is of: the input, each issue, each article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jatsx.cli.views.words import article_heading, visible
from jatsx.findings.finding import Finding, Level
from jatsx.pipeline.result import ArticleResult, Result


@dataclass(frozen=True, slots=True)
class Group:
    """The errors and warnings of one thing. A loss is none of them: it is told by format."""

    heading: str
    findings: Sequence[Finding]
    article: ArticleResult | None = None


def groups(result: Result) -> Iterator[Group]:
    """What is shared by articles first, then article by article; nothing without findings."""
    for group in (*shared_groups(result), *map(article_group, result.articles)):
        if group.findings:
            yield group


def shared_groups(result: Result) -> Iterator[Group]:
    """What was found of plugins, files, and of issues with their journal."""
    headings: dict[str, list[Finding]] = {}
    for finding in result.findings:
        headings.setdefault(_heading(finding), []).append(finding)
    for heading, findings in headings.items():
        yield Group(heading, _serious(findings))
    for issue in result.issues:
        yield Group(f"Issue {visible(issue.id)} and its journal", _serious(issue.findings))


def article_group(article: ArticleResult) -> Group:
    """What was found of an article alone."""
    return Group(article_heading(article), _serious(article.findings), article)


def _heading(finding: Finding) -> str:
    if finding.code.startswith("plugin-"):
        return "Plugins"
    return "Issue and journal" if (finding.field or "").startswith("issue") else "Files"


def _serious(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.level is not Level.LOST]
