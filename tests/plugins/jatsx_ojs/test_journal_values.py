"""A journal file gives articles from OJS the URLs and DOIs that nobody types for each."""

from __future__ import annotations

from pathlib import Path

import pytest

import jatsx

VERSIONS = Path(__file__).parent / "versions"
JOURNAL = """\
title: {en: Sample Journal}
patterns:
  doi: "10.5555/sample.{issue.id}.{article.id}"
  url: "https://example.org/view/{article.id}"
"""


@pytest.mark.parametrize("version", ["2.4", "3.3", "3.5"])
def test_patterns_give_what_the_export_lacks(version: str, tmp_path: Path) -> None:
    journal, source = tmp_path / "journal.yaml", VERSIONS / f"{version}.xml"
    journal.write_text(JOURNAL, "utf-8")
    before = [one.article for one in jatsx.read(source) if one.article]
    after = [one.article for one in jatsx.read(source, journal=journal) if one.article]
    assert before
    for old, new in zip(before, after, strict=True):
        assert new.url == (old.url or f"https://example.org/view/{new.id}")
        assert new.doi == (old.doi or f"10.5555/sample.{new.issue.id}.{new.id}")
