"""``jatsx check``."""

from __future__ import annotations

from pathlib import Path

import click

from jatsx.cli.command_line import command_line
from jatsx.cli.common import (
    format_option,
    from_option,
    include_option,
    journal_option,
    opened_session,
    paths_argument,
    paths_or_here,
    plugin_options,
    plugin_output_on_stderr,
    progress_shown,
    read_settings,
    set_option,
    stop,
    to_option,
)
from jatsx.cli.report import report_file_option, report_options, write_page
from jatsx.findings.translation import gettext as _


@click.command("check")
@paths_argument
@to_option
@set_option
@include_option
@journal_option
@from_option
@format_option
@report_options
@report_file_option
@plugin_options
def command(
    paths: tuple[Path | str, ...],
    targets: tuple[str, ...],
    settings: tuple[str, ...],
    included: tuple[str, ...],
    journal: Path | None,
    reader: str | None,
    view: str,
    report: str | None,
    report_emails: bool,
    report_file: Path,
    disabled: tuple[str, ...],
    debug: bool,
) -> None:
    """Check articles without exporting them.

    PATH is an issue folder, an article file, a JSON Lines file, or a file that a plugin can read.
    Without it, the current folder is read.
    The articles are checked with the general rules and with the rules of the chosen formats.

    \b
    Examples:
      jatsx check 2024-2
      jatsx check 2024-2/articles/01.yaml --to doaj
      jatsx check 2024-2 --format json
    """
    from jatsx.cli.views import view_of
    from jatsx.library.functions import check

    session = opened_session(disabled, debug=debug, targets=targets)
    with progress_shown(_("Checking")) as progress, plugin_output_on_stderr():
        result = check(
            paths_or_here(paths),
            to=targets,
            settings=read_settings(settings),
            reader=reader,
            journal=journal,
            include=included,
            session=session,
            progress=progress,
            keep_clean=report is not None or view != "text",
            keep_articles=report is not None,
        )
    view_of(view).show(result.run, session.registry, None)
    if report is not None:
        write_page(result, report_file, emails=report_emails)
    if view == "text":
        from jatsx.cli.views.next_step_text import show_step_after_check

        show_step_after_check(result.run, command_line("check"), command_line("export"))
    stop(result.exit_code)
