"""``jatsx check --fix``: correcting files before they are checked again."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from jatsx.cli.command_line import command_line
from jatsx.findings.exit_codes import ExitCode, exit_code
from jatsx.findings.translation import gettext as _

if TYPE_CHECKING:
    from jatsx.fixing.write_files import WrittenFile
    from jatsx.library.fixes import Fixes
    from jatsx.plugin.registry import Registry

fix_option = click.option(
    "--fix",
    is_flag=True,
    help=(
        "Correct the values whose right form is certain, in YAML and JSON files. A copy of each"
        " file is kept. See jatsx rules."
    ),
)
dry_run_option = click.option(
    "--dry-run",
    is_flag=True,
    help="With --fix: show the changes as a diff (with --format json: in the report), and change no"
    " file.",
)


def verify_dry_run(*, fix: bool, dry_run: bool) -> None:
    """Verifies that --dry-run stands with --fix.

    Raises:
        click.UsageError: it does not.
    """
    if dry_run and not fix:
        raise click.UsageError(_("--dry-run shows what --fix would change: add --fix."))


def exit_code_with(written: Iterable[WrittenFile], checked: ExitCode) -> ExitCode:
    """The exit code of a check after some files were written, or could not be."""
    if all(one.reason is None for one in written):
        return checked
    return exit_code((ExitCode.SURROUNDINGS, checked))


def write_fixes(fixes: Fixes, *, err: bool) -> list[WrittenFile]:
    """Writes the corrected files, and shows what was corrected and what was not.

    ``err`` is whether that is shown on standard error, because standard output is for programs.
    """
    from jatsx.cli.views.fix_text import show_refused, show_written

    written = fixes.write()
    show_written(written, err=err)
    show_refused(fixes.refused, err=err)
    if not written and not fixes.refused:
        click.echo(_("Nothing was corrected: no value has a right form that is certain."), err=err)
    click.echo(err=err)
    return written


def show_dry_run(fixes: Fixes, view: str, registry: Registry) -> None:
    """Shows what would be corrected: as a diff, or in the report for programs (json)."""
    from jatsx.cli.views import view_of
    from jatsx.cli.views.written_data import fixes_data

    if view != "json":
        show_diff(fixes)
        return
    fixes.result.run.written_besides["fixes"] = fixes_data(fixes, None)
    view_of(view).show(fixes.result.run, registry, None)


def show_diff(fixes: Fixes) -> None:
    """Shows the changes as a diff on standard output, and what is not changed on standard error."""
    from jatsx.cli.views.fix_text import show_not_written, show_refused

    diff = fixes.diff().encode()
    sys.stdout.flush()
    sys.stdout.buffer.write(diff)
    sys.stdout.buffer.flush()
    show_refused(fixes.refused, err=True)
    show_not_written(fixes.blocked, err=True)
    if not fixes.mends:
        if not fixes.refused and not fixes.blocked:
            text = _("Nothing to correct: no value has a right form that is certain.")
            click.echo(text, err=True)
        return
    text = _(
        "Values that can be corrected: {number}. Nothing was changed. To correct them: {command}"
    )
    command = command_line("check", "--fix")
    click.echo(text.format(number=len(fixes.mends), command=command), err=True)
