"""``jatsx plugins``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from jatsx.cli.common import opened_session, plugin_options, stop
from jatsx.cli.views.words import validated_by
from jatsx.findings.exit_codes import ExitCode
from jatsx.findings.translation import gettext as _

if TYPE_CHECKING:
    from jatsx.model.option import Option
    from jatsx.plugin.exporter import Exporter
    from jatsx.plugin.registry import Plugin


@click.command("plugins")
@plugin_options
def command(disabled: tuple[str, ...], debug: bool) -> None:
    """List the installed plugins with their readers, formats and rules.

    Disabled, broken and missing plugins are listed too. A plugin is missing if its entry point is
    still installed but its module is not.

    \b
    Examples:
      jatsx plugins
      jatsx plugins --debug       show the traceback of a broken plugin
    """
    registry = opened_session(disabled, debug=debug).registry
    for plugin in registry.plugins:
        click.echo(
            click.style(plugin.name, bold=True) + f"  {plugin.distribution} {plugin.version}"
        )
        _show(plugin)
    for finding in registry.findings:
        if finding.code != "plugin-broken":
            click.echo(registry.sentences.sentence(finding))
            click.echo(registry.sentences.hint(finding))
    stop(ExitCode.PLUGIN if registry.findings else ExitCode.SUCCESS)


def _show(plugin: Plugin) -> None:
    if plugin.state:
        click.echo(f"  {plugin.state}")
    for reader in plugin.readers:
        click.echo(_row(_("reads"), f"{reader.name:12} {_(reader.title)}"))
        _show_options(reader.name, reader.options)
    for exporter in plugin.exporters:
        _show_exporter(exporter)
    for agency in plugin.agencies:
        title = f"{agency.name:12} {_(agency.title)}"
        click.echo(_row(_("sends to"), title))
        _show_options(agency.name, agency.options)
    if plugin.rules:
        click.echo(_row(_("rules"), f"{len(plugin.rules)}"))


def _show_exporter(exporter: Exporter) -> None:
    from jatsx.pipeline.options import known_options

    title = _(exporter.title)
    if not exporter.default:
        title += "  " + _("(only with --to {format})").format(format=exporter.name)
    click.echo(_row(_("writes"), f"{exporter.name:12} {title}"))
    for version, schema in exporter.versions.items():
        click.echo(_row("", f"{version:12} {validated_by(schema)}"))
    _show_options(exporter.name, known_options(exporter))


def _show_options(name: str, options: Iterable[Option]) -> None:
    for option in options:
        notes = "; ".join(_option_notes(option))
        click.echo(_row("", f"{name}.{option.name}: {notes}"))


def _option_notes(option: Option) -> Iterator[str]:
    """What an option is, and the values that it allows."""
    if option.help:
        yield _(option.help)
    if option.kind == "language":
        yield _("a language tag")
    if option.choices:
        yield _("one of: {choices}").format(choices=", ".join(option.choices))
    if option.default:
        default = option.default if option.default in option.choices else _(option.default)
        yield _("default: {value}").format(value=default)
    if option.required:
        yield _("required")


def _row(label: str, text: str) -> str:
    return f"  {label:7} {text}"
