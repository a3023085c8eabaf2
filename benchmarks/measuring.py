"""Measures everything that a plan asks for."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.figures import Figures, environment
from benchmarks.inputs import ISSUE_SIZE
from benchmarks.layers import LAYERS, Bench, issues
from benchmarks.meters import Clock
from benchmarks.peer import PeerUnavailable, measure_peer
from benchmarks.processes import Cost, Costs, bytecode_kept
from benchmarks.whole_runs import measure_runs, measure_start, warm_up

QUICK_SIZES: Final = (1, 1_000)
FULL_SIZES: Final = (*QUICK_SIZES, 10_000)

_LAYER_ISSUES: Final = 10

Progress = Callable[[str], None]
"""Takes the name of what is measured next."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure: numbers of articles, the largest number of rounds, and the peer or not."""

    sizes: tuple[int, ...] = QUICK_SIZES
    rounds: int = 5
    with_peer: bool = False

    def rounds_for(self, count: int) -> int:
        """The rounds for this many articles: fewer for more articles, whose times vary less."""
        return max(1, self.rounds - max(0, len(str(count)) - 3))


def measure(plan: Plan, progress: Progress) -> Figures:
    """The figures of everything that the plan asks for."""
    figures = Figures(environment())
    with tempfile.TemporaryDirectory(prefix="jatsx-benchmarks-") as name:
        folder = Path(name)
        with bytecode_kept(folder / "bytecode"):
            warm_up(folder)
            progress("start")
            figures.start = measure_start(plan.rounds)
            progress(f"{', '.join(f'{count:,}' for count in plan.sizes)} articles")
            figures.runs = measure_runs(
                folder, {count: plan.rounds_for(count) for count in plan.sizes}
            )
        progress("layers")
        figures.layers = _measure_layers(Bench(folder))
    if plan.with_peer:
        progress("the peer")
        try:
            figures.peer = measure_peer(plan.rounds)
        except PeerUnavailable as error:
            figures.remarks.append(f"The peer wasn't measured: {error}")
    return figures


def _measure_layers(bench: Bench) -> Costs:
    """The cost of each layer per article, issue by issue, after one issue that isn't counted."""
    bench.run(next(issues(ISSUE_SIZE)), Clock())
    costs: dict[str, list[Cost]] = {layer: [] for layer in LAYERS}
    for issue in issues(_LAYER_ISSUES * ISSUE_SIZE):
        clock = Clock()
        bench.run(issue, clock)
        for layer, measured in costs.items():
            measured.append(Cost(clock.wall[layer] / ISSUE_SIZE, clock.cpu[layer] / ISSUE_SIZE))
    return costs
