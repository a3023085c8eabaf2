"""Converting articles to files of a format, whatever rules say about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jatsx.findings.exit_codes import ExitCode, exit_code
from jatsx.findings.translation import gettext as _
from jatsx.library.arguments import NONE, WrongArgument, chosen_formats
from jatsx.library.conversion import read_exit_codes
from jatsx.library.requests import request_of
from jatsx.library.result import Result
from jatsx.library.session import Session
from jatsx.library.sources import Articles
from jatsx.pipeline import run
from jatsx.pipeline.format_conversion import ConvertedFile, converted_files
from jatsx.pipeline.options import Settings
from jatsx.pipeline.tracked import Tracked
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.registry import Registry
from jatsx.standards.vocabularies import UNPUBLISHED


@dataclass(frozen=True, slots=True)
class FormatConversion:
    """The files of a format, and what was found in their articles.

    Args:
        files: the files.
        result: the findings of the reader and of the rules, and the losses.
        tracked: the articles as they were read.
    """

    files: Sequence[ConvertedFile]
    result: Result
    tracked: Tracked

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command; what the rules found in articles does not change it."""
        written = {id(one) for file in self.files for one in file.issue.articles if one.article}
        return exit_code(read_exit_codes(self.tracked, len(written)))


def convert_to(
    source: Articles,
    format: str,
    *,
    settings: Settings,
    reader: str | None,
    journal: str | Path | None,
    session: Session,
) -> FormatConversion:
    """The articles of a source as files of a format.

    Args:
        source: the source, see :data:`~jatsx.Articles`.
        format: the name of the format.
        settings: options of formats and readers by their names.
        reader: the name of the reader; None if it is recognised.
        journal: a journal file, for a source that does not describe its journal.
        session: the session.

    Raises:
        WrongArgument: a format, an option, a value or a reader does not exist, or the files of the
            format are not made for editing.
        InputChanged: a file was changed while it was being read.
        OSError: the system is at fault, for example too many files are open.
    """
    exporter = _editable_format(format, session.registry)
    targets = (exporter.name,)
    request = request_of(
        source,
        session,
        to=targets,
        settings=settings,
        reader=reader,
        journal=journal,
        include=UNPUBLISHED,
    )
    tracked = run.read_all(request, session.registry)
    files = list(converted_files(tracked, exporter, session.registry, request))
    return FormatConversion(files, Result(tracked.result(targets, session.registry)), tracked)


def _editable_format(format: str, registry: Registry) -> Exporter:
    """The format with a name, whose files people edit: it has an empty one to fill in.

    Raises:
        WrongArgument: there is no such format, or its files are not made for editing.
    """
    names = chosen_formats([format], registry)
    if len(names) > 1:
        raise WrongArgument(_("Choose one format with --to."))
    exporter = registry.exporters[names[0]]
    if exporter.template is None:
        message = _(
            "Files of the format {format} are not made for editing. To write them, use jatsx"
            " export. Formats for editing: {formats}."
        )
        editable = [one.name for one in registry.exporters.values() if one.template is not None]
        raise WrongArgument(
            message.format(format=exporter.name, formats=", ".join(editable) or NONE)
        )
    return exporter
