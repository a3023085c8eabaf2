"""``jatsx init --like``: an issue folder like that of the last issue."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from jatsx.cli.common import CannotGoOn
from jatsx.findings.arguments import as_argument
from jatsx.findings.translation import gettext as _
from jatsx.issue_folder.file_names import id_from_name
from jatsx.issue_folder.next_issue import article_text, has_same_file, issue_text
from jatsx.issue_folder.schema_files import write_schemas
from jatsx.model import Issue
from jatsx.readers.issue_context import folder_above, journal_files, read_issue_context
from jatsx.readers.issue_folder import is_issue_folder, read_folder

ISSUE: Final = Path("issue.yaml")
ARTICLE: Final = Path("articles", "01.yaml")


def init_like(folder: Path, last: Path) -> None:
    """Creates an issue folder like another one, and says what to do next.

    Raises:
        CannotGoOn: the other one is not an issue folder, or its issue or journal has errors.
    """
    issue = _last_issue(last)
    name = folder.absolute().resolve().name
    id = id_from_name(name)
    journal = journal_files(last)[0]
    is_shared = has_same_file(journal, folder_above(folder) / journal.name)
    articles = [record.article for record in read_folder(last) if record.article]
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    files = {
        ISSUE: issue_text(issue, None if id == name else id),
        ARTICLE: article_text(issue, articles),
    }
    for path, text in files.items():
        (folder / path).write_bytes(text.encode())
    if not is_shared:
        (folder / journal.name).write_bytes(journal.read_bytes())
    write_schemas(folder / "schemas")
    click.echo(_("Created {folder}, like {last}.").format(folder=folder, last=last))
    _show_journal(journal, is_shared=is_shared)
    _show_steps(folder)


def _last_issue(last: Path) -> Issue:
    """The issue of the last folder.

    Raises:
        CannotGoOn: there is none, or it has errors.
    """
    if not is_issue_folder(last):
        message = _("{folder} is not an issue folder. Give the folder of the last issue.")
        raise CannotGoOn(message.format(folder=last))
    issue = read_issue_context(last).issue
    if issue is None:
        message = _(
            "The issue or the journal of {folder} has errors. First run: jatsx check {argument}"
        )
        raise CannotGoOn(message.format(folder=last, argument=as_argument(str(last))))
    return issue


def _show_journal(journal: Path, *, is_shared: bool) -> None:
    if is_shared:
        click.echo(_("The journal is described in {file}.").format(file=journal))
        return
    message = _(
        "Copied the journal from {file}. To describe it only once, move it to the folder that"
        " contains all issues, and delete it in the folders of the issues."
    )
    click.echo(message.format(file=journal))


def _show_steps(folder: Path) -> None:
    click.secho(_("What to do now:"), bold=True)
    click.echo("  " + _("Write the values of the issue in {file}.").format(file=folder / ISSUE))
    text = _("For each article, copy {file}, change the id, and write its values.")
    click.echo("  " + text.format(file=folder / ARTICLE))
    text = _("Then run: jatsx check {folder}")
    click.echo("  " + text.format(folder=as_argument(str(folder))))
