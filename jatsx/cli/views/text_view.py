"""Results for people: the findings of each article, then a summary."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatsx.cli.views.findings_text import FindingsText
from jatsx.cli.views.groups import groups
from jatsx.cli.views.kinds_text import show_kinds
from jatsx.cli.views.losses_text import show_losses, show_lost_counts
from jatsx.cli.views.summary_text import show_summary
from jatsx.cli.views.words import visible
from jatsx.findings.translation import gettext as _

if TYPE_CHECKING:
    from jatsx.pipeline import Validated
    from jatsx.pipeline.result import RunResult
    from jatsx.plugin.registry import Registry


def show(result: RunResult, registry: Registry, out: Path | str | None) -> None:
    """Shows findings, then the fields that are not included, then a summary."""
    found = list(groups(result))
    text = FindingsText(registry.sentences, (one for group in found for one in group.findings))
    for group in found:
        click.secho(group.heading, bold=True)
        text.show(group.findings)
    if out is not None:
        show_losses(result)
        click.echo()
    show_summary(result, out)


def show_briefly(result: RunResult, out: Path | str | None) -> None:
    """Shows a line for each kind of finding, a line for the fields that are not included, and a
    summary."""
    findings = [one for group in groups(result) for one in group.findings]
    if findings:
        click.secho(_("Findings by kind (jatsx check shows each one):"), bold=True)
        show_kinds(findings)
    show_lost_counts(result)
    if findings or result.lost:
        click.echo()
    show_summary(result, out)


def show_validated(results: Sequence[Validated], registry: Registry) -> None:
    """Shows whether each file is valid, its format and its findings."""
    found = (finding for result in results for finding in result.findings)
    text = FindingsText(registry.sentences, found)
    for result in results:
        if result.format is not None:
            name = visible(str(result.path))
            title = visible(f"{_(result.title)} {result.version}".rstrip())
            click.echo(f"{name}: {_verdict(result)}: {title}")
        text.show(result.findings)


def _verdict(result: Validated) -> str:
    if not result.is_validated:
        return _("not validated")
    return _("valid") if result.is_valid else _("not valid")
