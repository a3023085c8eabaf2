"""Check: articles of one issue as they were read, and what the rules say of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from jatsx.findings.finding import Finding, Level
from jatsx.model import ContentsEntry, IssueContents
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.concerned_formats import for_formats
from jatsx.pipeline.found_files import found_files
from jatsx.pipeline.future_dates import future_dates, future_issue_dates
from jatsx.pipeline.job import Job
from jatsx.pipeline.options import (
    option_findings,
    unknown_formats,
    with_settings,
)
from jatsx.pipeline.rule_settings import rule_settings_findings
from jatsx.pipeline.tracked import TrackedArticle, TrackedIssue, placed
from jatsx.plugin.registry import Registry
from jatsx.readers.reader import Record
from jatsx.rules.engine import RuleFailed


def track_articles(records: Iterable[Record], job: Job) -> list[TrackedArticle]:
    """Articles of one issue as they were read, with the settings of the command line."""
    articles = [TrackedArticle.of(record) for record in records]
    issue: TrackedIssue | None = None
    for one in articles:
        if one.article is None:
            continue
        if job.request.holds_back(one.article.status):
            one.result.held_back = one.article.status
        if issue is None:
            own = with_settings(one.article.issue, job.request.settings)
            issue = TrackedIssue.of(own, one.record)
        if one.article.issue is not issue.issue:
            one.article = one.article.model_copy(update={"issue": issue.issue})
        one.issue = issue
    return articles


def check_articles(articles: Sequence[TrackedArticle], job: Job) -> None:
    """Notes what the rules say of articles of one issue, and of the issue."""
    issue = next((one.issue for one in articles if one.issue is not None), None)
    if issue is not None:
        for finding in _issue_findings(issue, job):
            for each in for_formats(finding, job.exporters.values()):
                issue.note(each)
        _note_contents(issue, articles, job)
    for one in articles:
        for finding in _article_findings(one, job):
            for each in for_formats(finding, job.exporters.values()):
                one.note(each)
        one.result.findings[:] = one_per_fault(one.findings)
    if issue is not None:
        issue.result.findings[:] = one_per_fault(issue.findings)


UNPUBLISHED: Final = "article-status-unpublished"
"""The code of an unpublished article, which is reported even if the article is not checked."""

EMPTY: Final = "field-value-empty"
"""The code of a field that is written without a value."""


def one_per_fault(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those that report a fault of a field again.

    An error that blocks every format makes those of single formats on the same field superfluous;
    so does any other finding on an empty field the one that it is empty.
    """
    fields = Counter(one.field for one in findings)
    blocked = {one.field for one in findings if one.level is Level.ERROR and one.target is None}
    return [
        one
        for one in findings
        if not (one.target is not None and one.field in blocked)
        and not (one.code == EMPTY and fields[one.field] > 1)
    ]


def _article_findings(one: TrackedArticle, job: Job) -> Iterator[Finding]:
    """What the rules find; of an article that is held back, only that it is unpublished."""
    if one.article is None:
        yield from _findings_on_incomplete(one, job)
        return
    for finding in job.request.kept.of(one.article, lambda _: _of_rules(one, job)):
        if not one.is_held_back or finding.code == UNPUBLISHED:
            yield finding
    if not one.is_held_back:
        yield from future_dates(one.article, job.request.timestamp)
        yield from _file_findings(one, job)


def _file_findings(one: TrackedArticle, job: Job) -> Iterator[Finding]:
    """What the rules find in the files that an article names."""
    assert one.article is not None
    article, folder, start = one.article, one.record.folder, ("files",)
    for path, found in found_files(article.files, start, article.issue, folder):
        yield from _worst(job.rulebook.file_findings(found, path, article), job)


def _issue_file_findings(issue: TrackedIssue, job: Job) -> Iterator[Finding]:
    """What the rules find in the files that an issue names."""
    its, folder, start = issue.issue, issue.record.folder, ("issue", "files")
    for path, found in found_files(its.files, start, its, folder):
        yield from _worst(job.rulebook.file_findings(found, path), job)


def _worst(found: Iterable[Finding | RuleFailed], job: Job) -> Iterator[Finding]:
    """The errors in a file; its warnings only if there are no errors, which say the same."""
    findings = [_finding(one, job.registry) for one in found]
    errors = [one for one in findings if one.level is Level.ERROR]
    yield from errors or findings


def _of_rules(one: TrackedArticle, job: Job) -> list[Finding]:
    """What the rules find in an article, with the places."""
    assert one.article is not None
    found = (_finding(each, job.registry) for each in job.rulebook.article_findings(one.article))
    return [placed(replace(each, article=one.id), one.record) for each in found]


def _findings_on_incomplete(one: TrackedArticle, job: Job) -> Iterator[Finding]:
    """What the rules find in the fields without errors of an article that cannot be read whole."""
    incomplete = one.record.incomplete
    if incomplete is None or job.request.holds_back(incomplete.article.status):
        return
    for found in job.rulebook.article_findings(incomplete.article):
        finding = placed(_finding(found, job.registry), one.record)
        if incomplete.concerns(finding):
            yield finding


def _issue_findings(issue: TrackedIssue, job: Job) -> Iterator[Finding]:
    for found in job.rulebook.issue_findings(issue.issue):
        yield _finding(found, job.registry)
    yield from future_issue_dates(issue.issue, job.request.timestamp)
    yield from _issue_file_findings(issue, job)
    yield from option_findings(issue.issue.journal, job.exporters.values())
    yield from unknown_formats(issue.issue.journal, job.registry.exporters)
    yield from rule_settings_findings(issue.issue.journal, job.registry)


def _note_contents(issue: TrackedIssue, articles: Sequence[TrackedArticle], job: Job) -> None:
    taken = [one for one in articles if one.article is not None and not one.is_held_back]
    by_id = {one.id: one for one in taken}
    entries = [ContentsEntry.of(one.article) for one in taken if one.article is not None]
    for found in job.rulebook.contents_findings(IssueContents(issue.issue, entries)):
        finding = _finding(found, job.registry)
        (by_id.get(finding.article) or issue).note(finding)


def _finding(found: Finding | RuleFailed, registry: Registry) -> Finding:
    """The finding; a rule that failed blocks the format of its plugin, and no other."""
    if isinstance(found, Finding):
        return found
    plugin = registry.plugin_of(found.rule)
    params = FrozenMap({"plugin": str(plugin), "detail": str(found)})
    is_own = any(exporter.name == found.rule.target for exporter in plugin.exporters)
    level = Level.ERROR if is_own else Level.WARNING
    return Finding("plugin-failed", level, params, target=found.rule.target)
