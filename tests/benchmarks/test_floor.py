"""The floor writes what jatsx writes, byte for byte; the loop takes it, and refuses what is bad."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from benchmarks.layers import FORMATS, SCHEMAS, Bench, Documents, by_floor, issues
from benchmarks.meters import Clock
from benchmarks.processes import ROOT
from benchmarks.whole_runs import LOOP_SCRIPT, PYTHON


@pytest.fixture(scope="module")
def both(bench: Bench) -> list[tuple[Documents, Documents]]:
    """Documents of jatsx and of the floor, issue by issue."""
    return [
        (bench.work_on(issue, Clock()), by_floor([json.loads(line) for line in issue]))
        for issue in issues(42)
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_the_floor_writes_the_same(both: list[tuple[Documents, Documents]], name: str) -> None:
    for ours, floor in both:
        assert floor[name] == ours[name]


def test_the_floor_escapes(bench: Bench) -> None:
    (line,) = next(issues(1))
    article = json.loads(line)
    article["title"]["ru"] = article["abstract"]["ru"] = 'A & B <br> "C"'
    ours = bench.work_on([json.dumps(article).encode() + b"\n"], Clock())
    assert by_floor([article]) == ours


def test_the_floor_writes_files(tmp_path: Path) -> None:
    source = tmp_path / "articles.jsonl"
    source.write_bytes(next(issues(1))[0])
    command: list[str | Path] = [PYTHON, "-m", "benchmarks.floor", source, tmp_path / "out"]
    subprocess.run(command, cwd=ROOT, check=True)
    written = {str(path.relative_to(tmp_path / "out")) for path in tmp_path.glob("out/*/*")}
    assert written == {"jats/a0.xml", "crossref/issue-0.xml", "doaj/issue-0.json"}


def test_the_loop_takes_good_documents_and_refuses_a_bad_one(
    both: list[tuple[Documents, Documents]], tmp_path: Path
) -> None:
    _, floor = both[1]
    name, content = floor["jats"][0]
    (deposit_name, context), *_ = floor["crossref"]
    (tmp_path / "crossref").mkdir()
    (tmp_path / deposit_name).write_bytes(context)
    for written, is_refused in ((content, False), (content.replace(b"surname", b"name"), True)):
        (tmp_path / "jats").mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(written)
        command = map(str, (PYTHON, LOOP_SCRIPT, SCHEMAS, tmp_path))
        done = subprocess.run([*command], capture_output=True, text=True, check=False)
        assert (done.returncode == 0) is not is_refused
        assert ("AssertionError" in done.stderr) is is_refused
