"""``jatsx export``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatsx.cli.command_line import command_line
from jatsx.cli.common import (
    CannotWrite,
    WorkerKilled,
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
from jatsx.cli.report import report_options, write_page
from jatsx.findings.translation import gettext as _

if TYPE_CHECKING:
    from jatsx.pipeline.result import RunResult


@click.command("export")
@paths_argument
@to_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out"),
    show_default=True,
    help="The folder to write to.",
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
@format_option
@report_options
@plugin_options
def command(
    paths: tuple[Path | str, ...],
    targets: tuple[str, ...],
    out: Path,
    settings: tuple[str, ...],
    timestamp: str | None,
    keep_refused: bool,
    included: tuple[str, ...],
    journal: Path | None,
    reader: str | None,
    jobs: int,
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
    from jatsx.pipeline import ProcessLost
    from jatsx.pipeline.folder_lock import FolderLocked
    from jatsx.pipeline.manifest import ManifestTooNew
    from jatsx.pipeline.output_folder import FolderMoved, LinkInFolder
    from jatsx.report_page.file import PAGE

    session = opened_session(disabled, debug=debug, targets=targets)
    try:
        with progress_shown(_("Exporting")) as progress, plugin_output_on_stderr():
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
                session=session,
                progress=progress,
                keep_clean=report is not None or view not in ("text", "json"),
                keep_articles=report is not None,
            )
    except FolderLocked as locked:
        message = _(
            "Another export is writing to {folder}.\nWait until it has finished, then try again."
        )
        raise CannotWrite(message.format(folder=locked.folder)) from None
    except LinkInFolder as link:
        message = _(
            "{path} is a link, and jatsx does not write through links in the output folder.\n"
            "Remove the link, or choose another folder with --out."
        )
        raise CannotWrite(message.format(path=link.path)) from None
    except FolderMoved as moved:
        message = _(
            "{folder} was moved or deleted while jatsx was writing to it.\n"
            "Put it back or choose another folder with --out, then run the command again."
        )
        raise CannotWrite(message.format(folder=moved.folder)) from None
    except ManifestTooNew as newer:
        message = _(
            "A newer version of jatsx wrote {path} (version {version}).\n"
            "Update jatsx, or choose another folder with --out."
        )
        raise CannotWrite(message.format(path=newer.path, version=newer.version)) from None
    except ProcessLost as lost:
        message = _(
            "Worker processes ended again and again (possibly out of memory): {detail}.\n"
            "Try a smaller number with --jobs."
        )
        raise WorkerKilled(message.format(detail=lost)) from None
    if view == "text":
        _show_text(result.run, out)
    else:
        view_of(view).show(result.run, session.registry, out)
    if report is not None:
        write_page(result, out / PAGE, emails=report_emails, timestamp=timestamp)
    if view == "text":
        show_step_after_export(result.run, out, command_line("check"))
    stop(result.exit_code)


def _show_text(result: RunResult, out: Path) -> None:
    """Shows the result to people, briefly or in full."""
    from jatsx.cli.views.text_view import show, show_briefly
    from jatsx.findings.verbosity import is_verbose

    if is_verbose():
        show(result, result.registry, out)
    else:
        show_briefly(result, out)
