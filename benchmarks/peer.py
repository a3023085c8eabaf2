"""The peer: commonmeta-py, which writes Crossref XML and validates it by the same schema.

When it is first asked for, it is installed with its dependencies (about seventy packages) into a
virtual environment of its own in the user's cache folder.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.inputs import ISSUE_SIZE, article, lines
from benchmarks.layers import Bench
from benchmarks.meters import Clock
from benchmarks.peer_records import record
from benchmarks.processes import Cost, Costs

PACKAGE: Final = "commonmeta-py==0.312"
PEER: Final = "commonmeta-py"
OURS: Final = "export and validate crossref"
SCRIPT: Final = Path(__file__).with_name("peer_script.py")


class PeerUnavailable(Exception):
    """The peer can't be installed or run."""


def measure_peer(rounds: int) -> Costs:
    """The cost per article of a validated Crossref deposit, by jatsx and by the peer.

    Raises:
        PeerUnavailable: the peer can't be installed or run.
    """
    python = _environment()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        records = folder / "records.jsonl"
        records.write_text("".join(_records()), encoding="utf-8")
        bench = Bench(folder)
        _ours(bench)
        pairs = [(_ours(bench), _theirs(python, records)) for _ in range(rounds)]
    return {OURS: [ours for ours, _ in pairs], PEER: [theirs for _, theirs in pairs]}


def _records() -> Iterator[str]:
    for number in range(ISSUE_SIZE + 1):
        yield json.dumps(record(article(number)), ensure_ascii=False) + "\n"


def _ours(bench: Bench) -> Cost:
    clock = Clock()
    bench.run(list(lines(ISSUE_SIZE)), clock)
    steps = ("export crossref", "validate crossref")
    wall, cpu = (sum(times[step] for step in steps) for times in (clock.wall, clock.cpu))
    return Cost(wall / ISSUE_SIZE, cpu / ISSUE_SIZE)


def _theirs(python: Path, records: Path) -> Cost:
    try:
        done = subprocess.run([python, SCRIPT, records], capture_output=True, text=True, check=True)
    except subprocess.CalledProcessError as error:
        raise PeerUnavailable(error.stderr.strip().splitlines()[-1]) from error
    costs = [tuple(map(float, line.split())) for line in done.stdout.splitlines()]
    return Cost(
        sum(wall for _, wall in costs) / len(costs), sum(cpu for cpu, _ in costs) / len(costs)
    )


def _environment() -> Path:
    """The Python of the peer's environment, which is created on first use."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "jatsx-benchmarks" / PACKAGE
    python, is_installed = folder / "bin" / "python", folder / "installed"
    if not is_installed.exists():
        try:
            _run(sys.executable, "-m", "venv", "--clear", folder)
            _run(python, "-m", "pip", "install", "--quiet", PACKAGE)
        except (OSError, subprocess.CalledProcessError) as error:
            raise PeerUnavailable(f"{PACKAGE} can't be installed: {_last_line(error)}") from error
        is_installed.touch()
    return python


def _run(*command: str | Path) -> None:
    subprocess.run(command, capture_output=True, text=True, check=True)


def _last_line(error: Exception) -> str:
    message = getattr(error, "stderr", None) or str(error)
    return str(message).strip().splitlines()[-1]
