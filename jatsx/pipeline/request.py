"""What is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jatsx.pipeline.options import Settings


@dataclass(frozen=True, slots=True)
class Request:
    """Which paths, for which formats, with which options.

    ``timestamp`` has 17 digits, UTC; ``batch`` is how many articles of an issue one file holds at
    most; with ``keep_refused`` documents that fail are kept apart for a look. ``journal`` is the
    file of the journal of sources that name none. ``jobs`` is how many processes share the work on
    a large source. Without ``keep_clean`` the result doesn't keep articles of which there is
    nothing to report. With ``debug`` the traceback of whatever fails is shown, in each of the
    processes.
    """

    paths: Sequence[Path]
    targets: Sequence[str]
    settings: Settings
    timestamp: str = ""
    batch: int = 500
    keep_refused: bool = False
    journal: Path | None = None
    jobs: int = 1
    keep_clean: bool = True
    debug: bool = False
