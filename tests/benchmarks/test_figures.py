"""What is computed from costs: ratios, targets and tables; and how a process is measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.__main__ import main
from benchmarks.figures import Figures
from benchmarks.page import with_figures
from benchmarks.processes import Cost, Costs, Job, median_cost, ratio, run_in_turn
from benchmarks.table import all_tables, page_table
from benchmarks.targets import TARGETS
from benchmarks.whole_runs import BARE, EXPORT, HELP, LOOP, PYTHON, TWO_JOBS

RUN: Costs = {
    EXPORT: [Cost(2, 2, 100), Cost(3, 2.2, 100)],
    LOOP: [Cost(2, 2, 80), Cost(3, 2, 80)],
    TWO_JOBS: [Cost(1, 2, 90), Cost(1.5, 2, 90)],
}


@pytest.fixture
def figures() -> Figures:
    return Figures(
        {"Python": "3.11"},
        start={BARE: [Cost(0.03, 0.03, 10)], HELP: [Cost(0.06, 0.06, 15)]},
        runs={1_000: RUN, 10_000: RUN},
        layers={"read": [Cost(0.001, 0.0005)]},
        remarks=["The peer wasn't measured: no network."],
    )


def test_a_ratio_compares_runs_of_the_same_round() -> None:
    assert ratio(RUN[EXPORT], RUN[LOOP], "wall") == 1
    assert ratio(RUN[EXPORT], RUN[LOOP], "cpu") == pytest.approx(1.05)
    assert median_cost(RUN[EXPORT], "wall") == 2.5


def test_a_process_is_measured() -> None:
    work = "import time; time.sleep(0.05); x = bytearray(60_000_000)"
    jobs = [Job("work", [PYTHON, "-c", work]), Job("pass", [PYTHON, "-c", "pass"])]
    costs = run_in_turn(jobs, 2)
    assert median_cost(costs["work"], "wall") > 0.05
    assert median_cost(costs["work"], "peak") > median_cost(costs["pass"], "peak") + 50
    assert median_cost(costs["pass"], "cpu") < median_cost(costs["pass"], "wall") + 0.05


def test_the_output_of_a_previous_run_is_moved_aside(tmp_path: Path) -> None:
    output = tmp_path / "out"
    job = Job("work", [PYTHON, "-c", "pass"], output)
    for content in ("first", "second"):
        output.mkdir()
        (output / "document").write_text(content)
        job.clear()
        assert not output.exists()
    kept = sorted(path.read_text() for path in tmp_path.rglob("document"))
    assert kept == ["first", "second"]


def test_targets_are_met_missed_or_not_measured(figures: Figures) -> None:
    figures.runs[1_000] = {**RUN, EXPORT: [Cost(4, 4, 100)] * 2}
    is_met = {target.name: target.is_met(figures) for target in TARGETS}
    assert is_met["1 article: × the loop"] is None
    assert is_met["1,000 articles: × the loop"] is False
    assert is_met["10,000 articles: × the loop"] is True
    assert is_met["10,000 articles: × --jobs 2 (elapsed)"] is True
    assert is_met["10,000 articles: × the CPU time of 1,000"] is True


def test_figures_are_read_back_from_json(figures: Figures) -> None:
    assert Figures.from_json(figures.to_json()) == figures


def test_tables(figures: Figures) -> None:
    tables, page = all_tables(figures), page_table(figures)
    assert "| 10,000 articles: × the loop                     | ≤ 2.5 |     1.05 | met" in page
    assert "| Crossref, exported and validated: × the peer    | ≤ 0.1 |        – | not" in page
    assert "| python -c pass        |        – |   0.03 |       0.03 |              10 |" in tables
    assert "| jatsx export          |    1,000 |   2.10 |       2.50 |             100 |" in tables
    assert "| read        |    0.50 |        1.00 |" in tables
    assert page.endswith("\n\nMeasured: Python 3.11.\nThe peer wasn't measured: no network.\n")
    assert tables.startswith(page.partition("\n\nMeasured")[0])


def test_figures_replace_the_previous_ones() -> None:
    page = "a\n<!-- figures -->\nold\n<!-- end of figures -->\nb\n"
    assert with_figures(page, r"new \1\n") == page.replace("old", "\n" + r"new \1\n")
    with pytest.raises(ValueError, match="no <!-- figures -->"):
        with_figures("a", "b")


def test_strict_fails_if_a_target_is_missed(figures: Figures, tmp_path: Path) -> None:
    saved = tmp_path / "figures.json"
    saved.write_text(figures.to_json(), "utf-8")
    assert CliRunner().invoke(main, ["--saved", str(saved), "--strict"]).exit_code == 0
    figures.runs[1_000] = {**RUN, LOOP: [Cost(0.2, 0.2, 20)] * 2}
    saved.write_text(figures.to_json(), "utf-8")
    assert CliRunner().invoke(main, ["--saved", str(saved)]).exit_code == 0
    assert CliRunner().invoke(main, ["--saved", str(saved), "--strict"]).exit_code == 1
