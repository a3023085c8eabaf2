"""Groups findings: by file, by issue and by article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jatsx.cli.views.words import article_heading, visible
from jatsx.findings.finding import Finding, errors_and_warnings
from jatsx.findings.translation import gettext as _
from jatsx.pipeline.result import ArticleResult, RunResult


@dataclass(frozen=True, slots=True)
class Group:
    """The errors and warnings of one file, issue or article. Losses are shown by format instead."""

    heading: str
    findings: Sequence[Finding]
    article: ArticleResult | None = None


def groups(result: RunResult) -> Iterator[Group]:
    """Yields the shared groups, then a group for each article; groups without findings are left
    out."""
    for group in (*shared_groups(result), *map(article_group, result.articles)):
        if group.findings:
            yield group


def shared_groups(result: RunResult) -> Iterator[Group]:
    """Yields the findings of plugins, of files, and of issues with their journal."""
    headings: dict[str, list[Finding]] = {}
    for finding in result.input_findings:
        headings.setdefault(_heading(finding), []).append(finding)
    for heading, findings in headings.items():
        yield Group(heading, errors_and_warnings(findings))
    for issue in result.issues:
        heading = _("Issue {issue} and its journal").format(issue=visible(issue.id))
        yield Group(heading, errors_and_warnings(issue.findings))


def article_group(article: ArticleResult) -> Group:
    """The errors and warnings of an article itself."""
    return Group(article_heading(article), errors_and_warnings(article.findings), article)


def _heading(finding: Finding) -> str:
    if finding.code.startswith("plugin-"):
        return _("Plugins")
    is_shared = (finding.field or "").startswith("issue")
    return _("Issue and journal") if is_shared else _("Files")
