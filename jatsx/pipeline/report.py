"""report.json: the result of every article, in English.

Its JSON Schema is ``report_schema.json``, which ``jatsx schema report`` prints.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.resources import files
from io import BytesIO
from typing import Any, Final, Protocol

from jatsx import __version__
from jatsx.documents.loss import Extent
from jatsx.findings.finding import Finding, Level
from jatsx.findings.sentences import Sentences
from jatsx.findings.translation import in_language, machine_language
from jatsx.pipeline.result import ArticleResult, RunResult, Status, TargetResult, loss_findings
from jatsx.plugin.registry import Registry

VERSION: Final = 1
"""The version of the report's schema."""


class Sink(Protocol):
    """What bytes are written to."""

    def write(self, content: bytes, /) -> object: ...


class Report:
    """Writes the report article by article, so that it never has to be held: each on a line."""

    def __init__(self, sink: Sink, registry: Registry, issue: str | None = None) -> None:
        """Starts a report of an issue, or of a run."""
        self._sink = sink
        self._registry = registry
        self._sentences = registry.sentences
        self._before = _head(registry, issue) + b'"articles":[\n'

    def article(self, article: ArticleResult) -> None:
        """Writes what became of an article."""
        with in_language(machine_language()):
            text = _article_json(article, self._sentences, self._registry)
        self._sink.write(self._before + text)
        self._before = b",\n"

    def whole(self, result: RunResult) -> None:
        """Writes the whole result, which has kept all its articles."""
        for article in result.articles:
            self.article(article)
        self.end(result, result.shared_findings)

    def end(
        self,
        result: RunResult,
        findings: Iterable[Finding],
        issues: Iterable[Mapping[str, Any]] = (),
    ) -> None:
        """Writes findings that do not belong to an article, lines of issues, and a summary."""
        if self._before != b",\n":
            self._sink.write(self._before)
        with in_language(machine_language()):
            shared = b",\n".join(_json(finding_data(one, self._sentences)) for one in findings)
        lines = b",\n".join(map(_json, issues))
        self._sink.write(b'],\n"findings":[\n' + shared + b'],\n"issues":[\n' + lines)
        self._sink.write(b'],\n"summary":' + _json(summary(result)) + b"}\n")


def report_data(result: RunResult) -> dict[str, Any]:
    """The report of a result that has kept all its articles."""
    written = BytesIO()
    Report(written, result.registry).whole(result)
    data: dict[str, Any] = json.loads(written.getvalue())
    return data


def report_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of report.json."""
    schema: dict[str, Any] = json.loads(
        files("jatsx.pipeline").joinpath("report_schema.json").read_text("utf-8")
    )
    return schema


def summary(result: RunResult) -> dict[str, Any]:
    """Counts: articles, findings by level, and statuses by format."""
    return {
        "articles": result.number,
        "findings": {level: result.levels[level] for level in Level},
        "lost": {extent: result.extents[extent] for extent in Extent},
        "targets": {
            target: {status: result.count(target, status) for status in Status}
            for target in result.targets
        },
        "removed": result.removed,
        "renamed": result.renamed,
        "parts": result.parts,
        **result.written_besides,
        "exit_code": result.exit_code,
    }


def _head(registry: Registry, issue: str | None) -> bytes:
    """The beginning of the report: the versions of the report, of jatsx and of its plugins."""
    plugins = [
        {"name": one.name, "distribution": one.distribution, "version": one.version}
        for one in registry.plugins
        if not one.state
    ]
    head = {"version": VERSION, "jatsx": __version__, "plugins": plugins, "issue": issue}
    return _json(head)[:-1] + b",\n"


def _article_json(article: ArticleResult, sentences: Sentences, registry: Registry) -> bytes:
    """An article with its targets and findings, the losses last."""
    head = {
        "id": article.id,
        "doi": article.doi,
        "source": article.source,
        "targets": {name: _target(target) for name, target in article.targets.items()},
    }
    findings = [_json(finding_data(finding, sentences)) for finding in article.findings]
    losses = [
        _json({**finding_data(finding, sentences), "file": article.source})
        for finding in loss_findings(article, registry.exporters)
    ]
    return _json(head)[:-1] + b',"findings":[' + b",".join(findings + losses) + b"]}"


def finding_data(finding: Finding, sentences: Sentences) -> dict[str, Any]:
    """A finding with its sentences."""
    place = finding.place
    mends = [
        {"field": one.field, "new": one.new, "old": one.old, "is_excerpt": one.is_excerpt}
        for one in finding.mends
    ]
    return {
        "code": finding.code,
        "level": finding.level,
        "message": sentences.sentence(finding),
        "hint": sentences.hint(finding),
        "params": dict(finding.params),
        "field": finding.field,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "end_column": place.end_column if place else None,
        "cell": place.cell if place else None,
        "target": finding.target,
        "plugin": sentences.plugin(finding),
        **({"mends": mends} if mends else {}),
    }


def _target(target: TargetResult) -> dict[str, str | None]:
    return {"status": target.status, "document": target.document}


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
