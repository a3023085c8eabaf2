"""The command as a process of its own, and in another's."""

from __future__ import annotations

import subprocess
import sys

import pytest

SCRIPT = """
import atexit, gc, sys
atexit.register(lambda: print("frozen", gc.get_freeze_count()))
sys.argv = ["jatsx", "--version"]
from {module} import {name}
{name}()
"""


@pytest.mark.parametrize(
    ("module", "name", "is_frozen"), [("jatsx.__main__", "run", True), ("jatsx.cli", "main", False)]
)
def test_only_a_process_of_its_own_ends_without_seeking(
    module: str, name: str, is_frozen: bool
) -> None:
    """In another's, what stands open is flushed as Python would."""
    script = SCRIPT.format(module=module, name=name)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    version, frozen = done.stdout.splitlines()
    assert version.startswith("jatsx, version ")
    assert (frozen != "frozen 0") == is_frozen


def test_the_module_runs_the_command() -> None:
    command = [sys.executable, "-m", "jatsx", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("jatsx, version ")
