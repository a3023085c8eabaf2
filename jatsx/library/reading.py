"""Reading and checking articles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from jatsx.library.arguments import WrongArgument
from jatsx.library.requests import NO_SETTINGS, request_of
from jatsx.library.result import Result
from jatsx.library.session import Session, default_session
from jatsx.library.sources import Articles
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline import run
from jatsx.pipeline.options import Settings
from jatsx.pipeline.run import Progress
from jatsx.readers.reader import Record


def read(
    source: Articles,
    *,
    reader: str | None = None,
    journal: str | Path | None = None,
    options: Mapping[str, str] = FrozenMap(),
    session: Session | None = None,
) -> Iterator[Record]:
    """The articles of a source, one record for each, as they are read.

    Args:
        source: the source, see :data:`~jatsx.Articles`.
        reader: the name of the reader; None if it is recognised.
        journal: a journal file, for a source that does not describe its journal.
        options: the options of the reader.
        session: the session; None for one with all installed plugins.

    Raises:
        WrongArgument: there is no such reader or option, or options are given without a reader.
        InputChanged: a file was changed while it was being read.
        OSError: the system fails, for example because too many files are open.
    """
    session = session or default_session()
    if options and reader is None:
        raise WrongArgument("options are those of a reader: name it with reader=")
    settings = NO_SETTINGS if reader is None else {reader: options}
    request = request_of(
        source, session, settings=settings, reader=reader, journal=journal, include=()
    )
    return run.records(request, session.registry)


def check(
    source: Articles,
    *,
    to: Collection[str] = (),
    settings: Settings = NO_SETTINGS,
    reader: str | None = None,
    journal: str | Path | None = None,
    include: Collection[str] = (),
    session: Session | None = None,
    progress: Progress | None = None,
    keep_clean: bool = True,
    keep_articles: bool = False,
) -> Result:
    """Checks articles by the general rules and those of formats, without exporting them.

    Args:
        source: the source, see :data:`~jatsx.Articles`.
        to: the names of formats; empty for the default formats.
        settings: options by the name of the format or reader:
            ``{"NAME": {"version": "…"}}``. They override those of the journal.
        reader: the name of the reader; None if it is recognised.
        journal: a journal file, for a source that does not describe its journal.
        include: the statuses of unpublished articles that are checked too: ``scheduled``,
            ``declined``, ``withdrawn``, or ``unpublished`` for all of them.
        session: the session; None for one with all installed plugins.
        progress: called with the number of articles done and the number of all articles. If it
            returns False, the run ends, and ``is_cancelled`` of the result is True.
        keep_clean: whether articles without findings are kept in the result.
        keep_articles: whether the results of articles keep the articles themselves, which
            :meth:`Result.page` shows.

    Raises:
        WrongArgument: a format, an option, a value, a reader or a status does not exist.
        InputChanged: a file was changed while it was being read.
        OSError: the system fails, for example because too many files are open.
    """
    session = session or default_session()
    request = request_of(
        source,
        session,
        to=to,
        settings=settings,
        reader=reader,
        journal=journal,
        include=include,
        keep_clean=keep_clean,
        keep_articles=keep_articles,
    )
    return Result(run.check(request, session.registry, progress))
