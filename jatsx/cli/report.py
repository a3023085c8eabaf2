"""The options of the report page, and writing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from jatsx.cli.common import CannotWrite
from jatsx.findings.translation import gettext as _

if TYPE_CHECKING:
    from jatsx.library.result import Result

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT: Final = Path("report.html")
"""The file to which ``check`` writes the page, in the current folder."""

report_file_option = click.option(
    "--report-file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=DEFAULT,
    show_default=True,
    help="The file to which --report writes the page.",
)
_report_option = click.option(
    "--report",
    type=click.Choice(["html"]),
    help="Also write the report as a web page, which can be sent by e-mail and needs no network.",
)
_emails_option = click.option(
    "--report-emails", is_flag=True, help="Show e-mail addresses in the page of --report."
)


def report_options(command: Command) -> Command:
    """Adds the options of commands that can write the page."""
    return _report_option(_emails_option(command))


def write_page(result: Result, path: Path, *, emails: bool, timestamp: str | None = None) -> None:
    """Writes the page, and says where. The date is that of the timestamp, else today.

    Raises:
        CannotWrite: there is a file of somebody else with this name.
        OSError: it cannot be written.
    """
    from jatsx.pipeline.whole_files import write_whole
    from jatsx.report_page.file import is_report_page

    if path.is_symlink() or (path.exists() and not is_report_page(_start(path))):
        message = _(
            "{path} is not a report of jatsx, so it was not overwritten.\n"
            "Move or rename that file, then run the command again."
        )
        raise CannotWrite(message.format(path=path))
    page = result.page(emails=emails, date=_date(timestamp))
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, page.encode("utf-8", "replace"))
    click.echo(_("Report as a page: {file}").format(file=path), err=True)


def _start(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(1000).decode("utf-8", "replace")


def _date(timestamp: str | None) -> str:
    """The date of a timestamp (YYYY-MM-DD); that of today without one."""
    if timestamp is None:
        return datetime.now().astimezone().date().isoformat()
    return f"{timestamp[:4]}-{timestamp[4:6]}-{timestamp[6:8]}"
