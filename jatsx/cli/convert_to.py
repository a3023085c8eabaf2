"""``jatsx convert --to FORMAT``: a file of a format, for people who edit it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatsx.cli.common import CannotGoOn, plugin_output_on_stderr, stop
from jatsx.cli.views.words import article_count
from jatsx.findings.translation import gettext as _

if TYPE_CHECKING:
    from jatsx.library.session import Session
    from jatsx.pipeline.format_conversion import ConvertedFile
    from jatsx.pipeline.options import Settings


def write_format(
    sources: Sequence[Path | str],
    out: Path,
    target: str,
    *,
    settings: Settings,
    reader: str | None,
    journal: Path | None,
    force: bool,
    session: Session,
    view: str,
) -> None:
    """Writes the articles of the sources to files of a format, shows the result, and ends.

    Raises:
        CannotGoOn: a file exists, or there are several files and ``out`` is not a folder.
        WrongArgument: there is no such format for editing, reader or option.
    """
    from jatsx.cli.views import view_of
    from jatsx.cli.views.losses_text import show_losses, show_lost_counts
    from jatsx.findings.verbosity import is_verbose
    from jatsx.library.format_conversion import convert_to

    with plugin_output_on_stderr():
        converted = convert_to(
            sources, target, settings=settings, reader=reader, journal=journal, session=session
        )
    places = file_places(converted.files, out)
    for place in places:
        if place.exists() and not force:
            message = _("{file} already exists. Choose another name, or use --force to replace it.")
            raise CannotGoOn(message.format(file=place))
    _write(places)
    converted.result.run.written_besides["files"] = [str(place) for place in places]
    view_of(view).show(converted.result.run, session.registry, None)
    if view == "text":
        show_lost = show_losses if is_verbose() else show_lost_counts
        show_lost(converted.result.run)
        for place, file in places.items():
            written = sum(one.article is not None for one in file.issue.articles)
            text = _("Written to {file}: {articles}.")
            click.echo(text.format(file=place, articles=article_count(written)))
    stop(converted.exit_code)


def file_places(files: Sequence[ConvertedFile], out: Path) -> Mapping[Path, ConvertedFile]:
    """The path of each file: ``out`` itself, or names in the folder ``out``.

    Raises:
        CannotGoOn: there are several files, and ``out`` is the name of a file.
    """
    ending = Path(files[0].name).suffix.lower() if files else ""
    is_file = bool(ending) and out.suffix.lower() == ending and not out.is_dir()
    if not is_file:
        return {out / one.name: one for one in files}
    if len(files) > 1:
        message = _("There are {count} files to write. Name a folder with --out.")
        raise CannotGoOn(message.format(count=len(files)))
    return {out: files[0]}


def _write(places: Mapping[Path, ConvertedFile]) -> None:
    from jatsx.pipeline.whole_files import write_whole

    for place, file in places.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, file.content)
