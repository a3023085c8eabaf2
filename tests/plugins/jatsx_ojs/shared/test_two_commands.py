"""From an export to a Crossref deposit: two commands with one journal.yaml.

An export has no URLs. Nothing else keeps an article from Crossref.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import export, run
from tests.conftest import ROOT

INPUTS = ROOT.parent / "shared" / "inputs" / "ojs"
JOURNAL = """
title: {{ru: Физика, kk: Физика}}
issn: {{electronic: 2434-561X}}
publisher: {{name: {{en: University}}}}
doi_prefix: "{prefix}"
formats:
  crossref:
    depositor_name: University
    email_address: office@physics.kz
    registrant: University
"""


@pytest.mark.parametrize(
    ("name", "prefix"), [("ojs33-kk-ru-en", "10.55555"), ("ojs35-kk-ru-en", "10.55555")]
)
def test_only_the_url_is_missing(name: str, prefix: str, tmp_path: Path) -> None:
    journal = tmp_path / "journal.yaml"
    journal.write_text(JOURNAL.format(prefix=prefix), "utf-8")
    source, folder = INPUTS / f"{name}.xml", tmp_path / "folder"
    assert run("convert", source, "--journal", journal, "--out", folder).exit_code == 0
    exported = export(folder, "--to", "crossref", out=tmp_path / "out")
    errors = {one["code"] for one in exported.findings if one["level"] == "error"}
    assert errors == {"crossref-article-url-missing"}
    for article in (folder / "articles").glob("*.yaml"):
        text = article.read_text("utf-8")
        article.write_text(f"url: https://physics.kz/article/view/{article.stem}\n{text}", "utf-8")
    assert export(folder, "--to", "crossref", out=tmp_path / "out").exit_code == 0
