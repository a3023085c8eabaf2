"""``jatsx check``."""

from __future__ import annotations

from pathlib import Path

import click

from jatsx.cli.common import (
    chosen_targets,
    format_option,
    include_option,
    included_statuses,
    journal_option,
    opened_registry,
    paths_argument,
    plugin_options,
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
@format_option
@plugin_options
def command(
    paths: tuple[Path, ...],
    targets: tuple[str, ...],
    settings: tuple[str, ...],
    included: tuple[str, ...],
    journal: Path | None,
    view: str,
    disabled: tuple[str, ...],
    debug: bool,
) -> None:
    """Check articles without exporting them.

    PATH is an issue folder, an article file, a JSON Lines file, or a file that a plugin can read.
    The articles are checked with the general rules and with the rules of the chosen formats.

    \b
    Examples:
      jatsx check 2024-2
      jatsx check 2024-2/articles/01.yaml --to doaj
      jatsx check 2024-2 --format json
    """
    from jatsx.cli.views import view_of
    from jatsx.pipeline import Request, check

    registry = opened_registry(disabled, debug=debug, targets=targets)
    request = Request(
        paths,
        chosen_targets(targets, registry),
        read_settings(settings, registry),
        journal=journal,
        include=included_statuses(included),
        keep_clean=view != "text",
    )
    result = check(request, registry)
    view_of(view).show(result, registry, None)
    stop(result.exit_code)
