"""The library changes nothing of the program that uses it."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import jatsx
from benchmarks.inputs import write_articles
from tests.library.examples import FOLDER, FOLDERS, TIMESTAMP, article


def state() -> dict[str, object]:
    """What a library could change."""
    return {
        "gc": (gc.isenabled(), gc.get_threshold()),
        "folder": Path.cwd(),
        "signals": [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)],
        "environment": dict(os.environ),
        "threads": threading.active_count(),
        "handlers": logging.getLogger("jatsx").handlers[:],
        "streams": (sys.stdout, sys.stderr),
        "excepthook": sys.excepthook,
        "recursion": sys.getrecursionlimit(),
    }


def test_nothing_is_printed_or_changed(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    jatsx.Session()
    before = state()
    result = jatsx.export([FOLDER, article(doi="x"), tmp_path / "none"])
    assert not result.ok
    result.write(tmp_path / "out")
    jatsx.check(b"\xff", reader="article")
    jatsx.validate(b"<doi_batch")
    jatsx.convert(article(), tmp_path / "converted")
    assert state() == before
    assert capfd.readouterr() == ("", "")


def test_a_failing_plugin_does_not_end_the_program() -> None:
    session = jatsx.Session(plugins=["jats"])
    assert jatsx.export(article(), session=session).ok
    assert [*session.registry.exporters] == ["jats"]
    with pytest.raises(jatsx.WrongArgument, match="“none” is not an installed plugin"):
        jatsx.Session(disable=["none"])


def test_four_threads_with_one_session_give_the_same_bytes() -> None:
    session = jatsx.Session()
    sources = [*FOLDERS, article(), article(abstract={"en": "<i>a</i>"}), article(doi="10.5555/П")]

    def exported(source: object) -> list[object]:
        result = jatsx.export(source, timestamp=TIMESTAMP, session=session)  # type: ignore[arg-type]
        invalid = jatsx.validate(b"<article><front/></article>", session=session)
        return [*result.files, *result.findings, *(one.code for one in invalid.findings)]

    expected = [exported(source) for source in sources]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(exported, sources * 6))
    assert found == expected * 6


def test_a_run_is_cancelled_by_its_progress(tmp_path: Path) -> None:
    source = write_articles(tmp_path / "many.jsonl", 240)
    seen: list[tuple[int, int]] = []

    def stop_soon(done: int, total: int) -> bool:
        seen.append((done, total))
        return done < 150

    result = jatsx.export(source, to=["jats"], progress=stop_soon)
    assert result.is_cancelled
    assert not result.ok
    done, total = seen[-1]
    assert 150 <= done < total == 240
    assert len(result.files) == done
    assert jatsx.check(source, to=["jats"], progress=stop_soon).is_cancelled


def test_a_cancelled_export_removes_nothing(tmp_path: Path) -> None:
    jatsx.export(FOLDER, timestamp=TIMESTAMP, out=tmp_path)
    before = sorted(path.name for path in tmp_path.rglob("*.xml"))
    report = (tmp_path / "report.json").read_bytes()
    result = jatsx.export(FOLDER, to=["jats"], out=tmp_path, progress=lambda *_: False)
    assert result.is_cancelled
    assert sorted(path.name for path in tmp_path.rglob("*.xml")) == before
    assert (tmp_path / "report.json").read_bytes() == report


def test_a_generator_that_is_closed_ends_its_processes(tmp_path: Path) -> None:
    source = write_articles(tmp_path / "many.jsonl", 1_200)
    items = jatsx.iter_export(source, to=["jats"], jobs=2)
    assert isinstance(next(items), jatsx.IssueResult | jatsx.File | jatsx.ArticleResult)
    items.close()  # type: ignore[attr-defined]
    end = time.monotonic() + 10
    while multiprocessing.active_children():
        assert time.monotonic() < end


def test_importing_jatsx_costs_little() -> None:
    """At most three times as much as starting Python."""

    def seconds(code: str) -> float:
        best = float("inf")
        for _ in range(5):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds("import jatsx") <= 3 * seconds("pass")
