"""The same timestamp gives the same bytes, whatever the clock, locale, time zone and hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import TIMESTAMP
from tests.conftest import ROOT

CLOCK = """
import sys, time
then = float(sys.argv.pop(1))
time.time = lambda: then
time.time_ns = lambda: int(then * 1e9)
from jatsx.cli import main
main()
"""
WORLDS = [
    ("0", {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"}),
    ("1700000000", {"TZ": "Asia/Almaty", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}),
    ("4000000000", {"TZ": "America/St_Johns", "LC_ALL": "ru_RU.UTF-8", "PYTHONHASHSEED": "4242"}),
]


@pytest.mark.parametrize("example", ["caa-2021-4", "irilj-2024-2"])
def test_bytes_depend_on_input_and_timestamp_alone(example: str, tmp_path: Path) -> None:
    outputs = [_exported(example, tmp_path / clock, clock, world) for clock, world in WORLDS]
    assert outputs[0] == outputs[1] == outputs[2]
    assert len(outputs[0]) > 3


def _exported(example: str, out: Path, clock: str, world: dict[str, str]) -> dict[str, bytes]:
    folder = ROOT / "examples" / example
    arguments = ["export", str(folder), "--out", str(out), "--timestamp", TIMESTAMP]
    subprocess.run(
        [sys.executable, "-c", CLOCK, clock, *arguments],
        env={**os.environ, **world},
        check=True,
        capture_output=True,
    )
    files = (path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}
