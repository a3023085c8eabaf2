"""Plugins installed for a test, and articles to export beside them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.commands import export
from tests.cli.issues import article, issue_folder
from tests.plugin.installing import CULPRIT, IDS, SHIPPED, installed, shipped_files

Install = Callable[..., Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Installs a distribution of one module, for this process and those that it starts."""

    def install(name: str, code: str, **points: str) -> Path:
        site = installed(tmp_path / f"site-{name}", name, code, points)
        monkeypatch.syspath_prepend(site)
        monkeypatch.delitem(sys.modules, name, raising=False)
        return site

    return install


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An issue folder of ten articles."""
    articles = {f"a{id_}": article(id_) for id_ in IDS}
    return issue_folder(tmp_path_factory.mktemp("issue") / "2024-1", **articles)


@pytest.fixture(scope="session")
def lines(folder: Path) -> Path:
    """The same issue as JSON Lines, which several processes share."""
    from jatsx.readers.yaml_text import read_yaml

    path = folder.parent / "2024-1.jsonl"
    journal, issue, *articles = (
        read_yaml(file.read_text("utf-8"))[0]
        for file in (
            folder / "journal.yaml",
            folder / "issue.yaml",
            *sorted((folder / "articles").iterdir()),
        )
    )
    whole = {"issue": {"id": "2024-1", **issue, "journal": journal}}
    path.write_text("".join(f"{json.dumps({**one, **whole})}\n" for one in articles), "utf-8")
    return path


@pytest.fixture(scope="session")
def alone(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the shipped formats make of the issue where no other plugin is there."""
    ran = export(folder, *SHIPPED, out=tmp_path_factory.mktemp("alone") / "out")
    files = shipped_files(ran)
    assert (ran.exit_code, len(files), CULPRIT in IDS) == (0, len(IDS) + 2, True)
    return files
