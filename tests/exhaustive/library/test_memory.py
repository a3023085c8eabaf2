"""The memory of an export does not grow with the number of articles."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import jatsx
from benchmarks.inputs import write_articles


def test_memory_does_not_grow_with_the_number_of_articles(tmp_path: Path) -> None:
    session = jatsx.Session()

    def peak(count: int) -> int:
        source = write_articles(tmp_path / f"{count}.jsonl", count)
        tracemalloc.start()
        try:
            for item in jatsx.iter_export(source, to=["jats"], session=session):
                assert not isinstance(item, jatsx.Finding)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(100)
    assert peak(400) <= 1.5 * peak(200)
