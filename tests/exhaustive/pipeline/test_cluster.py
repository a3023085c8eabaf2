"""2,000 articles on a cluster of two workers, one of which is killed in the middle."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from benchmarks.inputs import write_articles
from tests.pipeline.clusters import contents, exported, local_cluster

pytest.importorskip("distributed", reason="needs jatsx[cluster]")

ARTICLES = 2_000


def test_a_killed_worker_costs_nothing(tmp_path: Path) -> None:
    """The same bytes as one process, and again the same if the export is repeated."""
    source = write_articles(tmp_path / "articles.jsonl", ARTICLES)
    exported(source, tmp_path / "here")
    here = contents(tmp_path / "here")
    assert sum("/jats/" in name for name in here) == ARTICLES
    killed: list[int] = []
    with local_cluster(tmp_path / "workers") as cluster:

        def kill_one(done: int, _: int) -> None:
            if done >= ARTICLES // 4 and not killed:
                killed.append(_process(cluster))
                os.kill(killed[0], signal.SIGKILL)

        options: dict[str, Any] = {"scheduler": cluster.scheduler_address}
        out = tmp_path / "there"
        assert exported(source, out, progress=kill_one, **options).ok
        assert killed
        assert contents(out) == here
        assert exported(source, out, **options).ok
        assert contents(out) == here


def _process(cluster: Any) -> int:
    """The id of the process of a worker."""
    nanny = next(iter(cluster.workers.values()))
    pid: int = nanny.pid
    return pid
