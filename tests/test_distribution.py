"""The distribution: its plugins, and what the README shows of it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.cli.issues import issue_folder
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def test_every_plugin_folder_is_an_entry_point() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    listed = set(project["project"]["entry-points"]["jatsx"].values())
    folders = {path.parent.name for path in (ROOT / "plugins").glob("jatsx_*/__init__.py")}
    assert listed == folders


def test_the_readmes_input_is_sound(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", README, flags=re.DOTALL)
    (example,) = (block for block in blocks if block.startswith("id:"))
    folder = issue_folder(tmp_path / "2024-1", a02=example.encode())
    command = [sys.executable, "-m", "jatsx", "check", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "no errors, no warnings" in done.stdout
