"""The table of several runs in a page."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from benchmarks.draft.page import main
from benchmarks.draft.scoring import scored
from benchmarks.draft.tables import as_json
from tests.benchmarks.draft.invented import DRAFT, drafted_article, gold_article


def test_the_figures_are_written_between_the_comments(tmp_path: Path) -> None:
    wrong = {**DRAFT, "title": {"en": "THE WIND OF THE SEA", "kk": "Дала желі"}}
    for name, draft in (("right", DRAFT), ("wrong", wrong)):
        values = list(scored([(gold_article(), drafted_article(draft, "doubt"))]))
        (tmp_path / f"{name}.json").write_text(as_json(values, []), "utf-8")
    page = tmp_path / "page.md"
    page.write_text("Before\n<!-- figures -->\nold\n<!-- /figures -->\nAfter\n", "utf-8")
    runs = [f"{name}={tmp_path / name}.json" for name in ("right", "wrong")]
    assert CliRunner().invoke(main, [*runs, "--into", str(page)]).exit_code == 0
    text = page.read_text("utf-8")
    assert text.startswith("Before\n<!-- figures -->\nPrinted values:")
    assert text.endswith("<!-- /figures -->\nAfter\n")
    assert "old" not in text
    assert "| title | 2 | 2 (1 in doubt) | 1, 1 wrong (1 in doubt) |" in text
    assert json.loads((tmp_path / "wrong.json").read_text("utf-8"))["values"][0]["value"]["gold"]
