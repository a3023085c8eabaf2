"""The command as a process of its own."""

from __future__ import annotations

import subprocess
import sys


def test_the_module_runs_the_command() -> None:
    command = [sys.executable, "-m", "jatsx", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("jatsx, version ")
