"""Are the planted faults caught, each in a copy of the code?

A fault that is ``caught`` in the catalogue must be caught here. One that isn't may be: then say so
there.

A plain ``pytest`` passes this folder over, since ``norecursedirs`` in ``pyproject.toml`` names it.
It is run by its name: ``pytest tests/mutants/planted``. The faults take three minutes, on a busy
machine seven. One fault alone: ``pytest tests/mutants/planted -k doi-key-of-all-letters``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Final

from tests.conftest import ROOT
from tests.mutants.faults import CODE, FAULTS, Fault, of_each_fault

SEARCHED: Final = ("", "plugins", "xsd")
"""The folders in which Python looks for packages."""

PASSED: Final = 0
FAILED: Final = 1
"""The exit codes of pytest where all tests passed and where one failed; all others are errors."""

LONGEST: Final = 900
"""Seconds that one run of tests may take, on a busy machine too."""


# The copies


def test_the_copies_are_what_is_imported(tmp_path: Path) -> None:
    done = outcome_of(copied(tmp_path, CODE), ["tests/mutants/planted/imports_from_tree.py"])
    assert done.returncode == PASSED, done.stdout


def test_nothing_fails_without_a_fault(tmp_path: Path) -> None:
    """Of all the tests named, in copies without a fault."""
    tests = dict.fromkeys(test for fault in FAULTS for test in fault.tests)
    done = outcome_of(copied(tmp_path, CODE), tests)
    assert done.returncode == PASSED, done.stdout


# The faults


@of_each_fault
def test_a_fault_is_caught_if_it_was(fault: Fault, tmp_path: Path) -> None:
    tree = copied(tmp_path, fault.file.split("/")[:1])
    plant(fault, tree)
    done = outcome_of(tree, fault.tests)
    assert done.returncode in (PASSED, FAILED), done.stdout + done.stderr
    assert (done.returncode == FAILED) >= fault.caught, "The fault isn't caught any more."


# Helpers


def copied(place: Path, folders: Collection[str]) -> Path:
    """A tree like this one: these folders are copies, the others and all files are links."""
    for entry in ROOT.iterdir():
        if entry.name in folders:
            copytree(entry, place / entry.name, ignore=ignore_patterns("__pycache__"))
        elif not entry.name.startswith(".") and entry.suffix != ".egg-info":
            (place / entry.name).symlink_to(entry)
    return place


def plant(fault: Fault, tree: Path) -> None:
    """Plants a fault in a copied folder of a tree, and in nothing that is a link."""
    path = tree / fault.file
    assert path.resolve().is_relative_to(tree.resolve())
    path.write_text(fault.planted_in(path.read_text("utf-8")), "utf-8")


def outcome_of(tree: Path, tests: Iterable[str]) -> subprocess.CompletedProcess[str]:
    """What pytest says of some tests, with the code of a tree."""
    path = os.pathsep.join(str(tree / folder) for folder in SEARCHED)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": path, "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
