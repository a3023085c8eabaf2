"""Findings for a person: article by article, then what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatsx.findings import Finding, Level
from jatsx.messages import Sentences
from jatsx.outcome import ArticleOutcome, Outcome, Status
from jatsx.write import REPORT

if TYPE_CHECKING:
    from jatsx.pipeline import Validated
    from jatsx.registry import Registry

_POSITION = re.compile(r"\[\d+\]")
_LANGUAGE = re.compile(r"(?!(?:doi|id|ror|url)$)[a-z]{2,3}(-[A-Za-z0-9]+)*")
"""A language at the end of a path, and no field of two or three letters."""

COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.LOST: "blue"}


def show_text(outcome: Outcome, sentences: Sentences, out: Path | None) -> None:
    """Shows findings, losses and a summary."""
    _show_findings(outcome.shared_findings, sentences)
    for article in outcome.articles:
        visible = [finding for finding in article.findings if finding.level is not Level.LOST]
        if visible:
            click.secho(_name(article), bold=True)
            _show_findings(visible, sentences)
    if out is not None:
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
    """What each format has no place for; why, the report says."""
    for target in outcome.targets:
        fields = _lost_fields(outcome, target)
        if fields:
            lost = click.style("lost", fg=COLOURS[Level.LOST])
            text = f"  {lost} in {target}: {', '.join(fields)}"
            click.echo(click.wrap_text(text, width=100, subsequent_indent="      "))


def _lost_fields(outcome: Outcome, target: str) -> list[str]:
    """The fields that a format loses, of whichever article, with the languages that it loses."""
    languages: dict[str, set[str]] = {}
    for finding in outcome.all_findings:
        if finding.level is Level.LOST and finding.target == target:
            field, _, language = _POSITION.sub("", finding.field or "").rpartition(".")
            if not _LANGUAGE.fullmatch(language):
                field, language = f"{field}.{language}".removeprefix("."), ""
            languages.setdefault(field, set()).update({language} - {""})
    return [
        f"{field} ({', '.join(sorted(lost))})" if lost else field
        for field, lost in sorted(languages.items())
    ]


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
    click.echo(
        f"Written to {out}. What became of each article, and what is lost why: {out / REPORT}"
    )


def _counted(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"
