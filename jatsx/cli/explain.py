"""``jatsx explain``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jatsx.cli.views.findings_text import width
from jatsx.cli.views.rule_page import STEP, message_page, nearest, rule_page

if TYPE_CHECKING:
    from jatsx.plugin.registry import Registry


@click.command("explain")
@click.argument("codes", metavar="CODE...", nargs=-1, required=True)
def command(codes: tuple[str, ...]) -> None:
    """Explain what a code means: what is asked, why, and how to change its level.

    CODE stands in brackets behind each finding: [contributor-orcid-checksum].

    \b
    Examples:
      jatsx explain contributor-orcid-checksum
      jatsx explain document-value-long pages-last-order
    """
    from jatsx.plugin.registry import load_registry

    registry = load_registry()
    names = [code.strip("[]") for code in codes]
    known = _known(registry)
    for name in names:
        if name not in known:
            raise click.UsageError(f"There is no code {name}. {nearest(name, known)}")
    for n, name in enumerate(names):
        if n:
            click.echo()
        _show(name, registry)


def _known(registry: Registry) -> list[str]:
    """Every code that a finding can have."""
    from jatsx.findings.messages import MESSAGES

    brought = [code for reader in registry.readers.values() for code in reader.messages]
    return [*registry.rules, *MESSAGES, *brought]


def _show(code: str, registry: Registry) -> None:

    rule = registry.rules.get(code)
    page = rule_page(rule, registry) if rule else message_page(code, registry)
    click.secho(code, bold=True)
    for paragraph in page:
        click.echo()
        is_apart = paragraph.startswith(STEP)
        click.echo(paragraph if is_apart else click.wrap_text(paragraph, width()))
