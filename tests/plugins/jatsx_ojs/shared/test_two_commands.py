"""From an export to a Crossref deposit: two commands with one journal.yaml, nothing typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import export, run
from tests.conftest import ROOT

INPUTS = ROOT.parent / "shared" / "inputs" / "ojs"
JOURNAL = """
title: {ru: Физика, kk: Физика}
issn: {electronic: 2434-561X}
publisher: {name: {en: University}}
doi_prefix: "10.55555"
patterns:
  url: https://physics.kz/{issue.id}/{article.id}
formats:
  crossref:
    depositor_name: University
    email_address: office@physics.kz
    registrant: University
"""


@pytest.mark.parametrize("name", ["ojs33-kk-ru-en", "ojs35-kk-ru-en"])
def test_the_deposit_is_ready(name: str, tmp_path: Path) -> None:
    journal = tmp_path / "journal.yaml"
    journal.write_text(JOURNAL, "utf-8")
    source, folder = INPUTS / f"{name}.xml", tmp_path / "folder"
    assert run("convert", source, "--journal", journal, "--out", folder).exit_code == 0
    exported = export(folder, "--to", "crossref", out=tmp_path / "out")
    assert exported.exit_code == 0, exported.stdout
    (deposit,) = exported.files()
    assert run("validate", tmp_path / "out" / deposit).exit_code == 0
    assert b"<resource>https://physics.kz/" in (tmp_path / "out" / deposit).read_bytes()


def test_without_a_pattern_only_the_url_is_missing(tmp_path: Path) -> None:
    journal = tmp_path / "journal.yaml"
    text = JOURNAL.replace("patterns:\n  url: https://physics.kz/{issue.id}/{article.id}\n", "")
    journal.write_text(text, "utf-8")
    source = INPUTS / "ojs35-kk-ru-en.xml"
    ran = export(source, "--journal", journal, "--to", "crossref", out=tmp_path / "out")
    errors = {one["code"] for one in ran.findings if one["level"] == "error"}
    assert errors == {"crossref-article-url-missing"}
