"""``jatsx plugins``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jatsx.cli.common import opened_registry, plugin_options, stop

if TYPE_CHECKING:
    from jatsx.plugin.exporter import Exporter
    from jatsx.plugin.registry import Plugin


@click.command("plugins")
@plugin_options
def command(disabled: tuple[str, ...], debug: bool) -> None:
    """List readers, formats and rules, and where they come from; the broken plugins too.

    A plugin is missing where it was removed, and what names it was left.

    \b
    Examples:
      jatsx plugins
      jatsx plugins --debug       with the traceback of a broken one
    """
    registry = opened_registry(disabled, debug=debug)
    for plugin in registry.plugins:
        click.echo(
            click.style(plugin.name, bold=True) + f"  {plugin.distribution} {plugin.version}"
        )
        _show(plugin)
    for finding in registry.findings:
        if finding.code != "plugin-broken":
            click.echo(f"{registry.sentences.sentence(finding)}")
    stop(3 if registry.findings else 0)


def _show(plugin: Plugin) -> None:
    if plugin.state:
        click.echo(f"  {plugin.state}")
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
        if option.kind == "language":
            notes.append("a language tag")
        if option.choices:
            notes.append(f"one of {', '.join(option.choices)}")
        if option.default:
            notes.append(f"by default {option.default}")
        if option.required:
            notes.append("required")
        click.echo(f"          {exporter.name}.{option.name}: {'; '.join(notes)}")
