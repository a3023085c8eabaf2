"""``jatsx deposit``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatsx.cli.command_line import command_line
from jatsx.cli.common import (
    input_options,
    opened_session,
    paths_argument,
    paths_or_here,
    plugin_options,
    plugin_output_on_stderr,
    read_settings,
    stop,
)
from jatsx.cli.depositing import (
    ledger_option,
    prompted,
    result_option,
    secrets_given,
    secrets_option,
    server_option,
    watched,
)
from jatsx.findings.translation import gettext as _

if TYPE_CHECKING:
    from jatsx.deposit.result import DepositResult


@click.command("deposit")
@paths_argument
@click.option(
    "--to", "agency", metavar="AGENCY", required=True, help="The agency. See jatsx plugins."
)
@click.option("--test", is_flag=True, help="Send to the test system of the agency.")
@click.option("--dry-run", is_flag=True, help="Show what would be sent, and send nothing.")
@click.option("--yes", is_flag=True, help="Do not ask before sending.")
@click.option(
    "--no-wait", is_flag=True, help="Do not wait for the outcomes. See jatsx status --update."
)
@click.option(
    "--again",
    is_flag=True,
    help="Also send articles that the agency has unchanged, and those whose outcome is unknown"
    " after asking.",
)
@click.option(
    "--quiet", is_flag=True, help="Show only errors, warnings and what is not registered."
)
@result_option
@ledger_option
@secrets_option
@server_option
@input_options
@plugin_options
def command(
    paths: tuple[Path | str, ...],
    agency: str,
    test: bool,
    dry_run: bool,
    yes: bool,
    no_wait: bool,
    again: bool,
    quiet: bool,
    view: str,
    ledger: Path | None,
    secrets_fd: int | None,
    server: str | None,
    settings: tuple[str, ...],
    included: tuple[str, ...],
    journal: Path | None,
    reader: str | None,
    disabled: tuple[str, ...],
    debug: bool,
) -> None:
    """Send articles to an agency, and say what became of each.

    The articles are checked, exported and validated first. Articles with errors are not sent. What
    is sent is written to the ledger before it leaves, so nothing is sent twice: articles that the
    agency already has are left out, and after a crash the agency is asked.

    User names and passwords come from environment variables, from the keyring of the system, from
    --secrets-fd, or you are asked for them.

    \b
    Examples:
      jatsx deposit 2024-2 --to crossref --dry-run
      jatsx deposit 2024-2 --to crossref --test
      jatsx deposit 2024-2 --to crossref
      jatsx status 2024-2 --update
    """
    from jatsx.cli.views.deposit_text import show_deposit, show_step_after_deposit
    from jatsx.cli.views.json_view import show_result
    from jatsx.library.deposits import send

    credentials = secrets_given(secrets_fd)
    session = opened_session(disabled, debug=debug)
    with watched() as watch, plugin_output_on_stderr():
        result = send(
            paths_or_here(paths),
            agency,
            test=test,
            dry_run=dry_run,
            again=again,
            wait=not no_wait,
            ledger=ledger,
            credentials=credentials,
            prompt=prompted(),
            confirm=None if yes or test else _confirmed,
            server=server,
            settings=read_settings(settings),
            reader=reader,
            journal=journal,
            include=included,
            session=session,
            watch=watch,
        )
    if view == "json":
        show_result(result)
        stop(result.exit_code)
    show_deposit(result, is_quiet=quiet)
    if not quiet:
        flags = ["--test"] if test else []
        status, again_line = command_line("status", *flags), command_line("deposit", *flags)
        show_step_after_deposit(result, f"{status} --update", again_line, command_line("deposit"))
    stop(result.exit_code)


def _confirmed(going: DepositResult) -> bool:
    """Asks the person at the terminal whether to send.

    Raises:
        click.UsageError: there is no terminal.
    """
    from jatsx.cli.views.deposit_text import show_what_is_sent

    show_what_is_sent(going)
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.UsageError(_("Nothing was sent. To send without a question, add --yes."))
    return click.confirm(_("Send? What is registered cannot be deleted."), err=True)
