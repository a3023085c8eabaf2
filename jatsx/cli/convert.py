"""``jatsx convert``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatsx.cli.common import (
    CannotGoOn,
    format_option,
    from_option,
    journal_option,
    opened_session,
    plugin_options,
    plugin_output_on_stderr,
    read_settings,
    set_option,
    source_type,
    stop,
)
from jatsx.cli.written_folders import refusing_full_folder, show_conversion
from jatsx.findings.translation import gettext as _

if TYPE_CHECKING:
    from jatsx.library.session import Session
    from jatsx.pipeline.options import Settings


@click.command("convert")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=source_type)
@click.option(
    "--out",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path),
    help="The issue folder to write. For several issues: the folder for their folders. With --to:"
    " the file, or a folder for several files.",
)
@click.option(
    "--to",
    "target",
    metavar="FORMAT",
    help="Write a file of this format instead of an issue folder, for example xlsx. Errors that"
    " block an export do not block it.",
)
@click.option(
    "--force",
    is_flag=True,
    help="Write even if the folder is not empty. Files with the same names are overwritten.",
)
@click.option("--volume", metavar="VOLUME", help="The volume of the issue, for a web address.")
@click.option("--number", metavar="NUMBER", help="The number of the issue, for a web address.")
@click.option("--year", metavar="YEAR", help="The year of the issue, for a web address.")
@click.option(
    "--issue-id", metavar="ID", help="The id of the issue on the server, for a web address."
)
@set_option
@journal_option
@from_option
@format_option
@plugin_options
def command(
    sources: tuple[Path | str, ...],
    out: Path,
    target: str | None,
    force: bool,
    volume: str | None,
    number: str | None,
    year: str | None,
    issue_id: str | None,
    settings: tuple[str, ...],
    journal: Path | None,
    reader: str | None,
    view: str,
    disabled: tuple[str, ...],
    debug: bool,
) -> None:
    """Convert articles to an issue folder that you can edit.

    SOURCE is a file or folder that jatsx check can read, or the web address of a journal, of which
    one issue is read. The new folder contains journal.yaml, issue.yaml and a file for each article.
    Reading it gives exactly the same articles. Errors and warnings are added as comments above the
    fields that they concern. What was in doubt while reading is noted in notes.yaml, and reported
    by jatsx check until it is settled.

    \b
    Examples:
      jatsx convert native.xml --out 2024-2
      jatsx convert articles.jsonl --out archive
      jatsx convert https://example.org/journal --volume 5 --number 2 --out 2024-2
      jatsx convert 2024-2 --to xlsx --out 2024-2.xlsx
    """
    from jatsx.cli.views.next_step_text import show_step_after_convert
    from jatsx.library.conversion import convert

    session = opened_session(disabled, debug=debug, targets=() if target is None else [target])
    chosen = {"volume": volume, "number": number, "year": year, "issue-id": issue_id}
    issue = {name: value for name, value in chosen.items() if value is not None}
    given = with_issue(read_settings(settings), issue, sources, reader, session)
    if target is not None:
        from jatsx.cli.convert_to import write_format

        write_format(
            sources,
            out,
            target,
            settings=given,
            reader=reader,
            journal=journal,
            force=force,
            session=session,
            view=view,
        )
        return
    if out.is_file():
        message = _("{file} is a file. Name a folder with --out, or a format with --to.")
        raise CannotGoOn(message.format(file=out))
    with refusing_full_folder(out), plugin_output_on_stderr():
        converted = convert(
            sources,
            out,
            settings=given,
            reader=reader,
            journal=journal,
            force=force,
            session=session,
        )
    show_conversion(converted, out, session.registry, view, show_step_after_convert)
    stop(converted.exit_code)


def with_issue(
    settings: Settings,
    issue: Mapping[str, str],
    sources: Sequence[Path | str],
    reader: str | None,
    session: Session,
) -> Settings:
    """The options of readers, with those that choose an issue.

    Raises:
        click.UsageError: no source is a web address, or no reader has these options.
    """
    if not issue:
        return settings
    options = ", ".join(f"--{name}" for name in issue)
    if not any(isinstance(source, str) for source in sources):
        message = _("{options}: only for a source that is a web address (https://…).")
        raise click.UsageError(message.format(options=options))
    for one in session.registry.readers.values():
        known = {option.name for option in one.options}
        if one.reads_addresses and reader in (None, one.name) and issue.keys() <= known:
            return {**settings, one.name: {**settings.get(one.name, {}), **issue}}
    message = _("No reader has all of these options: {options}. See jatsx plugins.")
    raise click.UsageError(message.format(options=options))
