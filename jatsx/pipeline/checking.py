"""Reading and checking: paths into articles, and what the rules say of them."""

from __future__ import annotations

from collections.abc import Iterable

from jatsx.checks import Rulebook, RuleFailed
from jatsx.findings import Finding, Level
from jatsx.formats import Exporter
from jatsx.frozenmap import FrozenMap
from jatsx.model import Article, Contents, Entry, Issue
from jatsx.outcome import ArticleOutcome, IssueOutcome, Outcome
from jatsx.pipeline.duplicates import note_duplicates, note_issue_duplicates
from jatsx.pipeline.intake import records
from jatsx.pipeline.options import Settings, option_findings, unknown_formats, with_settings
from jatsx.pipeline.request import Request
from jatsx.readers import Record
from jatsx.registry import Registry
from jatsx.sources.journal import JournalFile


def check(request: Request, registry: Registry) -> Outcome:
    """Reads the paths and asks the rules: the core's, and those of the formats asked for."""
    outcome = Outcome(tuple(request.targets), findings=list(registry.findings))
    journal = JournalFile(request.journal) if request.journal else None
    if journal is not None and journal.findings:
        outcome.findings += journal.findings
        return outcome
    issues = _Issues(request.settings)
    for record in records(request.paths, registry):
        record = journal.given_to(record) if journal else record
        if record.is_article:
            outcome.articles.append(_article_outcome(record, issues))
        else:
            outcome.findings += record.findings
    outcome.issues = issues.found
    note_duplicates(outcome.articles)
    note_issue_duplicates(outcome.issues)
    _ask_rules(outcome, request.targets, registry)
    return outcome


class _Issues:
    """The issues met so far, each once, with the settings of the command line."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.found: list[IssueOutcome] = []
        self._by_issue: dict[Issue, IssueOutcome] = {}
        self._last: tuple[Issue, IssueOutcome] | None = None

    def of(self, article: Article, record: Record) -> IssueOutcome:
        """The issue of an article."""
        if self._last is None or self._last[0] is not article.issue:
            outcome = self._by_issue.get(article.issue)
            if outcome is None:
                outcome = IssueOutcome(with_settings(article.issue, self.settings), record)
                self._by_issue[article.issue] = outcome
                self.found.append(outcome)
            self._last = (article.issue, outcome)
        return self._last[1]


def _article_outcome(record: Record, issues: _Issues) -> ArticleOutcome:
    article = record.article
    if article is None:
        return ArticleOutcome(record, findings=list(record.findings))
    issue = issues.of(article, record)
    if article.issue is not issue.issue:
        article = article.model_copy(update={"issue": issue.issue})
    outcome = ArticleOutcome(record, article, issue, list(record.findings))
    issue.articles.append(outcome)
    return outcome


def _ask_rules(outcome: Outcome, targets: Iterable[str], registry: Registry) -> None:
    wanted = {None, *targets}
    rulebook = Rulebook(rule for rule in registry.rules.values() if rule.target in wanted)
    exporters: list[Exporter] = [registry.exporters[target] for target in targets]
    for issue in outcome.issues:
        for finding in rulebook.issue_findings(issue.issue):
            issue.note(_finding(finding, registry))
        for finding in option_findings(issue.issue.journal, exporters):
            issue.note(finding)
        for finding in unknown_formats(issue.issue.journal, registry.exporters):
            issue.note(finding)
        _ask_of_contents(issue, rulebook, registry)
    for described in outcome.articles:
        if described.article is not None:
            for finding in rulebook.article_findings(described.article):
                described.note(_finding(finding, registry))


def _ask_of_contents(issue: IssueOutcome, rulebook: Rulebook, registry: Registry) -> None:
    by_id: dict[str | None, ArticleOutcome] = {one.id: one for one in issue.articles}
    entries = [Entry.of(one.article) for one in issue.articles if one.article is not None]
    for found in rulebook.contents_findings(Contents(issue.issue, entries)):
        finding = _finding(found, registry)
        by_id.get(finding.article, issue).note(finding)


def _finding(found: Finding | RuleFailed, registry: Registry) -> Finding:
    """The finding; a rule that failed blocks its own format, and no other."""
    if isinstance(found, Finding):
        return found
    plugin = str(registry.plugin_of(found.rule))
    params = FrozenMap({"plugin": plugin, "detail": str(found)})
    level = Level.ERROR if found.rule.target else Level.WARNING
    return Finding("plugin-failed", level, params, target=found.rule.target)
