"""The plan of the mutants names what exists, and each survivor has a reason."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.conftest import ROOT

from .mutants import areas

SURVIVORS = yaml.safe_load((Path(__file__).parent / "survivors.yaml").read_text("utf-8"))


def test_each_area_has_modules_mutants_and_tests() -> None:
    _, planned = areas()
    assert sum(area.mutants for area in planned) >= 400
    for area in planned:
        assert area.files(ROOT)
        paths = [one.partition("::")[0] for group in area.tests for one in group]
        named = [one for one in paths if one.startswith("tests/") and "{" not in one]
        assert named
        assert [one for one in named if not (ROOT / one).exists()] == []


def test_a_survivor_is_a_line_of_the_code_and_has_a_reason() -> None:
    for one in SURVIVORS:
        assert one["code"] in (ROOT / one["module"]).read_text("utf-8")
        assert one["mutant"] != one["code"]
        assert len(one["reason"]) > 20
