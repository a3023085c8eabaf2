"""``jatsx plugins``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from jatsx.formats import Exporter
    from jatsx.registry import Plugin


@click.command("plugins")
def command() -> None:
    """List readers, formats and rules, and where they come from; the broken plugins too.

    \b
    Example:
      jatsx plugins
    """
    from jatsx.registry import load_registry

    registry = load_registry()
    for plugin in registry.plugins:
        click.echo(
            click.style(plugin.name, bold=True) + f"  {plugin.distribution} {plugin.version}"
        )
        _show(plugin)
    broken = [plugin for plugin in registry.plugins if plugin.fault]
    if broken:
        click.get_current_context().exit(3)


def _show(plugin: Plugin) -> None:
    if plugin.fault:
        click.echo(f"  broken: {plugin.fault}")
    for reader in plugin.readers:
        click.echo(f"  reads   {reader.name:12} {reader.title}")
    for exporter in plugin.exporters:
        _show_exporter(exporter)
    if plugin.rules:
        click.echo(f"  rules   {len(plugin.rules)}")


def _show_exporter(exporter: Exporter) -> None:
    from jatsx.pipeline.options import known_options

    default = "" if exporter.default else "  (only when asked for)"
    click.echo(f"  writes  {exporter.name:12} {exporter.title}{default}")
    for version, schema in exporter.versions.items():
        click.echo(f"          {version:12} schema: {schema.name}")
    for option in known_options(exporter):
        notes = [option.help]
        if option.choices:
            notes.append(f"one of {', '.join(option.choices)}")
        if option.default:
            notes.append(f"by default {option.default}")
        if option.required:
            notes.append("required")
        click.echo(f"          {exporter.name}.{option.name}: {'; '.join(notes)}")
