"""The summary of a run for people: how many articles each format gets, and which are blocked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from jatsx.cli.views.findings_text import width
from jatsx.cli.views.words import (
    article_count,
    article_name,
    error_count,
    validated_by,
    visible,
    warning_count,
    wrapped,
)
from jatsx.findings.finding import Level
from jatsx.findings.translation import gettext as _
from jatsx.pipeline.output import place_in
from jatsx.pipeline.output_folder import REPORT
from jatsx.pipeline.result import ArticleResult, RunResult

MOST_NAMED = 10
"""The largest number of blocked articles that are listed for a format."""
NO_BREAK = "\N{NO-BREAK SPACE}"


def show_summary(result: RunResult, out: Path | str | None) -> None:
    """Shows the counts, then a line for each format, then the output folder, if any."""
    errors, warnings = result.faults[Level.ERROR], result.faults[Level.WARNING]
    counts = _("{articles}: {errors}, {warnings}.").format(
        articles=article_count(result.number) if result.number else _("No articles"),
        errors=error_count(errors),
        warnings=warning_count(warnings),
    )
    click.echo(counts)
    if result.number:
        _show_formats(result, is_export=out is not None)
    if warnings:
        click.echo(_("Warnings do not block export, but please review them."))
    if out is not None:
        _show_former_files(result)
        click.echo(_("Output folder: {folder}").format(folder=out))
        report = place_in(out, REPORT)
        click.echo(_("Full report (results and omitted fields): {file}").format(file=report))


def _show_former_files(result: RunResult) -> None:
    """Shows what became of the files of a former export, if anything did."""
    for name in result.removed:
        text = _("Removed, because this export did not write it again: {file}")
        click.echo(text.format(file=visible(name)))
    for name, new in result.renamed.items():
        text = _("Changed by hand, so it was kept as {new}: {file}")
        click.echo(text.format(new=visible(new), file=visible(name)))
    for issue in result.parts:
        text = _(
            "Only a part of the issue {issue} was exported. New files are named for single"
            " articles, and files with other articles were kept."
        )
        click.echo(text.format(issue=visible(issue)))


def _show_formats(result: RunResult, *, is_export: bool) -> None:
    """Shows a line for each format; formats with the same text share a line."""
    formats: dict[str, list[str]] = {}
    for target in result.targets:
        formats.setdefault(_format_summary(result, target, is_export), []).append(target)
    names = {text: ", ".join(targets) for text, targets in formats.items()}
    column = max(map(len, names.values()), default=0)
    for text, name in names.items():
        line = f"  {name:{column}}   {text}"
        lines = wrapped(line, width(), hanging=" " * (column + 5))
        click.echo(lines.replace(NO_BREAK, " "))


def _format_summary(result: RunResult, target: str, is_export: bool) -> str:
    """How many articles a format gets, and which articles it does not get, with the reason."""
    blocked = [article for article in result.articles if not article.goes_out(target)]
    done = result.number - len(blocked)
    if is_export:
        text, rest = _("Exported: {number} of {total}."), _("Not exported: {articles}.")
    else:
        text, rest = _("Ready for export: {number} of {total}."), _("Blocked: {articles}.")
    text = text.format(number=done, total=result.number)
    schema = next(iter(result.registry.exporters[target].versions.values()))
    if not schema.is_file:
        text += " " + _("Documents: {validation}.").format(validation=validated_by(schema))
    if not blocked:
        return text
    return f"{text} {rest.format(articles=_listed_with_reasons(blocked, target))}"


def _listed_with_reasons(articles: Sequence[ArticleResult], target: str) -> str:
    """The names of articles, each with its reason. A reason that all share is given once."""
    reasons = [_reason(article, target) for article in articles]
    if set(reasons) == {_shared_reason()}:
        names = [article_name(article) for article in articles[:MOST_NAMED]]
        return f"{_listed(names, len(articles))} ({_shared_reason()})"
    pairs = zip(articles[:MOST_NAMED], reasons, strict=False)
    named = [f"{article_name(article)} ({reason})" for article, reason in pairs]
    return _listed([one.replace(" ", NO_BREAK) for one in named], len(articles))


def _listed(names: Sequence[str], total: int) -> str:
    listed, more = ", ".join(names), total - len(names)
    return _("{names} and {number} more").format(names=listed, number=more) if more else listed


def _reason(article: ArticleResult, target: str) -> str:
    """Why an article is blocked: its status, its own errors, or those of its issue or journal."""
    if article.held_back:
        return _("status: {status}").format(status=article.held_back)
    own = sum(1 for finding in article.findings if finding.blocks(target))
    return error_count(own) if own else _shared_reason()


def _shared_reason() -> str:
    return _("error in the issue or journal")
