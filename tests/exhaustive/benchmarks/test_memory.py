"""Memory doesn't grow with the input, which is processed in batches."""

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
"""The largest number of articles in a batch."""


def test_six_batches_take_little_more_memory_than_two(tmp_path: Path) -> None:
    registry = load_registry()
    _peak(tmp_path, 1, registry)
    few, many = (_peak(tmp_path, batches * BATCH, registry) for batches in (2, 6))
    assert many <= 1.3 * few


def _peak(folder: Path, count: int, registry: Registry) -> int:
    """The peak memory of Python objects while this many articles are exported.

    The garbage collector runs after each batch.
    """
    source = write_articles(folder / f"{count}.jsonl", count)
    request = Request([source], FORMATS, {}, TIMESTAMP, batch=BATCH, keep_clean=False)
    output = OutputFolder(folder / f"out-{count}")
    gc.collect()
    tracemalloc.start()
    try:
        result = export(request, registry, output, _collected)
        assert result.exit_code == 0
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _collected(done: int, steps: int) -> None:  # noqa: ARG001
    gc.collect()
