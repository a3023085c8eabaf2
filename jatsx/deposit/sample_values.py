"""Sample values are never sent, whatever the rules of the journal say, except to a test system."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from jatsx.findings.finding import Finding, Level
from jatsx.model import Issue
from jatsx.model.fieldpath import parse_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.concerned_formats import OPTIONS
from jatsx.pipeline.tracked import TrackedArticle
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.registry import Registry
from jatsx.rules.rulebook import Rulebook

SAMPLE_VALUE: Final = "sample-value"
"""The code of a sample value, a DOI for tests, or an address at example.org."""


def with_samples_judged(
    articles: Sequence[TrackedArticle], registry: Registry, exporter: Exporter, is_test: bool
) -> None:
    """Notes an error on each sample value of articles of one issue; in tests, removes them."""
    issue = next((one.issue for one in articles if one.issue is not None), None)
    noted = [one.result.findings for one in articles]
    for findings in (*noted, *([issue.result.findings] if issue else [])):
        findings[:] = [one for one in findings if one.code != SAMPLE_VALUE]
    if is_test or issue is None:
        return
    rulebook = Rulebook([registry.rules[SAMPLE_VALUE]])
    for finding in _found(rulebook.issue_findings(_by_default(issue.issue)), exporter):
        issue.note(finding)
    for one in articles:
        if one.article is not None and not one.is_held_back:
            judged = one.article.model_copy(update={"issue": _by_default(one.article.issue)})
            for finding in _found(rulebook.article_findings(judged), exporter):
                one.note(finding)


def _found(findings: Iterator[object], exporter: Exporter) -> Iterator[Finding]:
    for one in findings:
        if isinstance(one, Finding) and not _is_of_another_format(one, exporter):
            yield replace(one, level=Level.ERROR, target=exporter.name, article=None)


def _is_of_another_format(finding: Finding, exporter: Exporter) -> bool:
    """Whether a finding is about an option of another format."""
    path = parse_path(finding.field or "")
    return path[: len(OPTIONS)] == OPTIONS and path[len(OPTIONS)] != exporter.name


def _by_default(issue: Issue) -> Issue:
    """The issue without the journal's own levels of rules."""
    empty: FrozenMap[object] = FrozenMap()
    journal = issue.journal.model_copy(update={"rules": empty, "requirements": empty})
    return issue.model_copy(update={"journal": journal})
