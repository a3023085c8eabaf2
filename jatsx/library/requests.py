"""The request of a function of the library, from its arguments."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Final

from jatsx.library.arguments import (
    included_statuses,
    verified_jobs,
    verified_reader,
    verified_scheduler,
    verified_settings,
)
from jatsx.library.session import Session
from jatsx.library.sources import Articles, inputs_of
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.options import Settings
from jatsx.pipeline.request import Request

NO_SETTINGS: Final[Settings] = FrozenMap()


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
    scheduler: str | None = None,
    resume: bool = False,
    parquet: bool = False,
    keep_clean: bool = True,
    keep_articles: bool = False,
) -> Request:
    """The request of a function of the library. The arguments are those of
    :func:`~jatsx.export`."""
    registry = session.registry
    inputs = inputs_of(source)
    if scheduler is not None:
        verified_scheduler(scheduler, jobs)
        inputs = [one.absolute() if isinstance(one, Path) else one for one in inputs]
        journal = None if journal is None else Path(journal).absolute()
    of_formats, of_readers = verified_settings(settings, registry)
    return Request(
        inputs,
        session.targets(to),
        of_formats,
        timestamp,
        keep_refused=keep_refused,
        journal=None if journal is None else Path(journal),
        reader=verified_reader(reader, registry),
        reader_options=of_readers,
        include=included_statuses(include),
        jobs=verified_jobs(jobs),
        scheduler=scheduler,
        resume=resume,
        parquet=parquet,
        keep_clean=keep_clean,
        keep_articles=keep_articles,
    )
