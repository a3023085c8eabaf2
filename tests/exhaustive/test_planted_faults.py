"""Small faults, planted one at a time in a copy of the code: are they caught?

The catalogue, ``planted_faults.yaml``, says of each fault which snippet of which file becomes what,
which tests ought to catch it, and whether they do. A fault that is ``caught`` there must be caught
here. One that isn't may be: then say so there.

A plain ``pytest`` passes this folder over, since ``norecursedirs`` in ``pyproject.toml`` names it.
It is run by its name, with no other folder beside it: ``pytest tests/exhaustive``. The faults take
three minutes, on a busy machine seven. One fault alone:
``pytest tests/exhaustive -k doi-key-of-all-letters``.

Code may move, and names may change. Then look for the place where the code now does the same, and
plant the same fault there. Don't take a fault out because it isn't caught any more.
"""

from __future__ import annotations

import ast
import builtins
import os
import re
import subprocess
import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Final

import pytest
import yaml

from tests.conftest import ROOT

CATALOGUE: Final = Path(__file__).with_name("planted_faults.yaml")

CODE: Final = ("jatsx", "plugins")
"""The folders in which faults are planted."""

SEARCHED: Final = ("", "plugins", "xsd")
"""The folders in which Python looks for packages."""

PASSED: Final = 0
FAILED: Final = 1
"""The exit codes of pytest where all tests passed and where one failed; all others are errors."""

LONGEST: Final = 900
"""Seconds that one run of tests may take, on a busy machine too."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: in ``file``, ``old`` becomes ``new``. ``caught`` is whether its tests notice."""

    name: str
    file: str
    old: str
    new: str
    tests: list[str]
    caught: bool

    def planted_in(self, text: str) -> str:
        """The text of the file with the fault."""
        return text.replace(self.old, self.new)


FAULTS: Final = [Fault(**entry) for entry in yaml.safe_load(CATALOGUE.read_text("utf-8"))]

of_each_fault = pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])


# The catalogue


def test_each_fault_has_a_name_of_its_own() -> None:
    names = [fault.name for fault in FAULTS]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", name)] == []


@of_each_fault
def test_a_fault_has_one_place(fault: Fault) -> None:
    assert fault.file.partition("/")[0] in CODE
    assert (ROOT / fault.file).read_text("utf-8").count(fault.old) == 1
    assert fault.old != fault.new


@of_each_fault
def test_a_fault_is_in_what_the_code_does_and_not_in_its_names(fault: Fault) -> None:
    """A name that nothing defines would be caught by any test, and say nothing of the tests."""
    text = (ROOT / fault.file).read_text("utf-8")
    assert names_in(fault.planted_in(text)) <= names_in(text) | {*dir(builtins)}


@of_each_fault
def test_the_tests_of_a_fault_are_there(fault: Fault) -> None:
    files = [test.partition("::")[0] for test in fault.tests]
    assert files != []
    assert [file for file in files if not (ROOT / file).exists()] == []


# The copies


def test_the_copies_are_what_is_imported(tmp_path: Path) -> None:
    done = outcome_of(copied(tmp_path, CODE), ["tests/exhaustive/imports_from_tree.py"])
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


def names_in(text: str) -> set[str]:
    """The names that a source uses, but for those of attributes."""
    return {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
