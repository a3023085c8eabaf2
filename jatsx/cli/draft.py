"""``jatsx draft``."""

from __future__ import annotations

from pathlib import Path

import click

from jatsx.cli.common import (
    CannotGoOn,
    format_option,
    opened_session,
    plugin_options,
    plugin_output_on_stderr,
    stop,
)
from jatsx.cli.written_folders import refusing_full_folder, show_conversion
from jatsx.findings.translation import gettext as _


@click.command("draft")
@click.argument(
    "files", metavar="PRINT...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--out",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path),
    help="The issue folder to write.",
)
@click.option(
    "--like",
    metavar="ISSUE",
    type=click.Path(path_type=Path),
    help="The folder of another issue of the journal. Its journal.yaml is used, and what was learnt"
    " of the layout when it was drafted.",
)
@click.option(
    "--layout",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A layout file, for example layout.yaml of a folder that was drafted.",
)
@click.option(
    "--force",
    is_flag=True,
    help="Write even if the folder is not empty. Files with the same names are overwritten.",
)
@format_option
@plugin_options
def command(
    files: tuple[Path, ...],
    out: Path,
    like: Path | None,
    layout: Path | None,
    force: bool,
    view: str,
    disabled: tuple[str, ...],
    debug: bool,
) -> None:
    """Make an issue folder from the printed issue, with its doubts marked.

    PRINT is the printed issue as text, Markdown, DOCX or PDF with text; several files are one
    issue. Titles, authors, affiliations, abstracts, keywords, dates and references are read in
    Kazakh, Russian and English, as they are printed. What is not printed stays absent. Where places
    in print contradict each other, or it was hard to tell, there is a comment in the file and a
    note in notes.yaml, which jatsx check reports until it is settled.

    \b
    Examples:
      jatsx draft issue.pdf --out 2024-2
      jatsx draft issue.docx --out 2024-3 --like 2024-2
    """
    from jatsx.cli.views.next_step_text import show_step_after_draft
    from jatsx.library.drafting import draft, print_reader
    from jatsx.readers.issue_folder import is_issue_folder

    session = opened_session(disabled, debug=debug)
    if print_reader(session) is None:
        raise CannotGoOn(_("No installed plugin reads printed issues. See jatsx plugins."))
    if out.is_file():
        raise CannotGoOn(_("{file} is a file. Name a folder with --out.").format(file=out))
    if like is not None and not is_issue_folder(like):
        message = _("{folder} is not an issue folder. Give the folder of another issue.")
        raise CannotGoOn(message.format(folder=like))
    with refusing_full_folder(out), plugin_output_on_stderr():
        drafted = draft(files, out, like=like, layout=layout, force=force, session=session)
    show_conversion(drafted, out, session.registry, view, show_step_after_draft)
    stop(drafted.exit_code)
