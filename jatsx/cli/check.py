"""``jatsx check``."""

from __future__ import annotations

from pathlib import Path

import click

from jatsx.cli.common import (
    chosen_targets,
    format_option,
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
@journal_option
@format_option
@plugin_options
def command(
    paths: tuple[Path, ...],
    targets: tuple[str, ...],
    settings: tuple[str, ...],
    journal: Path | None,
    view: str,
    disabled: tuple[str, ...],
    debug: bool,
) -> None:
    """Read articles and check them by the rules; export nothing.

    PATH is an issue folder, an article file, JSON Lines, or anything that a plugin reads. The
    rules are those of the core and of the formats asked for.

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
        keep_clean=view != "text",
    )
    result = check(request, registry)
    view_of(view).show(result, registry, None)
    stop(result.exit_code)
