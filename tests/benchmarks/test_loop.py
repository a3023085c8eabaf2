"""The loop accepts the documents that jatsx writes, and rejects an invalid one."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from benchmarks.layers import Bench, issues
from benchmarks.meters import Clock
from benchmarks.whole_runs import LOOP_SCRIPT, PYTHON, SCHEMAS


@pytest.mark.parametrize("is_valid", [True, False])
def test_the_loop(bench: Bench, tmp_path: Path, is_valid: bool) -> None:
    documents = bench.run(next(issues(1)), Clock())
    for path, content in (*documents["jats"], *documents["crossref"]):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        written = content if is_valid else content.replace(b"surname", b"name")
        (tmp_path / path).write_bytes(written)
    command = map(str, (PYTHON, LOOP_SCRIPT, SCHEMAS, tmp_path))
    done = subprocess.run([*command], capture_output=True, text=True, check=False)
    assert (done.returncode == 0) is is_valid
    assert ("AssertionError" in done.stderr) is not is_valid
