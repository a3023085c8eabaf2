"""Memory doesn't grow with the input: it is that of a piece of it."""

from __future__ import annotations

import gc
import tracemalloc
from pathlib import Path
from typing import Final

from benchmarks.inputs import TIMESTAMP, write_articles
from benchmarks.layers import FORMATS
from jatsx.pipeline import Request, export
from jatsx.pipeline.output_folder import OutputFolder
from jatsx.plugin.registry import Registry, load_registry

BATCH: Final = 5
"""How many articles a piece has at most."""


def test_six_pieces_take_little_more_memory_than_two(tmp_path: Path) -> None:
    registry = load_registry()
    _peak(tmp_path, 1, registry)
    few, many = (_peak(tmp_path, pieces * BATCH, registry) for pieces in (2, 6))
    assert many <= 1.3 * few


def _peak(folder: Path, count: int, registry: Registry) -> int:
    """The most memory that Python's objects took while so many articles were exported.

    What Python's collector would collect at some time is collected after each piece.
    """
    source = write_articles(folder / f"{count}.jsonl", count)
    request = Request([source], FORMATS, {}, TIMESTAMP, batch=BATCH, keep_clean=False)
    output = OutputFolder(folder / f"out-{count}")
    gc.collect()
    tracemalloc.start()
    try:
        outcome = export(request, registry, output, _collected)
        assert outcome.exit_code == 0
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _collected(done: int, steps: int) -> None:  # noqa: ARG001
    gc.collect()
