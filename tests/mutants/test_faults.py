"""Each planted fault has one place in the code, and tests that are there.

Whether those catch it is asked in ``tests/mutants/planted``.
"""

from __future__ import annotations

import ast
import builtins
import re

from tests.conftest import ROOT

from .faults import CODE, FAULTS, Fault, of_each_fault


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


def names_in(text: str) -> set[str]:
    """The names that a source uses, but for those of attributes."""
    return {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
