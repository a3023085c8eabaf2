"""``jatsx status``."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import click

from jatsx.cli.command_line import command_line
from jatsx.cli.common import (
    input_options,
    opened_session,
    paths_argument,
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
)
from jatsx.findings.translation import gettext as _


@click.command("status")
@paths_argument
@click.option("--to", "agency", metavar="AGENCY", help="Only this agency. Without it: all.")
@click.option("--test/--live", default=None, help="Only test systems, or only live systems.")
@click.option("--update", is_flag=True, help="Ask the agencies about what they have not answered.")
@click.option(
    "--export",
    "table",
    type=click.Choice(["csv"]),
    help="Print the ledger as a table instead: a row for each DOI of each submission.",
)
@result_option
@ledger_option
@secrets_option
@server_option
@input_options
@plugin_options
def command(
    paths: tuple[Path | str, ...],
    agency: str | None,
    test: bool | None,
    update: bool,
    table: str | None,
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
    """Show what was sent to agencies, and what became of it.

    Without PATH: of all articles in the ledger. With it: of the articles of an issue folder, an
    article file or another input; articles that were changed since, or never sent, are named.
    Nobody is asked and nothing is sent, except with --update.

    \b
    Examples:
      jatsx status
      jatsx status 2024-2
      jatsx status --update --to crossref
      jatsx status --export csv > deposits.csv
    """
    from jatsx.cli.views.json_view import show_result
    from jatsx.cli.views.status_text import show_status
    from jatsx.library.deposits import status

    if table and (paths or update):
        text = _("--export is for the whole ledger: use it without PATH and --update.")
        raise click.UsageError(text)
    if table:
        _print_table(agency, ledger, is_test=test)
        return
    credentials = secrets_given(secrets_fd)
    session = opened_session(disabled, debug=debug)
    with plugin_output_on_stderr():
        result = status(
            paths or None,
            to=agency,
            test=test,
            update=update,
            ledger=ledger,
            credentials=credentials,
            prompt=prompted(),
            server=server,
            settings=read_settings(settings),
            reader=reader,
            journal=journal,
            include=included,
            session=session,
        )
    if view == "json":
        show_result(result)
    else:
        show_status(result, f"{command_line('status')} --update")
    stop(result.exit_code)


def _print_table(agency: str | None, path: Path | None, *, is_test: bool | None) -> None:
    """Prints the ledger as CSV, in the encoding that Excel needs: UTF-8 with its mark."""
    from jatsx.deposit.chosen_ledger import existing_ledger
    from jatsx.deposit.ledger import write_csv

    items = []
    ledger = existing_ledger(path)
    if ledger is not None:
        with ledger:
            for one in ledger.items():
                system = one.submission.place.system
                if agency in (None, system.agency) and is_test in (None, system.is_test):
                    items.append(one)
    file = StringIO(newline="")
    write_csv(items, file)
    click.echo(file.getvalue().encode("utf-8-sig"), nl=False)
