"""A warm export in memory takes at most a quarter of the time of the command."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jatsx
from tests.conftest import ROOT

EXAMPLE = ROOT / "examples" / "irilj-2024-2"


def best(call: Callable[[], object]) -> float:
    """The shortest of seven times, in seconds."""
    times = []
    for _ in range(7):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


def test_a_warm_export_takes_a_quarter_of_the_command(tmp_path: Path) -> None:
    session = jatsx.Session()
    command = [sys.executable, "-m", "jatsx", "export", str(EXAMPLE), "--out", str(tmp_path)]
    of_command = best(lambda: subprocess.run(command, check=True, capture_output=True))
    in_memory = best(lambda: jatsx.export(EXAMPLE, session=session))
    print(f"\ncommand {of_command:.3f} s, in memory {in_memory:.3f} s")
    assert in_memory <= 0.25 * of_command
