"""Each file, converted to a folder, reads back as the same articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatsx.readers.issue_folder import read_folder
from jatsx_ojs import jatsx_readers
from tests.cli.commands import run
from tests.conftest import ROOT

FILES = sorted((ROOT.parent / "shared" / "inputs" / "ojs").glob("*.xml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_reads_back_as_the_same_articles(path: Path, tmp_path: Path) -> None:
    given = [record.article for record in next(iter(jatsx_readers())).read(path) if record.article]
    run("convert", path, "--out", tmp_path / "out")
    folders = [p.parent for p in (tmp_path / "out").rglob("issue.yaml")]
    read = [one.article for folder in folders for one in read_folder(folder) if one.article]
    assert sorted(read, key=lambda one: one.id) == sorted(given, key=lambda one: one.id)
    assert given


def test_there_are_four() -> None:
    assert len(FILES) == 4
