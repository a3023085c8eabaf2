"""Signals: the exit code, how soon the command ends, and that no process is left."""

from __future__ import annotations

import os
import signal
import time
import weakref
from pathlib import Path

import pytest
from lxml import etree

from jatsx.cli.ending import Terminated, termination_raised
from tests.cli.processes import (
    ANSWERS,
    articles,
    cleared,
    documents,
    exporting,
    gone,
    in_session,
    written,
)

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An input that takes long."""
    return written(tmp_path_factory.mktemp("signals") / "articles.jsonl", articles(20_000))


def check_whole(out: Path) -> None:
    """No document is half-written, and there is no report of a run that did not end."""
    for path in documents(out):
        assert path.name != "report.json"
        etree.parse(path)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_command_soon_with_its_exit_code(
    tmp_path: Path, source: Path, sent: signal.Signals, code: int, jobs: int
) -> None:
    with cleared(exporting(source, tmp_path / "out", jobs)) as process:
        start = time.monotonic()
        os.kill(process.pid, sent)
        _, said = process.communicate(timeout=30)
        assert time.monotonic() - start < ANSWERS
        assert process.returncode == code
        assert said.decode().strip() in ("Interrupted.", "Terminated.")
        assert gone(process.pid, within=1)
    check_whole(tmp_path / "out")
    assert not list((tmp_path / "out").rglob("*.tmp"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_reaches_all_processes_and_is_answered_once(
    tmp_path: Path, source: Path, jobs: int
) -> None:
    with cleared(exporting(source, tmp_path / "out", jobs)) as process:
        start = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=30)
        assert time.monotonic() - start < ANSWERS
        assert (process.returncode, said.strip()) == (130, b"Interrupted.")
        assert gone(process.pid, within=1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_worker_outlives_a_killed_command(tmp_path: Path, source: Path, jobs: int) -> None:
    """The workers would hold the pipe, so that its reader would wait for them."""
    with cleared(exporting(source, tmp_path / "out", jobs)) as process:
        assert len(in_session(process.pid)) >= jobs
        os.kill(process.pid, signal.SIGKILL)
        start = time.monotonic()
        process.communicate(timeout=30)
        assert time.monotonic() - start < ANSWERS
        assert gone(process.pid, within=ANSWERS)
    check_whole(tmp_path / "out")


def test_a_killed_worker_is_replaced(tmp_path: Path) -> None:
    source = written(tmp_path / "articles.jsonl", articles(2_000))
    with cleared(exporting(source, tmp_path / "out", jobs=2)) as process:
        worker = max(in_session(process.pid))
        assert worker != process.pid
        os.kill(worker, signal.SIGKILL)
        _, said = process.communicate(timeout=120)
        assert (process.returncode, said) == (0, b"")
        assert gone(process.pid, within=1)
    assert len([*(tmp_path / "out").glob("i/jats/*.xml")]) == 2_000


@pytest.mark.parametrize(
    ("sent", "raised"), [(signal.SIGTERM, Terminated), (signal.SIGINT, KeyboardInterrupt)]
)
def test_a_signal_is_not_lost_in_a_callback_whose_exceptions_are_ignored(
    sent: signal.Signals, raised: type[BaseException]
) -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(raised), termination_raised():
            _send_in_callback(sent)
    finally:
        signal.signal(signal.SIGINT, before)


def _send_in_callback(sent: signal.Signals) -> None:
    """Raises a signal in the callback of a weak reference, and waits a little."""
    referents = [{1}]
    reference = weakref.ref(referents[0], lambda _: signal.raise_signal(sent))
    referents.clear()
    assert reference() is None
    end = time.monotonic() + ANSWERS
    while time.monotonic() < end:
        time.sleep(0.01)
