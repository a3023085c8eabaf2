"""Whether the packages are imported from the tree that this file stands in.

Asked in each copy of the tree that :mod:`tests.mutants.planted.test_planted_faults` makes for the
purpose, and by its name alone: else a fault would be planted in code that nobody runs.
"""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

from tests.mutants.planted.test_planted_faults import SEARCHED

TREE = Path(__file__).parents[3]


def test_each_package_is_of_this_tree(tmp_path: Path) -> None:
    """In this process, and in those that it starts, wherever they run."""
    packages = [path.parent.name for folder in SEARCHED for path in found_in(TREE / folder)]
    assert {"jatsx", "jatsx_jats", "jatsx_xsd"} <= set(packages)
    for package in packages:
        for file in (str(import_module(package).__file__), imported_by_child(package, tmp_path)):
            assert Path(file).is_relative_to(TREE)


def found_in(folder: Path) -> list[Path]:
    """The packages of a folder, each by its first module."""
    return sorted(folder.glob("jatsx*/__init__.py"))


def imported_by_child(package: str, folder: Path) -> str:
    """The file of a package for a process that runs in some folder."""
    command = [sys.executable, "-c", f"import {package}; print({package}.__file__)"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
