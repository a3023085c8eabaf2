"""Converting articles to issue folders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from errno import EEXIST
from pathlib import Path

from jatsx.findings.exit_codes import ExitCode, exit_code
from jatsx.findings.finding import Level
from jatsx.http.faults import UNREACHABLE
from jatsx.issue_folder import WrittenIssue, write_folders
from jatsx.library.requests import NO_SETTINGS, request_of
from jatsx.library.result import Result
from jatsx.library.session import Session, default_session
from jatsx.library.sources import Articles
from jatsx.pipeline import run
from jatsx.pipeline.options import Settings
from jatsx.pipeline.tracked import Tracked
from jatsx.standards.vocabularies import UNPUBLISHED


@dataclass(frozen=True, slots=True)
class Conversion:
    """The issue folders that were written, and what was found in their articles.

    Args:
        issues: the issues, each with its folder.
        result: the findings of the reader and of the rules.
        tracked: the articles as they were read.
    """

    issues: Sequence[WrittenIssue]
    result: Result
    tracked: Tracked

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command; what the rules found in articles does not change it."""
        number = sum(len(issue.articles) for issue in self.issues)
        return exit_code(read_exit_codes(self.tracked, number))


def read_exit_codes(tracked: Tracked, written: int) -> Iterator[ExitCode]:
    """The exit codes that hold after articles were read and this number of them was written."""
    of_readers = (found for one in tracked.articles for found in one.record.findings)
    read = [*tracked.findings, *of_readers]
    is_whole = all(finding.level is not Level.ERROR for finding in read)
    codes = {finding.code for finding in tracked.all_findings}
    if not codes.isdisjoint(UNREACHABLE):
        yield ExitCode.AGENCY
    elif not tracked.issues:
        yield ExitCode.USAGE
    if any(code.startswith("plugin-") for code in codes):
        yield ExitCode.PLUGIN
    if not is_whole or written != len(tracked.articles):
        yield ExitCode.REFUSED


def convert(
    source: Articles,
    out: str | Path,
    *,
    settings: Settings = NO_SETTINGS,
    reader: str | None = None,
    journal: str | Path | None = None,
    force: bool = False,
    session: Session | None = None,
) -> Conversion:
    """Writes articles to issue folders that people can edit.

    Args:
        source: the source, see :data:`~jatsx.Articles`.
        out: the issue folder; for several issues, the folder for their folders.
        settings: options of readers by the name of the reader.
        reader: the name of the reader; None if it is recognised.
        journal: a journal file, for a source that does not describe its journal.
        force: whether files in the folder may be overwritten.
        session: the session; None for one with all installed plugins.

    Raises:
        WrongArgument: an option, a value or a reader does not exist.
        FileExistsError: the folder is not empty, and ``force`` is not given.
        InputChanged: a file was changed while it was being read.
        OSError: something cannot be written, or the system fails.
    """
    session, folder = session or default_session(), Path(out)
    request = request_of(
        source,
        session,
        settings=settings,
        reader=reader,
        journal=journal,
        include=UNPUBLISHED,
    )
    if not force and folder.is_dir() and any(folder.iterdir()):
        raise FileExistsError(EEXIST, "Not empty", str(folder))
    tracked = run.read_all(request, session.registry)
    written = write_folders(tracked, session.registry.sentences, folder)
    result = Result(tracked.result(request.targets, session.registry))
    return Conversion(written, result, tracked)
