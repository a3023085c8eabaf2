"""The plan of the mutants names what exists, and each survivor has a reason."""

from __future__ import annotations

from pathlib import Path

import yaml

from .mutants import ROOT, read_plan

SURVIVORS = yaml.safe_load((Path(__file__).parent / "survivors.yaml").read_text("utf-8"))


def test_the_modules_and_the_tests_are_there() -> None:
    plan = read_plan()
    assert sum(area.mutants for area in plan.areas) >= 400
    assert [area.name for area in plan.areas if not area.files(ROOT)] == []
    paths = [one.rpartition("=")[2] for one in plan.tests if "tests/" in one and "*" not in one]
    assert [one for one in paths if not (ROOT / one).exists()] == []


def test_a_survivor_is_a_line_of_the_code_and_has_a_reason() -> None:
    for one in SURVIVORS:
        assert one["code"] in (ROOT / one["module"]).read_text("utf-8")
        assert one["mutant"] != one["code"]
        assert len(one["reason"]) > 20
