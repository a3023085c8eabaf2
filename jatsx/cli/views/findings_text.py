"""A finding as a person reads it: what is wrong, the line with carets under it, what to do."""

from __future__ import annotations

import shutil
from collections.abc import Iterable

import click

from jatsx.cli.views.folding import FoldedFindings, folded, lines_of
from jatsx.cli.views.snippet import Snippet, snippet
from jatsx.cli.views.source_lines import SourceLines
from jatsx.cli.views.words import visible
from jatsx.findings.finding import Finding, Level
from jatsx.findings.messages import Sentences

COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.LOST: "blue"}
WIDTH = 100
"""How many columns are used, where the terminal has as many."""
INDENT = "    "


def width() -> int:
    """How wide the screen is, within reason."""
    return max(40, min(WIDTH, shutil.get_terminal_size((WIDTH, 0)).columns))


class FindingsText:
    """Shows findings; ``findings`` are all that it will be asked to show."""

    def __init__(self, sentences: Sentences, findings: Iterable[Finding]) -> None:
        self._sentences = sentences
        self._lines = SourceLines(finding.place for finding in findings)
        self._width = width()

    def show(self, findings: Iterable[Finding]) -> None:
        """Shows findings of one thing, many of one kind folded."""
        for told in folded(findings):
            self._show(told.finding)
            self._show_alike(told)
            click.echo()

    def _show(self, finding: Finding) -> None:
        level = click.style(finding.level.value, fg=COLOURS[finding.level], bold=True)
        target = f" for {finding.target}" if finding.target else ""
        place = f"{visible(str(finding.place))}: " if finding.place else ""
        sentence = visible(self._sentences.sentence(finding))
        code = click.style(f"[{finding.code}]", dim=True)
        click.echo(f"  {place}{level}{target}: {sentence}  {code}")
        self._show_line(finding)
        if hint := visible(self._sentences.hint(finding)):
            click.echo(f"{INDENT}{hint}")

    def _show_line(self, finding: Finding) -> None:
        place = finding.place
        line = self._lines.line(place) if place and place.line else None
        if place is None or line is None:
            return
        gutter = f"{INDENT}{place.line} | "
        shown = _snippet(finding, line, self._width - len(gutter))
        if shown is None or not shown.line:
            return
        click.echo(click.style(gutter, dim=True) + shown.line)
        if shown.carets:
            margin = click.style(f"{' ' * (len(gutter) - 2)}| ", dim=True)
            carets = click.style(shown.carets.lstrip(), fg=COLOURS[finding.level], bold=True)
            click.echo(margin + " " * (len(shown.carets) - len(shown.carets.lstrip())) + carets)

    def _show_alike(self, told: FoldedFindings) -> None:
        if told.alike:
            lines = lines_of(told.alike)
            more = f"{INDENT}and {len(told.alike)} more like this" + (f": {lines}" if lines else "")
            click.echo(more)


def _snippet(finding: Finding, line: str, columns: int) -> Snippet | None:
    """The line with carets; None where the file has changed, so that no such column is there."""
    assert finding.place is not None
    column, end = finding.place.column, finding.place.end_column
    if column is None:
        start = line.find(finding.excerpt) if finding.excerpt else -1
        if start < 0:
            return snippet(line, None, None, columns)
        return snippet(line, start, start + len(finding.excerpt), columns)
    if column > len(line) + 1:
        return None
    return snippet(line, column - 1, None if end is None else end - 1, columns)
