"""The request that the pipeline processes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from jatsx.pipeline.options import Settings
from jatsx.standards.vocabularies import UNPUBLISHED


@dataclass(frozen=True, slots=True)
class Request:
    """Input paths, formats and options.

    Args:
        paths: the input.
        targets: the names of the formats.
        settings: options of formats that override those of the journal.
        timestamp: 17 digits, UTC.
        batch: the maximum number of articles of an issue in one file.
        keep_refused: whether invalid documents are written to the folder ``refused``.
        journal: the journal file for sources that do not describe their journal.
        include: the statuses of unpublished articles that are checked and exported.
        jobs: the number of processes for a large source.
        keep_clean: whether the result keeps articles without findings.
        debug: whether tracebacks of failing plugins are shown.
    """

    paths: Sequence[Path]
    targets: Sequence[str]
    settings: Settings
    timestamp: str = ""
    batch: int = 500
    keep_refused: bool = False
    journal: Path | None = None
    include: Collection[str] = ()
    jobs: int = 1
    keep_clean: bool = True
    debug: bool = False

    def holds_back(self, status: str | None) -> bool:
        """Whether an article of this status is neither checked nor exported."""
        return status in UNPUBLISHED and status not in self.include
