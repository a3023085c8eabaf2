"""``jatsx plugin new``: what it writes, and what it refuses.

That it installs, exports and passes its own tests is asked in ``tests/exhaustive``, and in the
tutorial's test of the plugin that it leads to.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.cli.commands import run
from tests.conftest import ROOT

EXAMPLE: Final = ROOT / "examples" / "caa-2021-4"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("new") / "jatsx-shelf"
    assert run("plugin", "new", "shelf", "--out", made).exit_code == 0
    return made


def test_no_placeholder_is_left(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {path.relative_to(folder).as_posix() for path in files} >= {
        ".gitignore",
        "README.md",
        "jatsx_shelf/__init__.py",
        "jatsx_shelf/schema.json",
        "pyproject.toml",
        "tests/test_conformance.py",
    }
    for path in files:
        assert "{{" not in path.read_text("utf-8")
        assert not path.name.endswith(".template")


@pytest.mark.parametrize("name", ["Shelf", "my-format", "2d", "", "полка", "a" * 41, "../x", "a b"])
def test_a_name_is_a_word(name: str, tmp_path: Path) -> None:
    done = run("plugin", "new", name, "--out", tmp_path / "new")
    assert done.exit_code == 2
    assert "Use lowercase Latin letters and digits" in done.stderr.replace("\n", " ")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["jats", "rsci", "ojs", "jatsx"])
def test_a_taken_name_is_refused(name: str, tmp_path: Path) -> None:
    done = run("plugin", "new", name, "--out", tmp_path / "new")
    assert done.exit_code == 2
    assert f"The name {name} is already used" in done.stderr
    assert not (tmp_path / "new").exists()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    done = run("plugin", "new", "shelf", "--out", tmp_path)
    assert done.exit_code == 2
    assert "already exists" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_folder_is_named_for_the_plugin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("plugin", "new", "shelf")
    assert done.exit_code == 0
    assert "Created jatsx-shelf with the format shelf." in done.stdout
    assert (tmp_path / "jatsx-shelf" / "pyproject.toml").exists()


def test_a_place_that_cant_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("plugin", "new", "shelf", "--out", tmp_path / "file" / "inside")
    assert done.exit_code == 5
    assert "file" in done.stderr
