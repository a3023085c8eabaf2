"""The peer: commonmeta-py, which writes Crossref XML and validates it by the same schema.

It is installed, with some seventy packages that it needs, into an environment of its own under the
user's cache, when it is asked for and not there yet.
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


class PeerMissing(Exception):
    """The peer can't be installed."""


def beside_peer(rounds: int) -> Costs:
    """What one article's validated deposit costs, ours and the peer's, round by round.

    Raises:
        PeerMissing: it can't be installed, or doesn't run.
    """
    python = _environment()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        records = folder / "records.jsonl"
        records.write_text("".join(_records()), encoding="utf-8")
        bench = Bench(folder, has_loop=False)
        _ours(bench)
        pairs = [(_ours(bench), _theirs(python, records)) for _ in range(rounds)]
    return {OURS: [ours for ours, _ in pairs], PEER: [theirs for _, theirs in pairs]}


def _records() -> Iterator[str]:
    for number in range(ISSUE_SIZE + 1):
        yield json.dumps(record(article(number)), ensure_ascii=False) + "\n"


def _ours(bench: Bench) -> Cost:
    clock = Clock()
    bench.work_on(list(lines(ISSUE_SIZE)), clock)
    steps = ("export crossref", "validate crossref")
    wall, cpu = (sum(spent[step] for step in steps) for spent in (clock.wall, clock.cpu))
    return Cost(wall / ISSUE_SIZE, cpu / ISSUE_SIZE)


def _theirs(python: Path, records: Path) -> Cost:
    try:
        done = subprocess.run([python, SCRIPT, records], capture_output=True, text=True, check=True)
    except subprocess.CalledProcessError as error:
        raise PeerMissing(error.stderr.strip().splitlines()[-1]) from error
    costs = [tuple(map(float, line.split())) for line in done.stdout.splitlines()]
    return Cost(
        sum(wall for _, wall in costs) / len(costs), sum(cpu for cpu, _ in costs) / len(costs)
    )


def _environment() -> Path:
    """The Python of the peer's environment, made at first use."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "jatsx-benchmarks" / PACKAGE
    python, is_whole = folder / "bin" / "python", folder / "installed"
    if not is_whole.exists():
        try:
            _run(sys.executable, "-m", "venv", "--clear", folder)
            _run(python, "-m", "pip", "install", "--quiet", PACKAGE)
        except (OSError, subprocess.CalledProcessError) as error:
            raise PeerMissing(f"{PACKAGE} can't be installed: {_last_line(error)}") from error
        is_whole.touch()
    return python


def _run(*command: str | Path) -> None:
    subprocess.run(command, capture_output=True, text=True, check=True)


def _last_line(error: Exception) -> str:
    said = getattr(error, "stderr", None) or str(error)
    return str(said).strip().splitlines()[-1]
