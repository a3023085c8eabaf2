"""``jatsx export``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

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
from jatsx.cli.export_faults import export_faults_shown
from jatsx.cli.report import report_options, write_page
from jatsx.findings.translation import gettext as _

if TYPE_CHECKING:
    from jatsx.pipeline.result import RunResult


class OutputType(click.Path):
    """A folder, or an address of object storage, which is a text."""

    def convert(
        self, value: Any, parameter: click.Parameter | None, context: click.Context | None
    ) -> Any:
        if isinstance(value, str) and "://" in value:
            return value
        return super().convert(value, parameter, context)


@click.command("export")
@paths_argument
@to_option
@click.option(
    "--out",
    type=OutputType(path_type=Path, file_okay=False),
    default=Path("out"),
    show_default=True,
    help="The folder to write to, or an address of object storage: s3://bucket/folder.",
)
@set_option
@click.option(
    "--timestamp",
    metavar="DIGITS",
    help="Deposit timestamp (YYYYMMDDhhmmssSSS, UTC), for reproducible output. Default: now.",
)
@click.option(
    "--keep-refused", is_flag=True, help="Also write invalid documents, to the subfolder “refused”."
)
@include_option
@journal_option
@from_option
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Number of processes, for JSON Lines input.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="A dask.distributed scheduler whose workers process JSON Lines input, for example"
    " tcp://192.0.2.1:8786. They need the same versions and the same files.",
)
@click.option(
    "--resume",
    is_flag=True,
    help="Continue an interrupted export: issues of JSON Lines input that the same command has"
    " written are not processed again. Needs --timestamp.",
)
@click.option(
    "--parquet",
    is_flag=True,
    help="Also write all findings and omitted fields as a table for programs, findings.parquet.",
)
@format_option
@report_options
@plugin_options
def command(
    paths: tuple[Path | str, ...],
    targets: tuple[str, ...],
    out: Path | str,
    settings: tuple[str, ...],
    timestamp: str | None,
    keep_refused: bool,
    included: tuple[str, ...],
    journal: Path | None,
    reader: str | None,
    jobs: int,
    scheduler: str | None,
    resume: bool,
    parquet: bool,
    view: str,
    report: str | None,
    report_emails: bool,
    disabled: tuple[str, ...],
    debug: bool,
) -> None:
    """Check articles and write a validated file for each format.

    PATH is an issue folder, an article file, a JSON Lines file, or a file that a plugin can read.
    Without it, the current folder is read.
    Each document is validated offline against the schema of its format before it is written.
    An article with errors is reported and not exported. The file report.json in the output folder
    contains the full results.

    \b
    Examples:
      jatsx export 2024-2
      jatsx export 2024-2 --to crossref --out deposit
      jatsx export 2024-2 --set crossref.version=5.4.0
    """
    from jatsx.cli.views import view_of
    from jatsx.cli.views.next_step_text import show_step_after_export
    from jatsx.library.exporting import export
    from jatsx.report_page.file import PAGE

    if report is not None and not isinstance(out, Path):
        raise click.UsageError(_("--report needs a folder after --out, not an address."))
    session = opened_session(disabled, debug=debug, targets=targets)
    with (
        export_faults_shown(),
        progress_shown(_("Exporting")) as progress,
        plugin_output_on_stderr(),
    ):
        result = export(
            paths_or_here(paths),
            to=targets,
            settings=read_settings(settings),
            timestamp=timestamp,
            out=out,
            reader=reader,
            journal=journal,
            include=included,
            keep_refused=keep_refused,
            jobs=jobs,
            scheduler=scheduler,
            resume=resume,
            parquet=parquet,
            session=session,
            progress=progress,
            keep_clean=report is not None or view not in ("text", "json"),
            keep_articles=report is not None,
        )
    if view == "text":
        _show_text(result.run, out)
    else:
        view_of(view).show(result.run, session.registry, out)
    if report is not None and isinstance(out, Path):
        write_page(result, out / PAGE, emails=report_emails, timestamp=timestamp)
    if view == "text":
        show_step_after_export(result.run, out, command_line("check"))
    stop(result.exit_code)


def _show_text(result: RunResult, out: Path | str) -> None:
    """Shows the result to people, briefly or in full."""
    from jatsx.cli.views.text_view import show, show_briefly
    from jatsx.findings.verbosity import is_verbose

    if is_verbose():
        show(result, result.registry, out)
    else:
        show_briefly(result, out)
