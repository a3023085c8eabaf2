"""How findings are shown: to a person, to a program, to GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatsx.report import finding_data, report_data

if TYPE_CHECKING:
    from jatsx.findings import Finding
    from jatsx.messages import Sentences
    from jatsx.outcome import Outcome
    from jatsx.pipeline import Validated
    from jatsx.registry import Registry


def show(outcome: Outcome, registry: Registry, view: str, out: Path | None = None) -> None:
    """Shows what became of everything, on standard output."""
    sentences = registry.sentences
    if view == "json":
        _show_json(report_data(outcome, sentences))
    elif view == "github":
        _show_annotations(outcome.all_findings, sentences)
    else:
        from jatsx.cli.text_view import show_text

        show_text(outcome, sentences, out)


def show_validated(results: Sequence[Validated], registry: Registry, view: str) -> None:
    """Shows what the schemas say of files, on standard output."""
    sentences = registry.sentences
    if view == "json":
        _show_json([_validated_data(result, sentences) for result in results])
    elif view == "github":
        _show_annotations((f for result in results for f in result.findings), sentences)
    else:
        from jatsx.cli.text_view import show_validated_text

        show_validated_text(results, registry, sentences)


def _show_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _validated_data(result: Validated, sentences: Sentences) -> dict[str, object]:
    return {
        "file": str(result.path),
        "format": result.format,
        "version": result.version,
        "valid": result.is_valid,
        "findings": [finding_data(finding, sentences) for finding in result.findings],
    }


def _show_annotations(findings: Iterable[Finding], sentences: Sentences) -> None:
    """Workflow commands: https://docs.github.com/actions, “Workflow commands”."""
    for finding in findings:
        kind = {"error": "error", "warning": "warning"}.get(finding.level, "notice")
        place = finding.place
        where = {"file": place.file, "line": place.line, "col": place.column} if place else {}
        where["title"] = finding.code
        properties = ",".join(f"{k}={_property(str(v))}" for k, v in where.items() if v)
        text = f"{sentences.sentence(finding)} {sentences.hint(finding)}".strip()
        click.echo(f"::{kind} {properties}::{_escaped(text)}")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
