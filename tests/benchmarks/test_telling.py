"""What is told of figures: tables, verdicts, a page and a plot."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from benchmarks.__main__ import main
from benchmarks.figures import Counted, Figures
from benchmarks.page import with_figures
from benchmarks.plot import plotted
from benchmarks.processes import Cost, Costs, Job, in_turn, middle, ratio
from benchmarks.table import tables
from benchmarks.targets import TARGETS
from benchmarks.whole_runs import EXPORT, FLOOR, LOOP, PYTHON, TWO_JOBS

BULK: Costs = {
    EXPORT: [Cost(2, 2, 100), Cost(3, 2.2, 100)],
    LOOP: [Cost(2, 2, 80), Cost(3, 2, 80)],
    TWO_JOBS: [Cost(1, 2, 90), Cost(1.5, 2, 90)],
    FLOOR: [Cost(0.2, 0.2, 20), Cost(0.2, 0.2, 20)],
}


@pytest.fixture
def figures() -> Figures:
    return Figures(
        {"Python": "3.11"},
        bulk={1_000: BULK, 10_000: BULK},
        counted={"read": Counted(10, 20, 2048, 1024)},
        instructions={
            EXPORT: {"start": 100, "article": 2},
            LOOP: {"start": 1000, "article": 1},
        },
        remarks=["The peer wasn't measured: no network."],
    )


def test_ratios_are_of_runs_side_by_side() -> None:
    assert ratio(BULK[EXPORT], BULK[LOOP], "wall") == 1
    assert ratio(BULK[EXPORT], BULK[LOOP], "cpu") == pytest.approx(1.05)
    assert middle(BULK[EXPORT], "wall") == 2.5


def test_a_process_is_measured() -> None:
    work = "import time; time.sleep(0.05); x = bytearray(60_000_000)"
    costs = in_turn([Job("work", [PYTHON, "-c", work]), Job("pass", [PYTHON, "-c", "pass"])], 2)
    assert middle(costs["work"], "wall") > 0.05
    assert middle(costs["work"], "peak") > middle(costs["pass"], "peak") + 50
    assert middle(costs["pass"], "cpu") < middle(costs["pass"], "wall") + 0.05


def test_what_a_former_run_wrote_is_put_aside_and_kept(tmp_path: Path) -> None:
    output = tmp_path / "out"
    job = Job("work", [PYTHON, "-c", "pass"], output)
    for content in ("first", "second"):
        output.mkdir()
        (output / "document").write_text(content)
        job.clear()
        assert not output.exists()
    kept = sorted(path.read_text() for path in tmp_path.rglob("document"))
    assert kept == ["first", "second"]


def test_verdicts(figures: Figures) -> None:
    verdicts = {target.what: target.verdict(figures) for target in TARGETS}
    assert verdicts["1,000 articles to three formats: × the loop"] is True
    assert verdicts["10,000: × the time of 1,000"] is True
    assert verdicts["check alone: × the three exports"] is None
    assert verdicts["10,000, --jobs 2: as fast as one process, ×"] is True


def test_figures_come_back_from_json(figures: Figures) -> None:
    assert Figures.of_json(figures.as_json()) == figures


def test_tables_say_what_is_missing(figures: Figures) -> None:
    told = tables(figures)
    assert "| ≤ 1.5 |     1.05 |" in told
    assert "not measured" in told
    assert "Cold processes" not in told
    assert "Hence × the loop: 1 article 0.10, 1,000 articles 1.05, 10,000 articles 1.83." in told
    assert told.endswith("The peer wasn't measured: no network.\n")


def test_the_plot_is_svg_with_a_line_for_each_process(figures: Figures) -> None:
    root = etree.fromstring(plotted(figures).encode())
    assert len(root.findall("{*}polyline")) == 2 * len(BULK)


def test_figures_take_the_place_of_former_ones() -> None:
    page = "a\n<!-- figures -->\nold\n<!-- end of figures -->\nb\n"
    assert with_figures(page, r"new \1\n") == page.replace("old", "\n" + r"new \1\n")
    with pytest.raises(ValueError, match="no <!-- figures -->"):
        with_figures("a", "b")


def test_strict_fails_where_a_target_is_missed(figures: Figures, tmp_path: Path) -> None:
    saved = tmp_path / "figures.json"
    saved.write_text(figures.as_json(), "utf-8")
    assert CliRunner().invoke(main, ["--saved", str(saved), "--strict"]).exit_code == 0
    figures.bulk[1_000] = {**BULK, LOOP: BULK[FLOOR]}
    saved.write_text(figures.as_json(), "utf-8")
    assert CliRunner().invoke(main, ["--saved", str(saved)]).exit_code == 0
    assert CliRunner().invoke(main, ["--saved", str(saved), "--strict"]).exit_code == 1
