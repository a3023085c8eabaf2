"""The functions of the library."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from errno import EEXIST
from pathlib import Path
from typing import Final

from jatsx.issue_folder import write_folders
from jatsx.library.arguments import (
    WrongArgument,
    chosen_formats,
    included_statuses,
    verified_jobs,
    verified_reader,
    verified_settings,
    verified_timestamp,
)
from jatsx.library.conversion import Conversion
from jatsx.library.fixes import Fixes, contents_to_mend, fixes_of
from jatsx.library.result import Result
from jatsx.library.session import Session, default_session
from jatsx.library.sources import BYTES, NAME, Articles, inputs_of
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline import run
from jatsx.pipeline.options import Settings
from jatsx.pipeline.output_folder import OutputFolder
from jatsx.pipeline.request import Request
from jatsx.pipeline.run import Item, Progress
from jatsx.pipeline.validate_files import Validated, validated
from jatsx.readers.memory_file import MemoryFile
from jatsx.readers.reader import Record
from jatsx.standards.vocabularies import UNPUBLISHED

NO_SETTINGS: Final[Settings] = FrozenMap()


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


def export(
    source: Articles,
    *,
    to: Collection[str] = (),
    settings: Settings = NO_SETTINGS,
    timestamp: str | None = None,
    out: str | Path | None = None,
    reader: str | None = None,
    journal: str | Path | None = None,
    include: Collection[str] = (),
    keep_refused: bool = False,
    jobs: int = 1,
    session: Session | None = None,
    progress: Progress | None = None,
    keep_clean: bool = True,
    keep_articles: bool = False,
) -> Result:
    """Checks articles, and exports them to valid documents.

    The documents are in memory: ``files`` of the result. With ``out``, they are written to that
    folder as soon as they are done, as ``jatsx export`` does, and ``files`` is empty. A ZIP file,
    with the files of an issue, may be too large for the memory: then use ``out``.

    Args:
        source: the source, see :data:`~jatsx.Articles`.
        to: the names of formats; empty for the default formats.
        settings: options by the name of the format or reader:
            ``{"NAME": {"version": "…"}}``. They override those of the journal.
        timestamp: 17 digits (YYYYMMDDhhmmssSSS, UTC); None for now. The same source and the same
            timestamp give the same bytes.
        out: the output folder; None to keep the documents in memory.
        reader: the name of the reader; None if it is recognised.
        journal: a journal file, for a source that does not describe its journal.
        include: the statuses of unpublished articles that are exported too: ``scheduled``,
            ``declined``, ``withdrawn``, or ``unpublished`` for all of them.
        keep_refused: whether invalid documents are written to the folder ``refused`` too.
        jobs: the number of processes, for JSON Lines files on disk.
        session: the session; None for one with all installed plugins.
        progress: called with the number of articles done and the number of all articles. If it
            returns False, the run ends, and ``is_cancelled`` of the result is True.
        keep_clean: whether articles without findings are kept in the result.
        keep_articles: whether the results of articles keep the articles themselves, which
            :meth:`Result.page` shows.

    Raises:
        WrongArgument: a format, an option, a value, a reader or a status does not exist.
        FolderLocked: another export is writing to the folder of an issue.
        ManifestTooNew: a newer version of jatsx wrote to the folder of an issue.
        ProcessLost: a worker process was killed.
        InputChanged: a file was changed while it was being read.
        OSError: something cannot be written, or the system fails.
    """
    session = session or default_session()
    request = request_of(
        source,
        session,
        to=to,
        settings=settings,
        timestamp=verified_timestamp(timestamp),
        reader=reader,
        journal=journal,
        include=include,
        keep_refused=keep_refused,
        jobs=jobs,
        keep_clean=keep_clean,
        keep_articles=keep_articles,
    )
    if out is not None:
        folder = OutputFolder(Path(out), request.timestamp)
        return Result(run.export(request, session.registry, folder, progress))
    kept = run.export_in_memory(request, session.registry, progress)
    return Result(kept.result, kept)


def iter_export(
    source: Articles,
    *,
    to: Collection[str] = (),
    settings: Settings = NO_SETTINGS,
    timestamp: str | None = None,
    reader: str | None = None,
    journal: str | Path | None = None,
    include: Collection[str] = (),
    jobs: int = 1,
    session: Session | None = None,
) -> Iterator[Item]:
    """Checks and exports articles, and yields documents and results as soon as they are done.

    At most one part of an issue (500 articles) is in memory, so a JSON Lines file may have any
    number of articles. First come findings about files and plugins; then, for each part of an
    issue, the result of the issue (once), the documents, and the results of the articles. Closing
    the generator ends the export.

    Args:
        source: the source, see :data:`~jatsx.Articles`. The other arguments are
            those of :func:`export`.

    Raises:
        WrongArgument: a format, an option, a value, a reader or a status does not exist.
        ProcessLost: a worker process was killed.
        InputChanged: a file was changed while it was being read.
        OSError: the system fails, for example because too many files are open.
    """
    session = session or default_session()
    request = request_of(
        source,
        session,
        to=to,
        settings=settings,
        timestamp=verified_timestamp(timestamp),
        reader=reader,
        journal=journal,
        include=include,
        jobs=jobs,
    )
    return run.iter_export(request, session.registry)


def fix(
    source: Articles,
    *,
    to: Collection[str] = (),
    settings: Settings = NO_SETTINGS,
    reader: str | None = None,
    journal: str | Path | None = None,
    include: Collection[str] = (),
    session: Session | None = None,
    progress: Progress | None = None,
) -> Fixes:
    """Finds the values in YAML and JSON files whose right form is certain. Nothing is written.

    :meth:`Fixes.write` writes the files. Nothing else in them changes by a byte. The changes that
    one finding asks for are also its ``mends``. In files of other readers nothing is corrected:
    what could be is in ``refused``.

    Args:
        source: paths of files and folders. The other arguments are those of :func:`check`.

    Raises:
        WrongArgument: a format, an option, a value, a reader or a status does not exist, or the
            source is not a file or folder on disk.
        InputChanged: a file was changed while it was being read.
        OSError: the system is at fault, for example too many files are open.
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
        keep_clean=False,
    )
    if not all(isinstance(one, Path) for one in request.inputs):
        raise WrongArgument("expected the paths of files or folders on disk")
    result = Result(run.check(request, session.registry, progress))
    contents = contents_to_mend(result.findings)
    if contents:  # the findings are those of these contents, even if a file has just been changed
        result = Result(run.check(request, session.registry, progress))
    return fixes_of(result, contents)


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


def validate(
    content: bytes,
    *,
    format: str | None = None,
    name: str = NAME,
    session: Session | None = None,
) -> Validated:
    """Validates a document against the schema of its format, by the version that it declares.

    Args:
        content: the bytes of the document.
        format: the format that it must have; None if it is recognised.
        name: its name, as findings show it.
        session: the session; None for one with all installed plugins.

    Raises:
        WrongArgument: there is no such format.
        TypeError: the content is not bytes.
    """
    session = session or default_session()
    if not isinstance(content, BYTES):
        raise TypeError(f"expected the bytes of a document, got {type(content).__name__}")
    if format is not None:
        format = _only_format(format, session)
    return validated(MemoryFile(name, bytes(content)), session.registry, format)


def _only_format(name: str, session: Session) -> str:
    chosen = chosen_formats([name], session.registry)
    if len(chosen) > 1:
        raise WrongArgument(f"expected one format, got {name!r}")
    return chosen[0]


def request_of(
    source: Articles,
    session: Session,
    *,
    to: Collection[str] = (),
    settings: Settings,
    timestamp: str = "",
    reader: str | None,
    journal: str | Path | None,
    include: Collection[str],
    keep_refused: bool = False,
    jobs: int = 1,
    keep_clean: bool = True,
    keep_articles: bool = False,
) -> Request:
    """The request of a function of the library. The arguments are those of :func:`export`."""
    registry = session.registry
    of_formats, of_readers = verified_settings(settings, registry)
    return Request(
        inputs_of(source),
        session.targets(to),
        of_formats,
        timestamp,
        keep_refused=keep_refused,
        journal=None if journal is None else Path(journal),
        reader=verified_reader(reader, registry),
        reader_options=of_readers,
        include=included_statuses(include),
        jobs=verified_jobs(jobs),
        keep_clean=keep_clean,
        keep_articles=keep_articles,
    )
