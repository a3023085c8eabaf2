"""Converted folders as they should look: ``given`` becomes ``written``."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.issue_folder.converting import contents, convert, read

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_folder_is_written_like_the_golden(
    case: Path, tmp_path: Path, write_goldens: bool
) -> None:
    assert convert(case / "given", "--out", tmp_path / "out").exit_code == 0
    if write_goldens:
        shutil.rmtree(case / "written", ignore_errors=True)
        shutil.copytree(tmp_path / "out", case / "written")
    assert contents(tmp_path / "out") == contents(case / "written")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_golden_is_read_as_what_was_given(case: Path) -> None:
    assert read(case / "written") == read(case / "given")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_lines_are_short_where_they_can_be_broken(case: Path) -> None:
    lines = [line for text in contents(case / "written").values() for line in text.splitlines()]
    long = [line for line in lines if len(line) > 100]
    assert [line for line in long if " " in line.split(": ", 1)[-1].strip()] == []
