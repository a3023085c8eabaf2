"""The second tutorial, done from an empty folder."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT
from tests.exhaustive.docs.test_tutorial import followed, steps
from tests.plugin.scaffold.installing import Environment

PAGE = ROOT / "docs" / "plugins" / "tutorial_xml.md"


def test_all_is_done_and_printed_as_shown(tmp_path: Path) -> None:
    environment = Environment.made(tmp_path / "environment")
    place = tmp_path / "place"
    place.mkdir()
    followed(list(steps(PAGE.read_text("utf-8"))), environment, place)
    assert (place / "out" / "2024-2" / "shelf" / "2024-2.xml").exists()
