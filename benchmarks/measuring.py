"""What a run of the benchmark measures, one thing after another."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.figures import Counted, Figures, machine
from benchmarks.inputs import ISSUE_SIZE
from benchmarks.instructions import instructions, is_possible
from benchmarks.layers import BESIDE, LAYERS, Bench, issues
from benchmarks.meters import Calls, Clock, Memory
from benchmarks.peer import PeerMissing, beside_peer
from benchmarks.processes import Cost, Costs, bytecode_kept
from benchmarks.whole_runs import bulk, cold, warm_up

QUICK_SIZES: Final = (1, 10, 100, 1_000)
FULL_SIZES: Final = (*QUICK_SIZES, 10_000)

Tell = Callable[[str], None]
"""Takes a line on what is measured now."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure: numbers of articles, rounds at most, how many issues of each layer, and what
    is only done on request.
    """

    sizes: tuple[int, ...] = QUICK_SIZES
    rounds: int = 5
    layer_issues: int = 50
    with_peer: bool = False
    with_instructions: bool = False

    def rounds_of(self, count: int) -> int:
        """Rounds over so many articles: the larger, the fewer, since it steadies itself."""
        return max(1, self.rounds - max(0, len(str(count)) - 3))


def measured(plan: Plan, tell: Tell) -> Figures:
    """All that the plan asks for."""
    figures = Figures(machine())
    with tempfile.TemporaryDirectory(prefix="jatsx-benchmarks-") as name:
        folder = Path(name)
        with bytecode_kept(folder / "bytecode"):
            _measure_processes(figures, plan, folder, tell)
        tell("layers")
        bench = Bench(folder, has_loop=True)
        figures.layers = _layers(bench, plan)
        tell("calls and memory")
        figures.counted = _counted(bench)
    if plan.with_peer:
        _measure_peer(figures, plan, tell)
    return figures


def _measure_processes(figures: Figures, plan: Plan, folder: Path, tell: Tell) -> None:
    warm_up(folder)
    tell("cold processes")
    figures.cold = cold(folder, plan.rounds)
    tell(f"{', '.join(f'{count:,}' for count in plan.sizes)} articles")
    figures.bulk = bulk(folder, {count: plan.rounds_of(count) for count in plan.sizes})
    if plan.with_instructions and is_possible():
        tell("instructions")
        figures.instructions = instructions(folder)
    elif plan.with_instructions:
        figures.remarks.append("Instructions weren't counted: valgrind isn't there.")


def _measure_peer(figures: Figures, plan: Plan, tell: Tell) -> None:
    tell("the peer")
    try:
        figures.peer = beside_peer(plan.rounds)
    except PeerMissing as missing:
        figures.remarks.append(f"The peer wasn't measured: {missing}")


def _layers(bench: Bench, plan: Plan) -> Costs:
    """What each layer costs an article, issue by issue; a first issue that isn't kept warms up."""
    bench.work(ISSUE_SIZE, Clock())
    costs: dict[str, list[Cost]] = {layer: [] for layer in (*LAYERS, *BESIDE)}
    for issue in issues(plan.layer_issues * ISSUE_SIZE):
        clock = Clock()
        bench.work_on(issue, clock)
        for layer, kept in costs.items():
            kept.append(Cost(clock.wall[layer] / ISSUE_SIZE, clock.cpu[layer] / ISSUE_SIZE))
    return costs


def _counted(bench: Bench) -> Mapping[str, Counted]:
    """Calls and memory of each layer over one issue, for one article."""
    calls, memory = Calls(), Memory()
    bench.work(ISSUE_SIZE, calls)
    bench.work(ISSUE_SIZE, memory)
    return {
        layer: Counted(
            calls.python[layer] / ISSUE_SIZE,
            calls.c[layer] / ISSUE_SIZE,
            memory.peak[layer] / ISSUE_SIZE,
            memory.kept[layer] / ISSUE_SIZE,
        )
        for layer in (*LAYERS, *BESIDE)
    }
