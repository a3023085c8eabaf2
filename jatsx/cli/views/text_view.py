"""Findings for a person: article by article, then what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatsx.cli.views.findings_text import FindingsText
from jatsx.cli.views.groups import groups
from jatsx.cli.views.losses_text import show_losses
from jatsx.cli.views.summary_text import show_summary
from jatsx.cli.views.words import visible

if TYPE_CHECKING:
    from jatsx.pipeline import Validated
    from jatsx.pipeline.result import Result
    from jatsx.plugin.registry import Registry


def show(result: Result, registry: Registry, out: Path | None) -> None:
    """Shows findings, losses and a summary."""
    found = list(groups(result))
    text = FindingsText(registry.sentences, (one for group in found for one in group.findings))
    for group in found:
        click.secho(group.heading, bold=True)
        text.show(group.findings)
    if out is not None:
        show_losses(result)
        click.echo()
    show_summary(result, out)


def show_validated(results: Sequence[Validated], registry: Registry) -> None:
    """Shows for each file what it is and what is wrong with it."""
    found = (finding for result in results for finding in result.findings)
    text = FindingsText(registry.sentences, found)
    for result in results:
        if result.format is not None:
            title = registry.exporters[result.format].title
            verdict = "valid" if result.is_valid else "refused"
            name = visible(str(result.path))
            click.echo(f"{name}: {verdict}: {title} {result.version}".rstrip())
        text.show(result.findings)
