"""Exports that are killed at any moment, and two exports at once into one folder.

Run by itself, it prints the figures of docs/reliability.md: ``pytest -s tests/exhaustive/cli``.
"""

from __future__ import annotations

import json
import os
import random
import signal
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import etree

from jatsx.pipeline.manifest import read_manifest
from tests.cli.processes import ANSWERS, articles, cleared, documents, gone, ran, started, written

KILLS = 24
"""How often an export is killed by each signal and with each number of jobs, before it ends."""

PAIRS = 30
"""How often two exports run at once."""

CODES = {
    signal.SIGINT: {130, -signal.SIGINT},
    signal.SIGTERM: {143, -signal.SIGTERM},
    signal.SIGKILL: {-signal.SIGKILL},
}
"""How a killed command ends; the second value before it has set its own handlers."""

NOT_STARTED = b"init_import_site"
"""In the message of a Python that was interrupted before it started the program."""

ARTICLES = 400
"""The articles of an export that is killed: it takes longer than the latest kill."""

LATEST = 0.9
"""How many seconds after its start an export is killed at the latest."""

ISSUE = "i"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("kills") / "articles.jsonl", articles(ARTICLES))


def arguments(
    source: Path, out: Path, *more: str, issue_format: str = "crossref"
) -> list[str | Path]:
    return ["export", source, "--to", "jats", "--to", issue_format, "--out", out, *more]


def check_whole(out: Path) -> None:
    """Every file with a final name is whole, and the manifest lists every document."""
    files = documents(out)
    for path in files:
        if path.suffix == ".xml":
            etree.parse(path)
        else:
            json.loads(path.read_bytes())
    folder = out / ISSUE
    manifest = read_manifest(folder)
    for path in files:
        if path.suffix == ".xml":
            name = path.relative_to(folder).as_posix()
            assert sha256(path.read_bytes()).hexdigest() in manifest.hashes[name]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("sent", CODES, ids=lambda sent: sent.name)
def test_a_killed_export_leaves_no_process_and_no_half_file(
    tmp_path: Path, source: Path, sent: signal.Signals, jobs: int
) -> None:
    chance = random.Random(f"{sent} {jobs}")
    out, ended = tmp_path / "out", Counter[int]()
    while ended.total() - ended[0] < KILLS:
        with cleared(started(*arguments(source, out, "--jobs", str(jobs)))) as process:
            time.sleep(chance.uniform(0.2, LATEST))
            os.kill(process.pid, sent)
            start = time.monotonic()
            _, said = process.communicate(timeout=60)
            assert time.monotonic() - start < ANSWERS
            assert gone(process.pid, within=ANSWERS)
            assert process.returncode in {0, *CODES[sent]} or NOT_STARTED in said
            ended[process.returncode] += 1
        check_whole(out)
    assert ran(*arguments(source, out)).returncode == 0
    check_whole(out)
    assert len(read_manifest(out / ISSUE).files) == ARTICLES + 1
    assert not [*(out / ISSUE).rglob("*.tmp")]
    assert not [*out.rglob("*.changed-*")]
    print(f"\n{sent.name}, jobs: {jobs}; exports by exit code: {dict(ended)}")


def test_two_exports_at_once_lose_nothing(tmp_path: Path) -> None:
    """The second one waits or is refused; what is there afterwards is that of a whole export."""
    jats = written(tmp_path / "articles.jsonl", articles(30))
    alone = tmp_path / "alone"
    fixed = ("--timestamp", "20240601120000000")
    assert ran(*arguments(jats, alone, *fixed, issue_format="doaj")).returncode == 0
    expected = {path.relative_to(alone): path.read_bytes() for path in (alone / ISSUE).glob("*/*")}
    assert len(expected) == 31
    codes: Counter[tuple[int, ...]] = Counter()
    for number in range(PAIRS):
        out = tmp_path / str(number)
        command = arguments(jats, out, *fixed, issue_format="doaj")
        pair = [started(*command) for _ in range(2)]
        for process in pair:
            with cleared(process):
                _, said = process.communicate(timeout=120)
            assert process.returncode in (0, 5), said
            if process.returncode == 5:
                assert b"Another export is writing to" in said
        ended = tuple(sorted(process.returncode for process in pair))
        assert 0 in ended
        codes[ended] += 1
        found = {path.relative_to(out): path.read_bytes() for path in (out / ISSUE).glob("*/*")}
        assert found == expected
        assert (out / ISSUE / "report.json").exists()
        assert (out / "report.json").exists()
        check_whole(out)
    print(f"\ntwo exports at once; pairs by exit codes: {dict(codes)}")
