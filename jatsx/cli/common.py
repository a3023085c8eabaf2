"""What the commands share: arguments, options, errors and the end of a command."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stdout
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar, cast

import click

from jatsx.cli.views import VIEWS
from jatsx.findings.exit_codes import ExitCode
from jatsx.findings.translation import gettext as _
from jatsx.standards.addresses import is_web_address
from jatsx.standards.vocabularies import UNPUBLISHED

if TYPE_CHECKING:
    from jatsx.library.session import Session
    from jatsx.pipeline.options import Settings
    from jatsx.pipeline.run import Progress

Command = TypeVar("Command", bound=Callable[..., Any])


class SourceType(click.Path):
    """A path, or a web address, which is a text."""

    def convert(
        self, value: Any, parameter: click.Parameter | None, context: click.Context | None
    ) -> Any:
        if is_web_address(value):
            return value
        return super().convert(value, parameter, context)


source_type = SourceType(path_type=Path)
"""The type of arguments that are read."""

paths_argument = click.argument("paths", metavar="[PATH]...", nargs=-1, type=source_type)
"""The input. Without it, this folder; see :func:`paths_or_here`."""


LONG_WORK: Final = 20
"""The number of articles from which a progress bar is shown."""


def paths_or_here(paths: tuple[Path | str, ...]) -> tuple[Path | str, ...]:
    """The given paths; without any, the working folder."""
    return paths or (Path(),)


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
    help="An option of a format or a reader; overrides journal.yaml. See jatsx plugins.",
)
include_option = click.option(
    "--include",
    "included",
    metavar="STATUS",
    multiple=True,
    type=click.Choice([*UNPUBLISHED, "unpublished"]),
    help="Also take articles with this status: scheduled, declined, withdrawn or unpublished (all"
    " three). Repeat the option for more. Without it: published articles only.",
)
from_option = click.option(
    "--from",
    "reader",
    metavar="READER",
    help="The reader of the input. Without it, the type of the input is recognised. See jatsx"
    " plugins.",
)
journal_option = click.option(
    "--journal",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A journal.yaml file, for input that does not describe its journal.",
)


def input_options(command: Command) -> Command:
    """Adds the options of commands that read and check: --set, --include, --journal and --from."""
    return set_option(include_option(journal_option(from_option(command))))


_format_option = click.option(
    "--format",
    "view",
    type=click.Choice(list(VIEWS)),
    default="text",
    show_default=True,
    help="How results are shown: text for people, the others for programs and CI.",
)


def _show_everything(context: click.Context, __: click.Parameter, value: bool) -> None:
    from jatsx.findings.verbosity import verbose

    context.with_resource(verbose(on=value))


_verbose_option = click.option(
    "--verbose",
    is_flag=True,
    expose_value=False,
    callback=_show_everything,
    help="Show every finding, also if many are alike, every field that is not included, and the"
    " code points of characters.",
)


def format_option(command: Command) -> Command:
    """Adds the options of every command that shows findings: --format and --verbose."""
    return _format_option(_verbose_option(command))


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
    """Adds the options of every command that uses plugins. Wrong arguments are wrong usage."""
    return _disable_option(_debug_option(with_usage_errors(command)))


def with_usage_errors(command: Command) -> Command:
    """The command, with wrong arguments of the library's functions as wrong usage."""

    @wraps(command)
    def called(*args: Any, **values: Any) -> Any:
        try:
            return command(*args, **values)
        except ValueError as error:
            from jatsx.library.arguments import WrongArgument

            if isinstance(error, WrongArgument):
                raise click.UsageError(str(error)) from None
            raise

    return cast("Command", called)


def opened_session(
    disabled: Iterable[str], *, debug: bool, targets: Collection[str] | None = None
) -> Session:
    """Loads the installed plugins, except the disabled ones, with the rules of some formats.

    Args:
        disabled: the names of the plugins that are not loaded.
        debug: whether tracebacks of plugins are shown.
        targets: the formats whose rules are loaded. None: all formats. Empty: the default formats.

    Raises:
        WrongArgument: a disabled plugin is not installed, or is the core itself.
    """
    from jatsx.findings.plugin_errors import show_tracebacks
    from jatsx.library.session import Session

    if debug:
        show_tracebacks()
    with plugin_output_on_stderr():
        return Session(tuple(disabled), formats=targets)


@contextmanager
def plugin_output_on_stderr() -> Iterator[None]:
    """What plugins print goes to standard error: standard output is for the result."""
    with redirect_stdout(sys.stderr):
        yield


@contextmanager
def progress_shown(label: str) -> Iterator[Progress | None]:
    """A function that shows a progress bar on long work, if the command runs in a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    with ExitStack() as opened:
        bars: list[Any] = []

        def progress(done: int, steps: int) -> None:
            if steps < LONG_WORK:
                return
            if not bars:
                bar = click.progressbar(length=steps, label=label, file=sys.stderr)
                bars.append(opened.enter_context(bar))
            bars[0].update(done - bars[0].pos)

        yield progress


def read_settings(settings: Iterable[str]) -> Settings:
    """The options that are set with ``--set``, by format or reader.

    Raises:
        click.UsageError: the form is wrong.
    """
    read: dict[str, dict[str, str]] = {}
    for setting in settings:
        left, equals, value = setting.partition("=")
        name, dot, option = left.partition(".")
        if not equals or not dot:
            message = _("Expected FORMAT.OPTION=VALUE after --set, but found {setting}.")
            raise click.UsageError(message.format(setting=setting))
        read.setdefault(name, {})[option] = value
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
