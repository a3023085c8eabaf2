"""``jatsx check``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jatsx.cli.command_line import command_line
from jatsx.cli.common import (
    format_option,
    input_options,
    opened_session,
    paths_argument,
    paths_or_here,
    plugin_options,
    plugin_output_on_stderr,
    progress_shown,
    read_settings,
    stop,
    to_option,
)
from jatsx.cli.fixing import (
    dry_run_option,
    exit_code_with,
    fix_option,
    show_dry_run,
    verify_dry_run,
    write_fixes,
)
from jatsx.cli.report import report_file_option, report_options, write_page
from jatsx.findings.translation import gettext as _

if TYPE_CHECKING:
    from jatsx.fixing.write_files import WrittenFile


@click.command("check")
@paths_argument
@to_option
@input_options
@format_option
@report_options
@report_file_option
@fix_option
@dry_run_option
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
    fix: bool,
    dry_run: bool,
    disabled: tuple[str, ...],
    debug: bool,
) -> None:
    """Check articles without exporting them.

    PATH is an issue folder, an article file, a JSON Lines file, or a file that a plugin can read.
    Without it, the current folder is read.
    The articles are checked with the general rules and with the rules of the chosen formats.

    With --fix, values whose right form is certain are corrected first, such as a DOI with
    https://doi.org/ before it. Nothing else in the files changes.

    \b
    Examples:
      jatsx check 2024-2
      jatsx check 2024-2 --fix --dry-run
      jatsx check 2024-2/articles/01.yaml --to doaj
      jatsx check 2024-2 --format json
    """
    from jatsx.cli.views import view_of
    from jatsx.cli.views.written_data import fixes_data
    from jatsx.library.fixes import fix as fixes_of
    from jatsx.library.reading import check

    verify_dry_run(fix=fix, dry_run=dry_run)
    session = opened_session(disabled, debug=debug, targets=targets)
    source: dict[str, Any] = {
        "source": paths_or_here(paths),
        "to": targets,
        "settings": read_settings(settings),
        "reader": reader,
        "journal": journal,
        "include": included,
        "session": session,
    }
    written: list[WrittenFile] = []
    fixed: dict[str, Any] = {}
    if fix:
        with progress_shown(_("Checking")) as progress, plugin_output_on_stderr():
            fixes = fixes_of(**source, progress=progress)
        if dry_run:
            show_dry_run(fixes, view, session.registry)
            stop(fixes.result.exit_code)
        written = write_fixes(fixes, err=view != "text")
        fixed["fixes"] = fixes_data(fixes, written)
    with progress_shown(_("Checking")) as progress, plugin_output_on_stderr():
        result = check(
            **source,
            progress=progress,
            keep_clean=report is not None or view != "text",
            keep_articles=report is not None,
        )
    result.run.written_besides.update(fixed)
    view_of(view).show(result.run, session.registry, None)
    if report is not None:
        write_page(result, report_file, emails=report_emails)
    if view == "text":
        from jatsx.cli.views.next_step_text import show_step_after_check
        from jatsx.library.fixes import possible_fixes

        show_fix = command_line("check", "--fix", "--dry-run")
        commands = (command_line("check"), show_fix, command_line("export"))
        show_step_after_check(result.run, possible_fixes(result), *commands)
    stop(exit_code_with(written, result.exit_code))
