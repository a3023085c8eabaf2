"""``jatsx plugin new``: what it writes installs, exports and passes its own tests."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

import pytest

from tests.cli.commands import run
from tests.conftest import ROOT

from .installing import Environment

EXAMPLE: Final = ROOT / "examples" / "caa-2021-4"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("new") / "jatsx-shelf"
    assert run("plugin", "new", "shelf", "--out", made).exit_code == 0
    return made


@pytest.fixture(scope="module")
def installed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    environment = Environment.made(tmp_path_factory.mktemp("environment"))
    done = environment.run("pip install '.[dev]'", folder)
    assert done.returncode == 0, done.stdout
    return environment


def test_its_own_tests_pass(installed: Environment, folder: Path) -> None:
    done = installed.run("pytest -q -W error -p no:cacheprovider", folder)
    assert done.returncode == 0, done.stdout
    passed = re.search(r"^(\d+) passed in", done.stdout, re.MULTILINE)
    assert passed is not None
    assert int(passed[1]) > 700


def test_it_is_among_the_plugins(installed: Environment, tmp_path: Path) -> None:
    done = installed.run("jatsx plugins", tmp_path)
    assert done.returncode == 0, done.stdout
    assert "shelf  jatsx-shelf 0.1.0\n" in done.stdout
    assert re.search(r"^  writes  shelf +Shelf", done.stdout, re.MULTILINE)


def test_it_exports_an_example(installed: Environment, tmp_path: Path) -> None:
    done = installed.run(f"jatsx export {EXAMPLE} --to shelf --out out", tmp_path)
    assert done.returncode == 0, done.stdout
    documents = sorted((tmp_path / "out" / "shelf").iterdir())
    assert len(documents) == 5
    assert json.loads(documents[0].read_text("utf-8"))["titles"]["en"]
    validated = installed.run("jatsx validate out/shelf/*.json", tmp_path)
    assert validated.stdout.count(": valid: Shelf") == 5


def test_it_asks_its_rule(installed: Environment, tmp_path: Path) -> None:
    article = tmp_path / "01.yaml"
    article.write_text("id: 01\nlanguage: en\ntitle: {en: Title}\n")
    done = installed.run(f"jatsx check {article} --to shelf", tmp_path)
    assert "The article has no pages.  [shelf-pages-missing]" in done.stdout


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
    assert "take a word of small Latin letters and digits" in done.stderr.replace("\n", " ")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["jats", "rsci", "ojs", "jatsx"])
def test_a_taken_name_is_refused(name: str, tmp_path: Path) -> None:
    done = run("plugin", "new", name, "--out", tmp_path / "new")
    assert done.exit_code == 2
    assert f"The name {name} is taken" in done.stderr
    assert not (tmp_path / "new").exists()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    done = run("plugin", "new", "shelf", "--out", tmp_path)
    assert done.exit_code == 2
    assert "is there already" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_folder_is_named_for_the_plugin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("plugin", "new", "shelf")
    assert done.exit_code == 0
    assert "Made jatsx-shelf with the format shelf." in done.stdout
    assert (tmp_path / "jatsx-shelf" / "pyproject.toml").exists()


def test_a_place_that_cant_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("plugin", "new", "shelf", "--out", tmp_path / "file" / "inside")
    assert done.exit_code == 2
    assert "file" in done.stderr
