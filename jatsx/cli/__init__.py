"""The command line: verbs, exit codes, colours."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from jatsx import __version__

EXIT_CODES = """\b
Exit codes:
  0  done
  1  some document was refused, or some input couldn't be read
  2  wrong usage, or nothing at all could be read
  3  a plugin failed
"""

VERBS = {
    "init": "Make a new issue folder, commented, ready to fill in.",
    "check": "Read articles and check them by the rules; export nothing.",
    "export": "Make valid documents of articles.",
    "convert": "Turn anything readable into an issue folder to edit.",
    "validate": "Validate files of known formats, wherever they were made.",
    "rules": "List the rules: what each asks, its level, and the format that asks.",
    "explain": "Explain a code that stands behind a finding.",
    "plugins": "List readers, formats and rules, and where they come from.",
    "plugin": "Begin a plugin of your own.",
    "schema": "Print the JSON Schema of the input, for editors.",
}
"""The verbs and what each does, in the order of the help."""


class _Verbs(click.Group):
    """Loads a verb when it is asked for, so that --help and --version are quick."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Runs a command. An output that can't be written is said, and no traceback is shown."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().main(*args, **extra)
        except OSError as error:
            name = error.filename or "The output can't be written"
            with suppress(OSError):
                click.echo(f"Error: {name}: {error.strerror or error}", err=True)
            _abandon_output()
            sys.exit(2)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in VERBS:
            return None
        command = import_module(f"jatsx.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


@click.group(
    cls=_Verbs, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="jatsx")
@click.pass_context
def main(context: click.Context) -> None:
    """Describe a journal issue once, in every language it prints; deposit it everywhere.

    \b
    Examples:
      jatsx init 2024-2                       a new issue folder
      jatsx check 2024-2                      is anything wrong with it?
      jatsx export 2024-2                     JATS, Crossref and DOAJ files in out/
      jatsx export 2024-2 --to crossref       one format only
      jatsx validate deposit.xml              a file made elsewhere
    """
    gc.set_threshold(100_000, 10, 10)  # an export builds trees: collecting early finds nothing
    context.color = _wants_colour()


def _wants_colour() -> bool | None:
    """Whether the environment wants colours (https://no-color.org, https://force-color.org); None
    where it says nothing, and a terminal gets them."""
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def _abandon_output() -> None:
    """Lets nothing that is still to be written fail again when Python ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
