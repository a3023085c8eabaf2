"""A plugin's folder removed, and jatsx installed anew from what is left: only its format is gone.

Its entry point still stands in ``pyproject.toml`` then, and leads nowhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

import jatsx
from tests.cli.commands import TIMESTAMP, Ran
from tests.conftest import ROOT
from tests.plugin.installing import SHIPPED, shipped_files
from tests.plugin.test_verbs import listed

NOT_SOURCES = shutil.ignore_patterns("__pycache__", "*.egg-info", "build", "jatsx-*")
PLUGINS = sorted(path.parent.name for path in (ROOT / "plugins").glob("jatsx_*/__init__.py"))


def clean_copy(tree: Path) -> Path:
    """What a wheel is made of."""
    for name in ("jatsx", "plugins", "xsd"):
        shutil.copytree(ROOT / name, tree / name, ignore=NOT_SOURCES)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tree)
    return tree


def environment(folder: Path, tree: Path) -> Path:
    """The scripts of an environment with jatsx installed from a tree, and what it depends on."""
    venv.create(folder)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "shared.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    pip = [sys.executable, "-m", "pip", "--python", str(folder), "install", "--quiet"]
    offline = ["--no-deps", "--no-build-isolation", "--no-index", "--no-compile"]
    command = [*pip, *offline, "--disable-pip-version-check", str(tree)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "bin"


def ran(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command that has ended. It finds only what is installed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=folder, env=environment
    )


@pytest.mark.parametrize("plugin", PLUGINS)
def test_without_a_folder_all_other_formats_are_the_same(
    plugin: str, folder: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    tree = clean_copy(tmp_path / "tree")
    shutil.rmtree(tree / "plugins" / plugin)
    script = environment(tmp_path / "venv", tree) / "jatsx"
    name, out = plugin.removeprefix("jatsx_"), tmp_path / "out"

    plugins = ran(script, "plugins", folder=tmp_path)
    gone = f"  missing: the module {plugin} does not exist\n"
    assert (plugins.returncode, plugins.stderr) == (0, "")
    assert f"{name}  jatsx {jatsx.__version__}\n{gone}" in plugins.stdout
    assert listed(plugins.stdout, name) == gone

    arguments = (folder, "--out", out, "--timestamp", TIMESTAMP)
    done = ran(script, "export", *arguments, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    others = {file: content for file, content in alone.items() if file.split("/")[1] != name}
    assert shipped_files(Ran(0, done.stdout, done.stderr, out)) == others
    assert (name in SHIPPED) == (others != alone)
