"""Checking: what the rules say of articles of one issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jatsx.findings.finding import Finding, Level
from jatsx.model import ContentsEntry, IssueContents
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.options import (
    Settings,
    option_findings,
    unknown_formats,
    unknown_rules,
    with_settings,
)
from jatsx.pipeline.tracked import TrackedArticle, TrackedIssue
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.registry import Registry
from jatsx.readers.base import Record
from jatsx.rules.engine import Rulebook, RuleFailed


class Checker:
    """Asks the rules: the core's, and those of the formats asked for."""

    def __init__(self, targets: Sequence[str], settings: Settings, registry: Registry) -> None:
        wanted = {None, *targets}
        self.targets = targets
        self.settings = settings
        self.registry = registry
        self.exporters: list[Exporter] = [registry.exporters[target] for target in targets]
        self.rulebook = Rulebook(rule for rule in registry.rules.values() if rule.target in wanted)

    def described(self, records: Iterable[Record]) -> list[TrackedArticle]:
        """Articles of one issue as they were read, with the settings of the command line."""
        articles = [TrackedArticle.of(record) for record in records]
        issue: TrackedIssue | None = None
        for one in articles:
            if one.article is None:
                continue
            if issue is None:
                own = with_settings(one.article.issue, self.settings)
                issue = TrackedIssue.of(own, one.record)
            if one.article.issue is not issue.issue:
                one.article = one.article.model_copy(update={"issue": issue.issue})
            one.issue = issue
        return articles

    def check(self, articles: Iterable[TrackedArticle]) -> None:
        """Notes what the rules say of articles of one issue, and of the issue."""
        described = list(articles)
        issue = next((one.issue for one in described if one.issue is not None), None)
        if issue is not None:
            for finding in self._issue_findings(issue):
                issue.note(finding)
            self._note_contents(issue, described)
        for one in described:
            if one.article is not None:
                for found in self.rulebook.article_findings(one.article):
                    one.note(self._finding(found))

    def _issue_findings(self, issue: TrackedIssue) -> Iterator[Finding]:
        for found in self.rulebook.issue_findings(issue.issue):
            yield self._finding(found)
        yield from option_findings(issue.issue.journal, self.exporters)
        yield from unknown_formats(issue.issue.journal, self.registry.exporters)
        yield from unknown_rules(issue.issue.journal, self.registry)

    def _note_contents(self, issue: TrackedIssue, described: Sequence[TrackedArticle]) -> None:
        by_id = {one.id: one for one in described if one.article is not None}
        entries = [ContentsEntry.of(one.article) for one in described if one.article is not None]
        for found in self.rulebook.contents_findings(IssueContents(issue.issue, entries)):
            finding = self._finding(found)
            (by_id.get(finding.article) or issue).note(finding)

    def _finding(self, found: Finding | RuleFailed) -> Finding:
        """The finding; a rule that failed blocks the format of its plugin, and no other."""
        if isinstance(found, Finding):
            return found
        plugin = self.registry.plugin_of(found.rule)
        params = FrozenMap({"plugin": str(plugin), "detail": str(found)})
        is_own = any(exporter.name == found.rule.target for exporter in plugin.exporters)
        level = Level.ERROR if is_own else Level.WARNING
        return Finding("plugin-failed", level, params, target=found.rule.target)
