"""What the commands share: arguments, options, errors and the end of a command."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

import click

from jatsx.cli.views import VIEWS
from jatsx.findings.exit_codes import ExitCode
from jatsx.findings.translation import gettext as _
from jatsx.standards.vocabularies import UNPUBLISHED

if TYPE_CHECKING:
    from jatsx.pipeline.options import Settings
    from jatsx.plugin.registry import Registry

Command = TypeVar("Command", bound=Callable[..., Any])

ALL_UNPUBLISHED: Final = "unpublished"
"""What ``--include`` calls all statuses of unpublished articles."""

NONE: Final = "–"
"""Shown in place of an empty list of names."""

paths_argument = click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
to_option = click.option(
    "--to",
    "targets",
    metavar="FORMAT",
    multiple=True,
    help="A format; repeat the option for more formats. Without it: all default formats.",
)
set_option = click.option(
    "--set",
    "settings",
    metavar="FORMAT.OPTION=VALUE",
    multiple=True,
    help="An option of a format; overrides journal.yaml. See jatsx plugins.",
)
include_option = click.option(
    "--include",
    "included",
    metavar="STATUS",
    multiple=True,
    type=click.Choice([*UNPUBLISHED, ALL_UNPUBLISHED]),
    help="Also take articles with this status: scheduled, declined, withdrawn or unpublished (all"
    " three). Repeat the option for more. Without it: published articles only.",
)
journal_option = click.option(
    "--journal",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A journal.yaml file, for input that does not describe its journal.",
)
format_option = click.option(
    "--format",
    "view",
    type=click.Choice(list(VIEWS)),
    default="text",
    show_default=True,
    help="How results are shown: text for people, the others for programs and CI.",
)
_disable_option = click.option(
    "--disable",
    "disabled",
    metavar="PLUGIN",
    multiple=True,
    help="Disable a plugin; repeat the option for more plugins. See jatsx plugins.",
)
_debug_option = click.option(
    "--debug", is_flag=True, help="Show the traceback of a plugin that fails (for developers)."
)


def plugin_options(command: Command) -> Command:
    """Adds the options of every command that uses plugins."""
    return _disable_option(_debug_option(command))


def opened_registry(
    disabled: Iterable[str], *, debug: bool, targets: Collection[str] | None = None
) -> Registry:
    """Loads the installed plugins, except the disabled ones, with the rules of some formats.

    Args:
        disabled: the names of the plugins that are not loaded.
        debug: whether tracebacks of plugins are shown.
        targets: the formats whose rules are loaded. None: all formats. Empty: the default formats.

    Raises:
        click.UsageError: a disabled plugin is not installed, or is the core itself.
    """
    from jatsx.findings.plugin_errors import show_tracebacks
    from jatsx.plugin.registry import load_registry

    if debug:
        show_tracebacks()
    disabled = tuple(disabled)
    registry = load_registry(disabled=disabled, targets=targets)
    names = [plugin.name for plugin in registry.plugins[1:]]
    for name in disabled:
        if name not in names:
            message = _("“{plugin}” is not a plugin that can be disabled. Plugins: {plugins}.")
            raise click.UsageError(message.format(plugin=name, plugins=", ".join(names) or NONE))
    return registry


def chosen_targets(targets: Iterable[str], registry: Registry) -> tuple[str, ...]:
    """The chosen formats, without duplicates; the default formats if none is chosen.

    Raises:
        click.UsageError: a format is not provided by any plugin.
    """
    from jatsx.plugin.registry import default_formats

    chosen = tuple(dict.fromkeys(targets))
    for target in chosen:
        if target not in registry.exporters:
            message = _("“{format}” is not a known format. Formats: {formats}.").format(
                format=target, formats=", ".join(registry.exporters) or NONE
            )
            raise click.UsageError(f"{message} {registry.absent(target)}".rstrip())
    return chosen or default_formats(registry.exporters.values())


def included_statuses(included: Collection[str]) -> tuple[str, ...]:
    """The statuses of unpublished articles that ``--include`` asks for."""
    return UNPUBLISHED if ALL_UNPUBLISHED in included else tuple(included)


def read_settings(settings: Iterable[str], registry: Registry) -> Settings:
    """The options that are set with ``--set``, by format.

    Raises:
        click.UsageError: the form is wrong, the format or option is unknown, or the value is
            invalid.
    """
    from jatsx.pipeline.options import known_options, value_fault

    read: dict[str, dict[str, str]] = {}
    for setting in settings:
        left, equals, value = setting.partition("=")
        target, dot, option = left.partition(".")
        if not equals or not dot:
            message = _("Expected FORMAT.OPTION=VALUE after --set, but found {setting}.")
            raise click.UsageError(message.format(setting=setting))
        (target,) = chosen_targets([target], registry)
        options = {one.name: one for one in known_options(registry.exporters[target])}
        if option not in options:
            message = _("The format {format} has no option “{option}”. Options: {options}.")
            raise click.UsageError(
                message.format(format=target, option=option, options=", ".join(options) or NONE)
            )
        fault = value_fault(options[option], value) if value else None
        if fault == "format-option-choice":
            message = _("{value} is not a valid value of {option}. Choose one of: {choices}.")
            choices = ", ".join(options[option].choices)
            raise click.UsageError(message.format(value=value, option=left, choices=choices))
        if fault:
            message = _("{value} is not a valid language tag for {option}. Examples: kk, ru, en.")
            raise click.UsageError(message.format(value=value, option=left))
        read.setdefault(target, {})[option] = value
    return read


def stop(exit_code: int) -> NoReturn:
    """Ends the command."""
    click.get_current_context().exit(exit_code)


class CannotGoOn(click.ClickException):
    """The command cannot work with what it was given, for example a folder that is not empty."""

    exit_code = ExitCode.USAGE


class CannotWrite(CannotGoOn):
    """The output folder cannot be written: it is locked, or contains a link."""

    exit_code = ExitCode.SURROUNDINGS


class WorkerKilled(CannotGoOn):
    """A worker process was killed."""

    exit_code = ExitCode.SURROUNDINGS
