"""What ``jatsx plugin new`` writes installs, exports and passes its own tests."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import ROOT
from tests.plugin.scaffold.installing import Environment
from tests.plugin.scaffold.test_plugin_new import folder

__all__ = ["folder"]

EXAMPLE: Final = ROOT / "examples" / "caa-2021-4"


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
    documents = sorted((tmp_path / "out" / Path(EXAMPLE).name / "shelf").iterdir())
    assert len(documents) == 5
    assert json.loads(documents[0].read_text("utf-8"))["titles"]["en"]
    validated = installed.run("jatsx validate out/*/shelf/*.json", tmp_path)
    assert validated.stdout.count(": valid: Shelf") == 5


def test_it_asks_its_rule(installed: Environment, tmp_path: Path) -> None:
    article = tmp_path / "01.yaml"
    article.write_text("id: 01\nlanguage: en\ntitle: {en: Title}\n")
    done = installed.run(f"jatsx check {article} --to shelf", tmp_path)
    assert "The article has no pages.  [shelf-pages-missing]" in done.stdout
