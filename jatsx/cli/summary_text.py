"""What came of everything, as a person reads it: what can go out, what is blocked, and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from jatsx.cli.findings_text import width
from jatsx.cli.words import article_name, counted
from jatsx.findings import Level
from jatsx.outcome import ArticleOutcome, Outcome, Status
from jatsx.write import REPORT

MOST_NAMED = 10
"""How many blocked articles of a format are named."""
NO_BREAK = "\N{NO-BREAK SPACE}"
SHARED = "issue or journal"
"""Why an article is blocked that has no error itself."""


def show_summary(outcome: Outcome, out: Path | None) -> None:
    """Shows the counts, then what each format gets."""
    errors, warnings = _count(outcome, Level.ERROR), _count(outcome, Level.WARNING)
    articles = counted(len(outcome.articles), "article")
    click.echo(f"{articles}: {counted(errors, 'error')}, {counted(warnings, 'warning')}.")
    if outcome.articles:
        _show_verdicts(outcome)
    if warnings:
        click.echo("Warnings block nothing, but are worth a look.")
    if out is not None:
        click.echo(f"Written to {out}. What became of each article, and what is lost why:")
        click.echo(f"  {out / REPORT}")


def _show_verdicts(outcome: Outcome) -> None:
    """A line for each format; formats that get the same share it."""
    formats: dict[str, list[str]] = {}
    for target in outcome.targets:
        formats.setdefault(_verdict(outcome, target), []).append(target)
    names = {verdict: ", ".join(targets) for verdict, targets in formats.items()}
    column = max(map(len, names.values()), default=0)
    for verdict, name in names.items():
        text = f"  {name:{column}}   {verdict}"
        wrapped = click.wrap_text(text, width=width(), subsequent_indent=" " * (column + 5))
        click.echo(wrapped.replace(NO_BREAK, " "))


def _count(outcome: Outcome, level: Level) -> int:
    return sum(1 for finding in outcome.all_findings if finding.level is level)


def _verdict(outcome: Outcome, target: str) -> str:
    """How many articles a format gets, and which are blocked by what."""
    blocked = [article for article in outcome.articles if not _goes_out(article, target)]
    total, going = len(outcome.articles), len(outcome.articles) - len(blocked)
    if not blocked:
        return "the article can go out" if total == 1 else f"all {total} articles can go out"
    said = f"{going or 'none'} of {counted(total, 'article')} can go out; blocked: "
    return said + _blocked(blocked, target)


def _goes_out(article: ArticleOutcome, target: str) -> bool:
    """Whether a valid document was made, or, where none was tried, nothing stands against it."""
    if target in article.targets:
        return article.targets[target].status is Status.VALID
    return not article.is_blocked(target)


def _blocked(articles: Sequence[ArticleOutcome], target: str) -> str:
    reasons = [_reason(article, target) for article in articles]
    if set(reasons) == {SHARED}:
        return f"{len(articles)}, by errors of the {SHARED}"
    named = [
        f"{article_name(article)} ({reason})".replace(" ", NO_BREAK)
        for article, reason in zip(articles[:MOST_NAMED], reasons, strict=False)
    ]
    more = len(articles) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def _reason(article: ArticleOutcome, target: str) -> str:
    own = sum(1 for finding in article.findings if finding.blocks(target))
    return counted(own, "error") if own else SHARED
