"""``jatsx convert``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatsx.cli.common import (
    CannotGoOn,
    chosen_targets,
    format_option,
    journal_option,
    opened_registry,
    plugin_options,
    stop,
)
from jatsx.cli.views.words import counted
from jatsx.findings.finding import Level

if TYPE_CHECKING:
    from jatsx.issue_folder import WrittenIssue
    from jatsx.pipeline.tracked import Tracked


@click.command("convert")
@click.argument(
    "sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--out",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The issue folder to write; of several issues, the folder of their folders.",
)
@click.option(
    "--force",
    is_flag=True,
    help="Write to a folder that isn't empty; files of the same names are overwritten.",
)
@journal_option
@format_option
@plugin_options
def command(
    sources: tuple[Path, ...],
    out: Path,
    force: bool,
    journal: Path | None,
    view: str,
    disabled: tuple[str, ...],
    debug: bool,
) -> None:
    """Turn anything readable into an issue folder to edit.

    SOURCE is whatever jatsx check and jatsx export take. The folder holds journal.yaml, issue.yaml
    and a file for each article, and reads back to the same articles. What is missing or odd stands
    in them as a comment at its field.

    \b
    Examples:
      jatsx convert native.xml --out 2024-2
      jatsx convert articles.jsonl --out archive
    """
    from jatsx.cli.views import view_of
    from jatsx.issue_folder import write_folders
    from jatsx.pipeline import Request, read_all

    try:
        if not force and out.is_dir() and any(out.iterdir()):
            raise CannotGoOn(
                f"{out} isn't empty.\n"
                "Choose another folder with --out, or say --force to write there all the same."
            )
        registry = opened_registry(disabled, debug=debug, targets=())
        request = Request(sources, chosen_targets((), registry), {}, journal=journal)
        tracked = read_all(request, registry)
        written = write_folders(tracked, registry.sentences, out)
    except OSError as error:
        raise CannotGoOn(f"{error.filename or out}: {error.strerror or error}") from None
    view_of(view).show(tracked.result(request.targets), registry, None)
    if view == "text":
        _tell(tracked, written)
    stop(_exit_code(tracked, written))


def _tell(tracked: Tracked, written: Sequence[WrittenIssue]) -> None:
    """Says what was written and what was not."""
    for issue in written:
        for refused in issue.refused:
            click.echo(f"Not written, since no file can have its name: {refused.id}")
        for other in issue.others:
            click.echo(f"Left as it was, so that the issue holds it too: {other}")
        if issue.folder is not None:
            click.echo(f"Written to {issue.folder}: {counted(len(issue.articles), 'article')}.")
    if any(tracked.all_findings) and any(issue.folder for issue in written):
        click.echo("What was found of a field stands there as a comment: # error, # warning.")


def _exit_code(tracked: Tracked, written: Sequence[WrittenIssue]) -> int:
    """0 done; 1 some article wasn't read whole or wasn't written; 2 nothing at all could be read;
    3 a plugin failed. What the rules have against an article costs nothing here."""
    if any(finding.code.startswith("plugin-") for finding in tracked.all_findings):
        return 3
    if not tracked.issues:
        return 2
    of_readers = (f for one in tracked.articles for f in one.record.findings)
    read = [*tracked.findings, *of_readers]
    is_whole = all(finding.level is not Level.ERROR for finding in read)
    is_written = sum(len(issue.articles) for issue in written) == len(tracked.articles)
    return 0 if is_whole and is_written else 1
