"""What verbs share: arguments, and how they end."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from jatsx.cli.views import VIEWS

if TYPE_CHECKING:
    from jatsx.pipeline.options import Settings
    from jatsx.plugin.registry import Registry

Command = TypeVar("Command", bound=Callable[..., Any])

paths_argument = click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
to_option = click.option(
    "--to",
    "targets",
    metavar="FORMAT",
    multiple=True,
    help="A format; may be given more than once. Without it: all that are on by default.",
)
set_option = click.option(
    "--set",
    "settings",
    metavar="FORMAT.OPTION=VALUE",
    multiple=True,
    help="An option of a format, over what journal.yaml says; see jatsx plugins.",
)
journal_option = click.option(
    "--journal",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A journal.yaml, for sources that don't say which journal they are of.",
)
format_option = click.option(
    "--format",
    "view",
    type=click.Choice(list(VIEWS)),
    default="text",
    show_default=True,
    help="How findings are shown: to a person (text), to a program, to CI.",
)
_disable_option = click.option(
    "--disable",
    "disabled",
    metavar="PLUGIN",
    multiple=True,
    help="A plugin to do without; may be given more than once. See jatsx plugins.",
)
_debug_option = click.option(
    "--debug", is_flag=True, help="Show the traceback of each plugin that fails, for its authors."
)


def plugin_options(command: Command) -> Command:
    """The options of every verb that asks plugins."""
    return _disable_option(_debug_option(command))


def opened_registry(
    disabled: Iterable[str], *, debug: bool, targets: Collection[str] | None = None
) -> Registry:
    """The installed plugins but the disabled ones, with the rules of the formats asked for.

    Where ``targets`` is None, the rules of all formats are there; where it is empty, those of the
    formats that are on by default.

    Raises:
        click.UsageError: one to be disabled isn't there, or is the core itself.
    """
    from jatsx.findings.plugin_errors import show_tracebacks
    from jatsx.plugin.registry import load_registry

    if debug:
        show_tracebacks()
    unwanted = tuple(disabled)
    registry = load_registry(disabled=unwanted, targets=targets)
    names = [plugin.name for plugin in registry.plugins[1:]]
    for name in unwanted:
        if name not in names:
            known = ", ".join(names) or "none"
            raise click.UsageError(f"There is no plugin {name} to disable. Plugins: {known}.")
    return registry


def chosen_targets(targets: Iterable[str], registry: Registry) -> tuple[str, ...]:
    """The formats asked for, each once; the default ones where none is.

    Raises:
        click.UsageError: no plugin offers one of them.
    """
    from jatsx.plugin.registry import default_formats

    chosen = tuple(dict.fromkeys(targets))
    for target in chosen:
        if target not in registry.exporters:
            known = ", ".join(registry.exporters) or "none"
            absent = registry.absent(target)
            said = f"There is no format {target}. Formats: {known}. {absent}"
            raise click.UsageError(said.rstrip())
    return chosen or default_formats(registry.exporters.values())


def read_settings(settings: Iterable[str], registry: Registry) -> Settings:
    """The options that ``--set`` gives, by format.

    Raises:
        click.UsageError: one isn't of the form, or no such format or option exists.
    """
    from jatsx.pipeline.options import known_options, value_fault

    read: dict[str, dict[str, str]] = {}
    for setting in settings:
        left, equals, value = setting.partition("=")
        target, dot, option = left.partition(".")
        if not equals or not dot:
            raise click.UsageError(f"--set takes FORMAT.OPTION=VALUE, not {setting}.")
        (target,) = chosen_targets([target], registry)
        options = {one.name: one for one in known_options(registry.exporters[target])}
        known = list(options)
        if option not in known:
            raise click.UsageError(
                f"The format {target} has no option {option}. Options: {', '.join(known)}."
            )
        fault = value_fault(options[option], value) if value else None
        if fault == "format-option-choice":
            choices = ", ".join(options[option].choices)
            raise click.UsageError(f"{target}.{option} is one of: {choices}.")
        if fault:
            raise click.UsageError(
                f"{target}.{option} is the tag of a language, such as kk, ru or en, and {value} is"
                " none."
            )
        read.setdefault(target, {})[option] = value
    return read


def stop(exit_code: int) -> NoReturn:
    """Ends the command."""
    click.get_current_context().exit(exit_code)


class CannotGoOn(click.ClickException):
    """Something that no finding can tell: a folder that can't be written, say."""

    exit_code = 2
