"""What the commands that write issue folders share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatsx.cli.common import CannotGoOn
from jatsx.cli.views.words import article_count
from jatsx.findings.arguments import as_argument
from jatsx.findings.translation import gettext as _

if TYPE_CHECKING:
    from jatsx.issue_folder import WrittenIssue
    from jatsx.library.conversion import Conversion
    from jatsx.pipeline.result import RunResult
    from jatsx.pipeline.tracked import Tracked
    from jatsx.plugin.registry import Registry


@contextmanager
def refusing_full_folder(out: Path) -> Iterator[None]:
    """Says that a folder is not empty, if nothing can be written for that reason.

    Raises:
        CannotGoOn: it is not empty.
    """
    try:
        yield
    except FileExistsError:
        message = _(
            "{folder} is not empty.\n"
            "Choose another folder with --out, or use --force to write to it anyway."
        )
        raise CannotGoOn(message.format(folder=out)) from None


def show_conversion(
    converted: Conversion,
    out: Path,
    registry: Registry,
    view: str,
    show_step: Callable[[RunResult, str], None],
) -> None:
    """Shows what was found and written, and what to do now.

    Args:
        converted: the issues that were written, and what was found.
        out: the folder that the user named.
        registry: the plugins.
        view: how it is shown: text, or a form for programs.
        show_step: shows the next step, for the command that checks the folder.
    """
    from jatsx.cli.views import view_of
    from jatsx.cli.views.written_data import folders_data

    run = converted.result.run
    run.written_besides["folders"] = folders_data(converted.issues)
    view_of(view).show(run, registry, None)
    if view == "text":
        _show_written(converted.tracked, converted.issues)
        if any(issue.folder for issue in converted.issues):
            show_step(run, f"jatsx check {as_argument(str(out))}")


def _show_written(tracked: Tracked, written: Sequence[WrittenIssue]) -> None:
    """Shows what was written and what was not."""
    for issue in written:
        for refused in issue.refused:
            message = _("Not written, because its id or its issue's id cannot be a file name: {id}")
            click.echo(message.format(id=refused.id))
        for other in issue.others:
            message = _("This file was already in the folder and is now part of the issue: {file}")
            click.echo(message.format(file=other))
        if issue.folder is not None:
            articles = article_count(len(issue.articles))
            message = _("Written to {folder}: {articles}.")
            click.echo(message.format(folder=issue.folder, articles=articles))
        if issue.notes is not None:
            message = _(
                "What was in doubt or had no place is noted in {file}. jatsx check reports each"
                " note until its value is changed or the note is deleted."
            )
            click.echo(message.format(file=issue.notes))
    if any(tracked.all_findings) and any(issue.folder for issue in written):
        click.echo(_("Errors and warnings are in the files, as comments above the fields."))
