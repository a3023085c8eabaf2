"""The command line: commands, exit codes, colours."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from jatsx import __version__
from jatsx.cli.click_words import translate_click
from jatsx.cli.ending import (
    closed_pipe_raised,
    ended_with_exit_code,
    exit_codes_help,
    open_standard_streams,
    termination_raised,
)
from jatsx.cli.language import chosen_language, system_language, translated
from jatsx.findings.translation import N_, in_language
from jatsx.findings.translation import gettext as _

VERBS = {
    "init": N_("Create a new issue folder with sample files."),
    "check": N_("Check articles without exporting them."),
    "export": N_("Check articles and write a validated file for each format."),
    "deposit": N_("Send articles to an agency, and say what became of each."),
    "status": N_("Show what was sent to agencies, and what became of it."),
    "compare": N_("Compare articles with what an agency has registered."),
    "convert": N_("Convert articles to an issue folder that you can edit."),
    "draft": N_("Make an issue folder from the printed issue, with its doubts marked."),
    "validate": N_("Validate files against the schemas of their formats."),
    "desk": N_("Open an issue in the browser."),
    "rules": N_("List the rules: what each one checks, its level and its format."),
    "explain": N_("Explain a finding's code."),
    "plugins": N_("List the installed plugins with their readers, formats and rules."),
    "plugin": N_("Create a plugin."),
    "schema": N_("Print the JSON Schema of the input files, for editors."),
}
"""The commands with their short help, in the order in which they are listed."""


class _Verbs(click.Group):
    """Loads a command only when it is used, so that --help and --version are fast."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Runs a command and ends the process with its exit code, never with a traceback."""
        open_standard_streams()
        translate_click()
        arguments = args[0] if args and args[0] is not None else extra.get("args")
        asked = chosen_language(sys.argv[1:] if arguments is None else arguments)
        with in_language(asked or system_language(), machine=asked):
            translated(self).run(*args, **extra)

    def run(self, *args: Any, **extra: Any) -> Any:
        """Runs a command in the reader's language."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                is_code_page = stream.encoding.lower().startswith("cp")  # of Windows
                encoding = "utf-8" if is_code_page else None
                stream.reconfigure(encoding=encoding, errors="backslashreplace")
        with ended_with_exit_code(), termination_raised():
            code = super().main(*args, **{**extra, "standalone_mode": False})
        sys.exit(code)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Reads the arguments. Shows the help, if they ask for it."""
        with closed_pipe_raised():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command of the arguments."""
        with closed_pipe_raised():
            return super().invoke(ctx)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Shows the exit codes."""
        self.epilog = exit_codes_help()
        super().format_epilog(ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in VERBS:
            return None
        command = import_module(f"jatsx.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return translated(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(text)) for name, text in VERBS.items()])


def _show_version(context: click.Context, parameter: click.Parameter, is_asked: bool) -> None:  # noqa: ARG001
    """Prints the version and ends the command. ``--verbose`` is eager, so it is known already."""
    if not is_asked or context.resilient_parsing:
        return
    if context.params["verbose"]:
        from jatsx.cli.support import support_text

        click.echo(support_text(), nl=False)
    else:
        words = {"prog": "jatsx", "version": __version__}
        click.echo(_("%(prog)s, version %(version)s") % words)
    context.exit()


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version. With --verbose: all that a helper needs to know.",
)
@click.option("--verbose", is_flag=True, is_eager=True, help="With --version: show more.")
@click.pass_context
def main(context: click.Context, verbose: bool) -> None:
    """Describe a journal issue once, in all its languages, and export it to JATS, Crossref, DOAJ
    and other formats.

    \b
    Examples:
      jatsx init 2024-2                     create an issue folder
      jatsx check 2024-2                    find errors in it
      jatsx export 2024-2                   write JATS, Crossref and DOAJ files to out/
      jatsx export 2024-2 --to crossref     write only one format
      jatsx validate deposit.xml            validate a file from another program
    """
    if verbose:
        raise click.UsageError(_("Write `--verbose` after a command: `jatsx check --verbose`."))
    gc.set_threshold(100_000, 10, 10)  # an export builds trees: collecting early frees nothing
    context.color = _wants_colour()


def _wants_colour() -> bool | None:
    """Whether the environment asks for colours (https://no-color.org, https://force-color.org).

    None if it does not: then only a terminal gets colours.
    """
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None
