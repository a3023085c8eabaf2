"""The two printed issues of ../shared: nothing wrong without doubt, and drafts that export."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from click.testing import CliRunner

import jatsx
from benchmarks.draft.drafts import read_drafts
from benchmarks.draft.gold import read_gold
from benchmarks.draft.invented import invented_values
from benchmarks.draft.pairs import paired
from benchmarks.draft.scoring import scored
from jatsx.cli import main
from jatsx_draft.sources import printed_lines

SHARED: Final = Path(__file__).resolve().parents[4] / "shared"
PRINT, CORPUS = SHARED / "print", SHARED / "corpus"
ISSUES: Final = ("irilj-2024-2", "caa-2021-4")

pytestmark = pytest.mark.skipif(not PRINT.is_dir(), reason="needs ../shared/print")


@pytest.fixture(params=ISSUES)
def name(request: pytest.FixtureRequest) -> str:
    """The name of an issue."""
    return str(request.param)


def test_no_value_is_invented_or_false_without_doubt(name: str, tmp_path: Path) -> None:
    source = PRINT / f"{name}.txt"
    jatsx.draft(source, tmp_path / "out")
    drafts = read_drafts(tmp_path / "out")
    lines = list(printed_lines(source))
    assert not [one for draft in drafts for one in invented_values(draft, lines)]
    values = list(scored(paired(read_gold(CORPUS, {name}), drafts)))
    assert len(values) > 300
    assert not [one.value for one in values if one.is_unnoticed]


def changed(path: Path, **values: Any) -> None:
    """Sets values that a YAML file does not have."""
    data = yaml.safe_load(path.read_text("utf-8")) or {}
    path.write_text(yaml.safe_dump(values | data, allow_unicode=True), "utf-8")


def exported(folder: Path, to: str) -> int:
    """The exit code of an export."""
    out = str(folder.parent / to)
    return CliRunner().invoke(main, ["export", str(folder), "--to", to, "--out", out]).exit_code


def test_a_draft_exports(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    jatsx.draft(PRINT / f"{name}.txt", folder)
    assert exported(folder, "jats") == 0
    assert exported(folder, "crossref") == 1
    depositor = dict.fromkeys(("depositor_name", "registrant"), "Steppe")
    depositor["email_address"] = "deposit@steppe.kz"
    changed(folder / "journal.yaml", title={"en": "Steppe"}, formats={"crossref": depositor})
    changed(folder / "issue.yaml", year=2021, number="4")
    for n, path in enumerate(sorted((folder / "articles").glob("*.yaml"))):
        changed(path, doi=f"10.26577/steppe.{n}", url=f"https://steppe.kz/{n}")
    assert (exported(folder, "crossref"), exported(folder, "doaj")) == (0, 0)
