"""The request that the pipeline processes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.kept_findings import NOTHING_KEPT, NothingKept
from jatsx.pipeline.options import Settings
from jatsx.readers.reader import Record
from jatsx.readers.web_address import InputSource
from jatsx.standards.vocabularies import UNPUBLISHED

Input: TypeAlias = InputSource | Sequence[Record]
"""A file, folder or address to read, or records that are already read."""


@dataclass(frozen=True, slots=True)
class Request:
    """The input, formats and options.

    Args:
        inputs: the input.
        targets: the names of the formats.
        settings: options of formats that override those of the journal.
        timestamp: 17 digits, UTC.
        batch: the maximum number of articles of an issue in one file.
        keep_refused: whether invalid documents are written to the folder ``refused``.
        journal: the journal file for sources that do not describe their journal.
        reader: the name of the reader of all files; None if each is recognised.
        reader_options: the options of readers, by the name of the reader.
        include: the statuses of unpublished articles that are checked and exported.
        jobs: the number of processes for a large source.
        scheduler: the address of a dask.distributed scheduler for a large source.
        resume: whether issues of a large source are left out that a former export has written
            from the same input with the same request.
        parquet: whether findings and losses are also written as a Parquet table.
        keep_clean: whether the result keeps articles without findings.
        keep_articles: whether the results of articles keep the articles themselves.
        kept: what the rules found in articles when they were last checked.
    """

    inputs: Sequence[Input]
    targets: Sequence[str]
    settings: Settings
    timestamp: str = ""
    batch: int = 500
    keep_refused: bool = False
    journal: Path | None = None
    reader: str | None = None
    reader_options: Mapping[str, Mapping[str, str]] = FrozenMap()
    include: Collection[str] = ()
    jobs: int = 1
    scheduler: str | None = None
    resume: bool = False
    parquet: bool = False
    keep_clean: bool = True
    keep_articles: bool = False
    kept: NothingKept = NOTHING_KEPT

    def holds_back(self, status: str | None) -> bool:
        """Whether an article of this status is neither checked nor exported."""
        return status in UNPUBLISHED and status not in self.include
