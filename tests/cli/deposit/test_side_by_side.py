"""Two commands at once, in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jatsx.deposit.ledger import Ledger
from tests.conftest import ROOT
from tests.deposit.conftest import CREDENTIALS, NAMES, write_issue
from tests.deposit.shelf_server import ShelfServer

Process = subprocess.Popen[str]


def start(issue: Path, ledger: Path, server: ShelfServer, *arguments: str) -> Process:
    """A command that has begun."""
    command = [sys.executable, "-m", "tests.cli.deposit.shelf_command", "deposit"]
    where = ["--to", "shelf", "--yes", "--ledger", str(ledger), "--server", server.url]
    return subprocess.Popen(
        [*command, str(issue), *where, *arguments],
        cwd=ROOT,
        env={**os.environ, **CREDENTIALS, "JATSX_LANG": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: Process) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def wait_until_sent(server: ShelfServer) -> None:
    end = time.monotonic() + 30
    while not server.kept and time.monotonic() < end:
        time.sleep(0.02)


def test_the_second_deposit_of_an_issue_stops(
    issue: Path, ledger: Path, server: ShelfServer
) -> None:
    server.queued = 1_000
    first = start(issue, ledger, server)
    wait_until_sent(server)
    code, out, err = ended(start(issue, ledger, server))
    assert (code, out) == (5, "")
    assert "Issue 2024-1 of journal 2075-1567 is being deposited by another process" in err
    assert f"process {first.pid} on computer" in err
    with server.lock:
        for one in server.kept.values():
            one.queued = 0
    assert ended(first)[:2] == (0, "Shelf: 11 articles\n  registered: 11\n")
    assert set(server.times_registered().values()) == {1}


def test_two_issues_go_side_by_side_in_one_ledger(
    tmp_path: Path, ledger: Path, server: ShelfServer
) -> None:
    issues = [write_issue(tmp_path / name, (f"{name}.1", f"{name}.2")) for name in ("a", "b")]
    begun = [start(one, ledger, server, "--quiet") for one in issues]
    assert [ended(one) for one in begun] == [(0, "", "")] * 2
    with Ledger(ledger) as opened:
        timestamps = [one.timestamp for one in opened.submissions()]
    assert len(set(timestamps)) == 2  # both contain the DOI of the issue
    assert len(server.registered) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="Windows passes no file descriptors")
def test_credentials_from_a_file_descriptor(
    issue: Path, ledger: Path, server: ShelfServer, tmp_path: Path
) -> None:
    secrets = tmp_path / "given.secrets"
    secrets.write_text("".join(f"{name}={value}\n" for name, value in CREDENTIALS.items()), "utf-8")
    command = f'"{sys.executable}" -m tests.cli.deposit.shelf_command deposit "{issue}" --to shelf'
    where = f'--yes --quiet --ledger "{ledger}" --server {server.url} --secrets-fd 3'
    ran = subprocess.run(
        ["sh", "-c", f'{command} {where} 3< "{secrets}"'],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in CREDENTIALS},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert len(server.registered) == len(NAMES)
