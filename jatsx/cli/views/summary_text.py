"""What came of everything, as a person reads it: what can go out, what is blocked, and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from jatsx.cli.views.findings_text import width
from jatsx.cli.views.words import article_name, counted
from jatsx.findings.finding import Level
from jatsx.pipeline.output_folder import REPORT
from jatsx.pipeline.result import ArticleResult, Result

MOST_NAMED = 10
"""How many blocked articles of a format are named."""
NO_BREAK = "\N{NO-BREAK SPACE}"
SHARED = "error in the issue or journal"
"""Why an article is blocked that has no error itself."""


def show_summary(result: Result, out: Path | None) -> None:
    """Shows the counts, then what each format gets."""
    errors, warnings = result.levels[Level.ERROR], result.levels[Level.WARNING]
    articles = counted(result.number, "article").capitalize()
    click.echo(f"{articles}: {counted(errors, 'error')}, {counted(warnings, 'warning')}.")
    if result.number:
        _show_verdicts(result)
    if warnings:
        click.echo("Warnings block nothing, but are worth a look.")
    if out is not None:
        click.echo(f"Written to {out}. What became of each article, and what is lost why:")
        click.echo(f"  {out / REPORT}")


def _show_verdicts(result: Result) -> None:
    """A line for each format; formats that get the same share it."""
    formats: dict[str, list[str]] = {}
    for target in result.targets:
        formats.setdefault(_verdict(result, target), []).append(target)
    names = {verdict: ", ".join(targets) for verdict, targets in formats.items()}
    column = max(map(len, names.values()), default=0)
    for verdict, name in names.items():
        text = f"  {name:{column}}   {verdict}"
        wrapped = click.wrap_text(text, width=width(), subsequent_indent=" " * (column + 5))
        click.echo(wrapped.replace(NO_BREAK, " "))


def _verdict(result: Result, target: str) -> str:
    """How many articles a format gets, and which are blocked by what."""
    blocked = [article for article in result.articles if not article.goes_out(target)]
    total = result.number
    if not blocked:
        return f"{_all_of(total)} can go out"
    if total == 1:
        return f"the article is blocked ({_reason(blocked[0], target)})"
    going = total - len(blocked) or "none"
    return f"{going} of {total} articles can go out; blocked: {_named(blocked, target)}"


def _all_of(total: int) -> str:
    return {1: "the article", 2: "both articles"}.get(total, f"all {total} articles")


def _named(articles: Sequence[ArticleResult], target: str) -> str:
    """The articles, each with its reason, or all with the one that they share."""
    reasons = [_reason(article, target) for article in articles]
    if set(reasons) == {SHARED}:
        names = [article_name(article) for article in articles[:MOST_NAMED]]
        return f"{_listed(names, len(articles))} ({SHARED})"
    pairs = zip(articles[:MOST_NAMED], reasons, strict=False)
    named = [f"{article_name(article)} ({reason})" for article, reason in pairs]
    return _listed([one.replace(" ", NO_BREAK) for one in named], len(articles))


def _listed(names: Sequence[str], total: int) -> str:
    more = total - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _reason(article: ArticleResult, target: str) -> str:
    own = sum(1 for finding in article.findings if finding.blocks(target))
    return counted(own, "error") if own else SHARED
