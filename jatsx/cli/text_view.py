"""Findings for a person: article by article, then what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatsx.findings import Finding, Level
from jatsx.messages import Sentences
from jatsx.outcome import ArticleOutcome, Outcome, Status

if TYPE_CHECKING:
    from jatsx.pipeline import Validated
    from jatsx.registry import Registry

COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.LOST: "blue"}


def show_text(outcome: Outcome, sentences: Sentences, out: Path | None) -> None:
    """Shows findings, losses and a summary."""
    _show_findings(outcome.shared_findings, sentences)
    for article in outcome.articles:
        visible = [finding for finding in article.findings if finding.level is not Level.LOST]
        if visible:
            click.secho(_name(article), bold=True)
            _show_findings(visible, sentences)
    _show_losses(outcome)
    _show_summary(outcome, out)


def show_validated_text(
    results: Iterable[Validated], registry: Registry, sentences: Sentences
) -> None:
    """Shows for each file what it is and what is wrong with it."""
    for result in results:
        if result.format is not None:
            title = registry.exporters[result.format].title
            verdict = "valid" if result.is_valid else "refused"
            click.echo(f"{result.path}: {verdict}: {title} {result.version}".rstrip())
        _show_findings(result.findings, sentences)


def _name(article: ArticleOutcome) -> str:
    title = next(iter(article.article.title.values()), None) if article.article else None
    parts = (article.id, _shortened(str(title)) if title else None)
    return ": ".join(part for part in parts if part) or article.record.source


def _shortened(text: str, most: int = 70) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _show_findings(findings: Iterable[Finding], sentences: Sentences) -> None:
    for finding in findings:
        level = click.style(finding.level.value, fg=COLOURS[finding.level])
        target = f" for {finding.target}" if finding.target else ""
        place = f"{finding.place}: " if finding.place else ""
        click.echo(f"  {place}{level}{target}: {sentences.sentence(finding)}  [{finding.code}]")
        if hint := sentences.hint(finding):
            click.echo(f"      {hint}")


def _show_losses(outcome: Outcome) -> None:
    """Losses, each reason of each format once."""
    losses: dict[tuple[str, str], list[Finding]] = {}
    for finding in outcome.all_findings:
        if finding.level is Level.LOST:
            key = (finding.target or "", finding.params["why"])
            losses.setdefault(key, []).append(finding)
    if not losses:
        return
    click.echo("\nLost on the way, though every document is valid without it:")
    for (target, why), findings in sorted(losses.items()):
        articles = len({finding.article for finding in findings})
        count = f"{articles} article{'s' if articles > 1 else ''}"
        click.echo(f"  {target}: {_fields(findings)} ({count}): {why}")


def _fields(findings: Sequence[Finding], most: int = 3) -> str:
    fields = list(dict.fromkeys(finding.field or "" for finding in findings))
    return ", ".join(fields[:most]) + (" …" if len(fields) > most else "")


def _show_summary(outcome: Outcome, out: Path | None) -> None:
    findings = list(outcome.all_findings)
    errors, warnings = (
        sum(1 for finding in findings if finding.level is level)
        for level in (Level.ERROR, Level.WARNING)
    )
    click.echo(
        f"\n{_counted(len(outcome.articles), 'article')}: "
        f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}."
    )
    if out is None:
        for target in outcome.targets:
            blocked = sum(1 for article in outcome.articles if article.is_blocked(target))
            click.echo(f"  {target:10} {f'{blocked} blocked' if blocked else 'nothing is blocked'}")
        return
    for target in outcome.targets:
        counts = ((status, outcome.count(target, status)) for status in Status)
        click.echo(f"  {target:10} " + ", ".join(f"{n} {status}" for status, n in counts if n))
    click.echo(f"Written to {out}; what became of each article: {out / 'report.json'}")


def _counted(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"
