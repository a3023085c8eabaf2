"""``jatsx compare``."""

from __future__ import annotations

from pathlib import Path

import click

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
from jatsx.cli.depositing import ledger_option, result_option, server_option, watched


@click.command("compare")
@paths_argument
@click.option(
    "--with", "agency", metavar="AGENCY", required=True, help="The agency. See jatsx plugins."
)
@result_option
@ledger_option
@server_option
@input_options
@plugin_options
def command(
    paths: tuple[Path | str, ...],
    agency: str,
    view: str,
    ledger: Path | None,
    server: str | None,
    settings: tuple[str, ...],
    included: tuple[str, ...],
    journal: Path | None,
    reader: str | None,
    disabled: tuple[str, ...],
    debug: bool,
) -> None:
    """Compare articles with what an agency has registered, field by field.

    The records are open: no password is needed, and nothing is sent. Fields that the agency does
    not show are not compared. A value is shown as older if the article was deposited after the
    record: the agency has not processed or not shown the deposit yet.

    \b
    Examples:
      jatsx compare 2024-2 --with crossref
      jatsx compare 2024-2 --with crossref --format json
    """
    from jatsx.cli.views.compare_text import show_comparison
    from jatsx.cli.views.json_view import show_result
    from jatsx.library.comparison import compare

    session = opened_session(disabled, debug=debug)
    with watched() as watch, plugin_output_on_stderr():
        result = compare(
            paths_or_here(paths),
            agency,
            ledger=ledger,
            server=server,
            settings=read_settings(settings),
            reader=reader,
            journal=journal,
            include=included,
            session=session,
            watch=watch,
        )
    (show_result if view == "json" else show_comparison)(result)
    stop(result.exit_code)
