"""Faulty files: what becomes of each, byte for byte, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

import jatsx
from tests.fixing.files import CASES, case, contents, copies, issue_folder


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_faulty_file_becomes_what_its_case_says(path: Path, tmp_path: Path) -> None:
    given = case(path)
    folder = issue_folder(tmp_path / "2024-2", {given.file: given.before})
    before = contents(folder)
    fixes = jatsx.fix(folder)
    assert {one.code for one in fixes.mends} == given.mends
    assert tuple(str(one.refusal) for one in fixes.refused) == given.refused
    assert contents(folder) == before

    written = fixes.write()
    assert [one.reason for one in written] == [None] * (not given.is_unchanged)
    assert contents(folder) == {**before, given.file: given.after}
    assert copies(folder) == ({} if given.is_unchanged else {given.file: given.before})


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_twice_is_once_and_nothing_corrected_is_found_again(path: Path, tmp_path: Path) -> None:
    given = case(path)
    folder = issue_folder(tmp_path / "2024-2", {given.file: given.before})
    jatsx.fix(folder).write()
    after = contents(folder)
    again = jatsx.fix(folder)
    assert again.mends == []
    assert again.write() == []
    assert contents(folder) == after
    codes = {one.code for one in again.result.findings}
    assert codes & given.mends == set()
    assert "file-ending-other" not in codes


def test_there_are_many_cases_and_many_in_which_nothing_changes() -> None:
    unchanged = [path for path in CASES if case(path).is_unchanged]
    assert len(CASES) >= 60
    assert len(unchanged) >= 15
