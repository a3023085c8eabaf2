"""Errors and warnings as annotations on a GitHub pull request.

Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatsx.findings.finding import Finding, Level, Place

if TYPE_CHECKING:
    from jatsx.findings.sentences import Sentences
    from jatsx.pipeline import Validated
    from jatsx.pipeline.result import RunResult
    from jatsx.plugin.registry import Registry

KINDS = {Level.ERROR: "error", Level.WARNING: "warning"}


def show(result: RunResult, registry: Registry, out: Path | str | None) -> None:  # noqa: ARG001
    """Prints an annotation for each finding."""
    _show(result.all_findings, registry.sentences)


def show_validated(results: Sequence[Validated], registry: Registry) -> None:
    """Prints an annotation for each finding of each file."""
    _show((finding for result in results for finding in result.findings), registry.sentences)


def _show(findings: Iterable[Finding], sentences: Sentences) -> None:
    """Prints errors first, because GitHub shows only the first ten annotations of a step."""
    serious = (finding for finding in findings if finding.level in KINDS)
    for finding in sorted(serious, key=lambda finding: finding.level is not Level.ERROR):
        properties = {**_where(finding.place), "title": finding.code}
        listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
        text = f"{sentences.sentence(finding)} {sentences.hint(finding)}".strip()
        if finding.place and finding.place.cell:
            text = f"{finding.place.cell}: {text}"
        click.echo(f"::{KINDS[finding.level]} {listed}::{_escaped(text)}")


def _where(place: Place | None) -> dict[str, str | int]:
    """The properties of a place. GitHub's end column is the column of the last character."""
    if place is None:
        return {}
    where: dict[str, str | int | None] = {
        "file": place.file,
        "line": place.line,
        "col": place.column,
        "endColumn": place.end_column and place.end_column - 1,
    }
    return {name: value for name, value in where.items() if value}


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
