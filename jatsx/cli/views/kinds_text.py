"""A line for each kind of finding: its level, how many there are, its code and the first place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import click

from jatsx.cli.views.findings_text import COLOURS, width
from jatsx.cli.views.folding import FindingKind, kinds
from jatsx.cli.views.words import visible
from jatsx.findings.finding import Finding
from jatsx.findings.level_names import level_name, with_format
from jatsx.findings.translation import ngettext

MOST_KINDS: Final = 5
"""The largest number of kinds that are shown."""


def show_kinds(findings: Iterable[Finding]) -> None:
    """Shows a line for each kind of finding, errors first. If there are many kinds, only some
    are shown."""
    every = kinds(findings)
    found = dict(list(every.items())[:MOST_KINDS])
    rows = [(_level(kind), str(len(same)), kind.code) for kind, same in found.items()]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for (level, number, code), (kind, same) in zip(rows, found.items(), strict=True):
        name = click.style(f"{level:{widths[0]}}", fg=COLOURS[kind.level], bold=True)
        place = _end(visible(str(same[0].place or "")), width() - sum(widths) - 8)
        row = f"  {name}  {number:>{widths[1]}}  {code:{widths[2]}}  {place}"
        click.echo(row.rstrip())
    if more := len(every) - len(found):
        text = ngettext("and {number} more kind", "and {number} more kinds", more)
        click.echo("  " + text.format(number=more))


def _level(kind: FindingKind) -> str:
    return with_format(level_name(kind.level), kind.target)


def _end(place: str, columns: int) -> str:
    """A place; only its end if there is not enough room."""
    return place if len(place) <= columns else f"…{place[1 - max(columns, 2) :]}"
