"""Which tests a line has, by what was recorded."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from .mutants import ROOT
from .tests_of_lines import (
    TestsOfLines,
    lines_in_functions,
    lines_of_statement,
    lines_with_names,
    mirror_of,
)

SOURCE = """\
LIMIT = 3
@cached
def first(
    values,
    most=LIMIT,
):
    if (
        values
        and most
    ):
        return [
            value
            for value in values
        ]
    try:
        pass
    except ValueError:
        pass
"""


def test_lines_in_functions_are_those_of_bodies() -> None:
    assert lines_in_functions(ast.parse(SOURCE)) == {*range(7, 19)}


@pytest.mark.parametrize(
    ("line", "lines"),
    [(1, (1, 1)), (8, (7, 10)), (12, (11, 14)), (15, (15, 15)), (17, (17, 17)), (16, (16, 16))],
)
def test_a_line_belongs_to_the_smallest_statement(line: int, lines: tuple[int, int]) -> None:
    found = lines_of_statement(ast.parse(SOURCE), line)
    assert (found[0], found[-1]) == lines


def test_a_constant_is_used_where_its_name_is() -> None:
    tree = ast.parse("LIMIT = 3\nOTHER = 4\ndef first(one):\n    return one < LIMIT\n")
    assert lines_with_names(tree, [1]) == {4}
    assert lines_with_names(tree, [2]) == set()


def test_a_folder_of_tests_mirrors_that_of_a_module() -> None:
    assert mirror_of("jatsx/deposit/ledger/sql.py") == "tests/deposit/ledger"
    assert mirror_of("jatsx/rules/text/letters.py") == "tests/rules"
    assert mirror_of("plugins/jatsx_jats/reader/people.py") == "tests/plugins/jatsx_jats/reader"


def test_narrow_tests_of_each_function_come_first(tmp_path: Path) -> None:
    module = "jatsx/deposit/ledger/clock.py"
    source = (ROOT / module).read_text("utf-8")
    line = max(lines_in_functions(ast.parse(source)))
    file = Path(__file__).relative_to(ROOT).as_posix()
    names = [f"{file}::{one}" for one in ("narrow[1]", "narrow[2]", "broad", "slow")]
    narrow, other_narrow, broad, _ = names
    elsewhere = {str(number): [2, 3] for number in range(9)}
    lines = {module: {str(line): [0, 1, 2, 3]}, "other.py": elsewhere}
    seconds = dict(zip(names, (1, 1, 1, 9), strict=True))
    recorded = tmp_path / "lines.json"
    recorded.write_text(json.dumps({"seconds": seconds, "lines": lines}), "utf-8")
    tests = TestsOfLines(recorded)
    assert tests.of(module, line, 3, 9) == [narrow, broad, other_narrow]
    assert tests.of(module, line, 3, 2) == [narrow, broad]
