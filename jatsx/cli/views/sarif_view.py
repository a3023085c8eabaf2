"""Findings for code scanning: SARIF.

Source: Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS Standard.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import click

from jatsx import __version__
from jatsx.cli.views.rule_page import plain
from jatsx.findings.finding import Finding, Level, Place
from jatsx.findings.sentences import REQUIREMENT
from jatsx.findings.translation import N_, gettext, in_reader_language
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.result import loss_findings

if TYPE_CHECKING:
    from jatsx.findings.sentences import Sentences
    from jatsx.pipeline import Validated
    from jatsx.pipeline.result import RunResult
    from jatsx.plugin.registry import Registry
    from jatsx.rules.engine import Rule

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS: Final[Mapping[str | None, str]] = {
    Level.ERROR: "error",
    Level.WARNING: "warning",
    Level.LOST: "note",
}
OF_JOURNAL: Final = N_("A requirement of the journal. It is declared in journal.yaml.")
_PARAM = re.compile(r"\{[\w:]*\}")


def show(result: RunResult, registry: Registry, out: Path | str | None) -> None:  # noqa: ARG001
    """Prints a log of one run with a result for each finding, and for each loss."""
    of_articles = [
        (replace(finding, article=article.id), article.source)
        for article in result.articles
        for finding in (*article.findings, *loss_findings(article, registry.exporters))
    ]
    shared = [(finding, None) for finding in result.shared_findings]
    _print(registry, [*shared, *of_articles])


def show_validated(results: Sequence[Validated], registry: Registry) -> None:
    """Prints a log of one run with a result for each finding of each file."""
    _print(registry, [(f, str(result.path)) for result in results for f in result.findings])


def _print(registry: Registry, found: Sequence[tuple[Finding, str | None]]) -> None:
    rules = list(_rules(registry, [finding for finding, _ in found]))
    index = {rule["id"]: position for position, rule in enumerate(rules)}
    results = [
        {
            "ruleId": finding.code,
            "ruleIndex": index[finding.code],
            "level": LEVELS[finding.level],
            "message": {"text": _message(finding, registry.sentences)},
            "locations": list(_locations(finding, source)),
            "properties": _present(
                field=finding.field, article=finding.article, target=finding.target
            ),
        }
        for finding, source in found
    ]
    driver = {"name": "jatsx", "semanticVersion": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    click.echo(json.dumps(log, ensure_ascii=False, indent=2).encode())


def _rules(registry: Registry, findings: Iterable[Finding]) -> Iterator[dict[str, Any]]:
    """The descriptions of all rules, then of the other codes that were found."""
    for rule in registry.rules.values():
        yield _rule(rule, registry.sentences)
    others = {finding.code: finding for finding in findings if finding.code not in registry.rules}
    for code, finding in others.items():
        if code.startswith(REQUIREMENT):
            own = in_reader_language(finding.own_message) if finding.own_message else ""
            yield _described(code, own or gettext(OF_JOURNAL), gettext(OF_JOURNAL))
        else:
            yield _described(code, *registry.sentences.templates(code))


def _rule(rule: Rule, sentences: Sentences) -> dict[str, Any]:
    level = LEVELS.get(rule.level)
    configuration = {"level": level} if level else {"enabled": False}
    sentence, hint = sentences.templates(rule.code)
    described = {**_described(rule.code, sentence, hint), "help": _help(rule, hint)}
    return {**described, "defaultConfiguration": configuration}


def _help(rule: Rule, hint: str) -> dict[str, str]:
    """The manual of a rule and its hint, as text and in Markdown."""
    from jatsx.rules.manual import manual, manual_markdown

    page = manual(rule)
    source = page.source and f"Source: {page.source}"
    hint = _PARAM.sub("…", hint)
    text = plain("\n\n".join(filter(None, (page.title, page.why, source, hint))))
    markdown = "\n\n".join(filter(None, (manual_markdown(page), hint)))
    return {"text": text or rule.code, "markdown": markdown or rule.code}


def _described(code: str, sentence: str, hint: str) -> dict[str, Any]:
    described: dict[str, Any] = {"id": code}
    if sentence := _PARAM.sub("…", sentence):
        described["shortDescription"] = {"text": sentence}
    if hint := _PARAM.sub("…", hint):
        described["help"] = {"text": hint}
    return described


def _message(finding: Finding, sentences: Sentences) -> str:
    return f"{sentences.sentence(finding)} {sentences.hint(finding)}".strip()


def _locations(finding: Finding, source: str | None) -> Iterator[dict[str, Any]]:
    place = finding.place or (Place(source) if source else None)
    location: dict[str, Any] = {}
    if place is not None:
        artifact = {"artifactLocation": {"uri": _uri(place.file)}}
        region = _region(place)
        location["physicalLocation"] = {**artifact, **({"region": region} if region else {})}
        if place.cell:
            location["message"] = {"text": place.cell}
    if finding.field:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.field, "kind": "member"}]
    if location:
        yield location


def _region(place: Place) -> Mapping[str, int]:
    if not place.line:
        return FrozenMap()
    end = place.end_column if place.column else None
    return _present(startLine=place.line, startColumn=place.column or None, endColumn=end)


def _uri(file: str) -> str:
    """A file's name as a URI, relative to the current folder."""
    path = PurePath(file)
    return Path(file).as_uri() if path.is_absolute() else quote(path.as_posix())


def _present(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
