"""report.json: what became of every article, in English."""

from __future__ import annotations

import json
from typing import Any

from jatsx.findings import Finding, Level
from jatsx.messages import Sentences
from jatsx.outcome import ArticleOutcome, Outcome, Status, TargetOutcome


def report_bytes(outcome: Outcome, sentences: Sentences) -> bytes:
    """The report as it is written."""
    report = report_data(outcome, sentences)
    return (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode()


def report_data(outcome: Outcome, sentences: Sentences) -> dict[str, Any]:
    """Articles with their targets and findings, what isn't of one article, and a summary."""
    return {
        "articles": [_article(article, sentences) for article in outcome.articles],
        "findings": [finding_data(one, sentences) for one in outcome.shared_findings],
        "summary": summary(outcome),
    }


def summary(outcome: Outcome) -> dict[str, Any]:
    """Counts: articles, findings by level, and statuses by format."""
    findings = list(outcome.all_findings)
    return {
        "articles": len(outcome.articles),
        "findings": {level: sum(1 for f in findings if f.level is level) for level in Level},
        "targets": {
            target: {status: outcome.count(target, status) for status in Status}
            for target in outcome.targets
        },
        "exit_code": outcome.exit_code,
    }


def finding_data(finding: Finding, sentences: Sentences) -> dict[str, Any]:
    """A finding with its sentences."""
    place = finding.place
    return {
        "code": finding.code,
        "level": finding.level,
        "message": sentences.sentence(finding),
        "hint": sentences.hint(finding),
        "detail": finding.params.get("detail"),
        "field": finding.field,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "end_column": place.end_column if place else None,
        "target": finding.target,
    }


def _article(article: ArticleOutcome, sentences: Sentences) -> dict[str, Any]:
    return {
        "id": article.id,
        "doi": article.article.doi if article.article else None,
        "source": article.record.source,
        "targets": {name: _target(target) for name, target in article.targets.items()},
        "findings": [finding_data(finding, sentences) for finding in article.findings],
    }


def _target(target: TargetOutcome) -> dict[str, str | None]:
    return {"status": target.status, "document": target.document}
