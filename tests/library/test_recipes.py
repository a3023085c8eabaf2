"""The recipes of docs/library.md, run one after another in one program."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest

from tests.conftest import ROOT
from tests.library.examples import FOLDER, article
from tests.plugins.jatsx_draft.pages import NAMES_FIRST

PAGE: Final = (ROOT / "docs" / "library.md").read_text("utf-8").partition("## Reference")[0]
BLOCK: Final = re.compile(r"### ([^\n]+)\n(?:(?!### ).)*?```python\n(.*?)```", re.DOTALL)
RECIPES: Final = dict(BLOCK.findall(PAGE))
NATIVE: Final = """<?xml version="1.0" encoding="utf-8"?>
<article xmlns="http://pkp.sfu.ca" locale="en" status="3" stage="production">
  <id type="internal" advice="ignore">12</id>
  <publication locale="en" version="1" status="3">
    <id type="doi" advice="update">10.5555/12</id>
    <title locale="en">A title</title>
  </publication>
</article>
"""


class HttpResponse(dict[str, str]):
    """A response as a web framework has it."""

    def __init__(self, content: str | bytes, status: int = 200, content_type: str = "") -> None:
        super().__init__({"Content-Type": content_type})
        self.content = content
        self.status = status


@dataclass
class Button:
    is_pressed: bool = True


@dataclass
class Program:
    """The names that the recipes use."""

    uploads: dict[str, bytes] = field(default_factory=dict)

    def names(self) -> dict[str, Any]:
        return {
            "HttpResponse": HttpResponse,
            "stop_button": Button(),
            "upload": self.uploads.__setitem__,
        }


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(FOLDER, tmp_path / "2024-2")
    (tmp_path / "native.xml").write_text(NATIVE)
    (tmp_path / "2024-2.txt").write_text(NAMES_FIRST)
    lines = (json.dumps(article(f"{n:03}")) for n in range(120))
    (tmp_path / "articles.jsonl").write_text("\n".join(lines))
    (tmp_path / "deposit.xml").write_bytes(b"<doi_batch/>")
    monkeypatch.chdir(tmp_path)


def ran(recipe: str, program: Program | None = None) -> dict[str, Any]:
    """The names of a program after a recipe."""
    names = (program or Program()).names()
    exec("import jatsx\nfrom pathlib import Path\n" + recipe, names)
    return names


def test_there_are_recipes() -> None:
    assert len(RECIPES) == 12


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_runs(title: str) -> None:
    ran(RECIPES[title])


def test_the_first_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    ran(PAGE.partition("```python\n")[2].partition("```")[0])
    path, size = capsys.readouterr().out.split()
    assert path == "2024-2/crossref/2024-2.xml"
    assert int(size) > 10_000


def test_a_view_returns_a_deposit_or_the_errors() -> None:
    deposit = ran(RECIPES["A web view that returns a deposit"])["deposit"]
    response = deposit(None, article())
    assert response.status == 200
    assert response["Content-Disposition"] == 'attachment; filename="2024-3.xml"'
    assert b"<doi>10.5555/07</doi>" in response.content
    refused = deposit(None, article(doi="7"))
    assert refused.status == 422
    assert "7 is not a valid DOI" in refused.content


def test_all_documents_of_a_large_file_are_uploaded() -> None:
    program = Program()
    names = ran(RECIPES["A million articles"], program)
    assert names["refused"] == 0
    (content,) = program.uploads.values()
    assert content.count(b"<journal_article") == 120
