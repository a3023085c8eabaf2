"""Exporting articles to documents, and validating documents."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from jatsx.findings.translation import gettext as _
from jatsx.library.arguments import WrongArgument, chosen_formats, verified_timestamp
from jatsx.library.requests import NO_SETTINGS, request_of
from jatsx.library.result import Result
from jatsx.library.session import Session, default_session
from jatsx.library.sources import BYTES, NAME, Articles
from jatsx.pipeline import run
from jatsx.pipeline.options import Settings
from jatsx.pipeline.output import is_storage, output_at
from jatsx.pipeline.run import Item, Progress
from jatsx.pipeline.validate_files import Validated, validated
from jatsx.readers.memory_file import MemoryFile


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
    scheduler: str | None = None,
    resume: bool = False,
    parquet: bool = False,
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
        out: the output folder, or an address of object storage (``s3://bucket/folder``); None to
            keep the documents in memory.
        reader: the name of the reader; None if it is recognised.
        journal: a journal file, for a source that does not describe its journal.
        include: the statuses of unpublished articles that are exported too: ``scheduled``,
            ``declined``, ``withdrawn``, or ``unpublished`` for all of them.
        keep_refused: whether invalid documents are written to the folder ``refused`` too.
        jobs: the number of processes, for JSON Lines files on disk.
        scheduler: the address of a dask.distributed scheduler, whose workers process JSON Lines
            files instead. They read and write the same paths, which are made absolute.
        resume: whether an export to ``out`` that was interrupted is continued: issues of JSON Lines
            files that are already written from the same input, with the same arguments, are not
            processed again. All runs need ``resume`` and the same ``timestamp``.
        parquet: whether all findings and losses are also written to ``out`` as a Parquet table,
            ``findings.parquet``.
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
        SchedulerLost: the scheduler cannot be reached.
        WorkerDiffers: a worker has other versions of jatsx or its plugins.
        PackageMissing: a package for the scheduler, object storage or Parquet is not installed.
        StoragePackageMissing: the package for this kind of storage is not installed.
        InputChanged: a file was changed while it was being read.
        OSError: something cannot be written, or the system fails.
    """
    session = session or default_session()
    if resume and (timestamp is None or out is None):
        raise WrongArgument(_("An export can be resumed only with a timestamp and an output."))
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
        scheduler=scheduler,
        resume=resume,
        parquet=parquet,
        keep_clean=keep_clean,
        keep_articles=keep_articles,
    )
    if out is not None:
        place = out if is_storage(out) else Path(out)
        if scheduler is not None and isinstance(place, Path):
            place = place.absolute()
        output = output_at(place, request.timestamp)
        return Result(run.export(request, session.registry, output, progress))
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
    scheduler: str | None = None,
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
        SchedulerLost: the scheduler cannot be reached.
        WorkerDiffers: a worker has other versions of jatsx or its plugins.
        PackageMissing: a package for the scheduler is not installed.
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
        scheduler=scheduler,
    )
    return run.iter_export(request, session.registry)


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
