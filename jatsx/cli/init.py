"""``jatsx init``."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from jatsx.cli.common import CannotGoOn
from jatsx.findings.arguments import as_argument
from jatsx.findings.translation import gettext as _
from jatsx.findings.translation import reader_language
from jatsx.issue_folder.file_names import id_from_name
from jatsx.issue_folder.scalars import on_one_line
from jatsx.issue_folder.schema_files import write_schemas


@click.command("init")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--like",
    metavar="ISSUE",
    type=click.Path(path_type=Path, file_okay=False),
    help="An issue folder: the new issue gets its journal and sections, and empty values.",
)
@click.option(
    "--xlsx",
    "workbook",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write an empty Excel workbook to fill in, instead of a folder.",
)
def command(folder: Path | None, like: Path | None, workbook: Path | None) -> None:
    """Create a new issue folder with sample files.

    The files contain a sample article and comments that explain each field, in the language of the
    messages. Replace the sample values with your own. The id of the issue is the name of the
    folder, or a similar one if the name cannot be an id. The folder schemas/ is for editors that
    complete the names of fields and underline mistakes.

    With --like, the new folder is like that of the last issue: it has the same journal and the same
    sections. What is different in each issue is empty, with the last values in comments.

    \b
    Examples:
      jatsx init 2024-2
      jatsx init 2024-3 --like 2024-2
      jatsx init --xlsx 2024-2.xlsx
    """
    if workbook is not None:
        from jatsx.cli.init_template import write_template

        _verify_only_workbook(folder, like)
        write_template("xlsx", workbook)
        return
    if folder is None:
        raise click.UsageError(_("Name the new folder, for example: jatsx init 2024-2"))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = _("{folder} already exists and is not empty. Choose another name.")
        raise CannotGoOn(message.format(folder=folder))
    if like is not None:
        from jatsx.cli.init_like import init_like

        init_like(folder, like)
        return
    _copy(files("jatsx.issue_folder") / "template" / reader_language(), folder)
    write_schemas(folder / "schemas")
    id = _own_id(folder)
    click.echo(_("Created {folder} with a sample article.").format(folder=folder))
    if id is not None:
        message = _("The name of the folder cannot be used as an id. The id in issue.yaml is: {id}")
        click.echo(message.format(id=id))
    click.secho(_("What to do now:"), bold=True)
    click.echo("  " + _("Edit journal.yaml, issue.yaml and the files in articles/."))
    text = _("Then run: jatsx check {folder}")
    click.echo("  " + text.format(folder=as_argument(str(folder))))


def _verify_only_workbook(folder: Path | None, like: Path | None) -> None:
    """Verifies that nothing is asked for besides a workbook.

    Raises:
        click.UsageError: a folder or the last issue is named too.
    """
    if folder is not None:
        message = _("Name a folder or --xlsx, not both. The folder here: {folder}")
        raise click.UsageError(message.format(folder=folder))
    if like is not None:
        message = _(
            "--like creates a folder, --xlsx an empty workbook. For a workbook with the values of"
            " an issue: jatsx convert {folder} --to xlsx --out FILE"
        )
        raise click.UsageError(message.format(folder=as_argument(str(like))))


ID_LINE = "# id: 2024-2\n"
"""The line of the template's issue.yaml that shows how to write an id."""


def _own_id(folder: Path) -> str | None:
    """Writes an id to issue.yaml if the folder's name is not a valid one. Returns the id."""
    name = folder.resolve().name
    id = id_from_name(name)
    if id == name:
        return None
    file = folder / "issue.yaml"
    text = file.read_bytes().decode()
    file.write_bytes(text.replace(ID_LINE, f"id: {on_one_line(id)}\n").encode())
    return id


def _copy(source: Traversable, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for item in source.iterdir():
        if item.is_dir():
            _copy(item, target / item.name)
        else:
            (target / item.name).write_bytes(item.read_bytes())
