"""A cluster of dask.distributed on this computer, and exports on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import jatsx

TIMESTAMP = "20240601120000000"


@contextmanager
def local_cluster(folder: Path) -> Iterator[Any]:
    """Two workers, each a process with one thread."""
    distributed = pytest.importorskip("distributed", reason="needs jatsx[cluster]")
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address="127.0.0.1:0",
        host="127.0.0.1",
        local_directory=str(folder),
    ) as cluster:
        yield cluster


def exported(source: Path, out: Path | str, **options: Any) -> jatsx.Result:
    """The result of an export with the timestamp of the tests."""
    return jatsx.export(source, out=out, timestamp=TIMESTAMP, **options)


def contents(folder: Path) -> dict[str, bytes]:
    """All files in a folder, by path."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
