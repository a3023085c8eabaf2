"""Findings for people: the message, the line with carets under the value, and the hint."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence

import click

from jatsx.cli.views.folding import folded, line_numbers
from jatsx.cli.views.snippet import Snippet, snippet
from jatsx.cli.views.source_lines import SourceLines
from jatsx.cli.views.words import visible
from jatsx.findings.finding import Finding, Level
from jatsx.findings.level_names import level_name, with_format
from jatsx.findings.sentences import Sentences
from jatsx.findings.translation import gettext as _

COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.LOST: "blue"}
WIDTH = 100
"""The maximum number of columns."""
INDENT = "    "


def width() -> int:
    """The width of the terminal, from 40 to 100 columns."""
    return max(40, min(WIDTH, shutil.get_terminal_size((WIDTH, 0)).columns))


class FindingsText:
    """Shows findings. ``findings`` are all the findings that will be shown."""

    def __init__(self, sentences: Sentences, findings: Iterable[Finding]) -> None:
        self._sentences = sentences
        self._lines = SourceLines(finding.place for finding in findings)
        self._width = width()

    def show(self, findings: Iterable[Finding]) -> None:
        """Shows the findings of one group. If many have the same code, only some are shown."""
        for finding, similar in folded(findings):
            self._show(finding)
            self._show_similar(similar)
            click.echo()

    def _show(self, finding: Finding) -> None:
        level = click.style(level_name(finding.level), fg=COLOURS[finding.level], bold=True)
        place = f"{visible(str(finding.place))}: " if finding.place else ""
        sentence = visible(self._sentences.sentence(finding))
        code = click.style(f"[{finding.code}]", dim=True)
        click.echo(f"  {place}{with_format(level, finding.target)}: {sentence}  {code}")
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

    def _show_similar(self, findings: Sequence[Finding]) -> None:
        """Shows how many similar findings there are, and in which lines."""
        if findings:
            text = _("Similar findings not shown: {number}.").format(number=len(findings))
            if lines := line_numbers(findings):
                text += " " + _("Lines: {lines}.").format(lines=lines)
            click.echo(f"{INDENT}{text}")


def _snippet(finding: Finding, line: str, columns: int) -> Snippet | None:
    """The line with carets; None if the file has changed and the column does not exist."""
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
