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
    read_settings,
    set_option,
    stop,
    to_option,
)


@click.command("check")
@paths_argument
@to_option
@set_option
@include_option
@journal_option
@from_option
@format_option
@plugin_options
def command(
    paths: tuple[Path, ...],
    targets: tuple[str, ...],
    settings: tuple[str, ...],
    included: tuple[str, ...],
    journal: Path | None,
    reader: str | None,
    view: str,
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
    with plugin_output_on_stderr():
        result = check(
            paths_or_here(paths),
            to=targets,
            settings=read_settings(settings),
            reader=reader,
            journal=journal,
            include=included,
            session=session,
            keep_clean=view != "text",
        )
    view_of(view).show(result.run, session.registry, None)
    if view == "text":
        from jatsx.cli.views.next_step_text import show_step_after_check

        show_step_after_check(result.run, command_line("check"), command_line("export"))
    stop(result.exit_code)
