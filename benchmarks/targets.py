"""The targets: ratios of the same work in one run on one machine.

CPU time decides where single processes are compared, because other work on the machine distorts
elapsed time. Elapsed time decides where several processes work at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from benchmarks.figures import Figures
from benchmarks.peer import OURS, PEER
from benchmarks.processes import Costs, Figure, ratio
from benchmarks.whole_runs import BARE, EXPORT, HELP, LOOP, TWO_JOBS, VERSION

Measure = Callable[[Figures], float | None]
"""A ratio; None where it wasn't measured."""


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio and its bound: the largest value, or the smallest if ``is_minimum``."""

    name: str
    bound: float
    measure: Measure
    is_minimum: bool = False

    def is_met(self, figures: Figures) -> bool | None:
        """Whether the ratio is within the bound; None where it wasn't measured."""
        value = self.measure(figures)
        if value is None:
            return None
        return value >= self.bound if self.is_minimum else value <= self.bound


def _start(ours: str, theirs: str) -> Measure:
    return lambda figures: _ratio(figures.start, ours, theirs, "cpu")


def _run(count: int, ours: str, theirs: str, figure: Figure = "cpu") -> Measure:
    return lambda figures: _ratio(figures.runs.get(count, {}), ours, theirs, figure)


def _growth(small: int, large: int, figure: Figure) -> Measure:
    """Large runs against small ones, in the rounds that both have."""

    def growth(figures: Figures) -> float | None:
        if not {small, large} <= set(figures.runs):
            return None
        few, many = (figures.runs[count][EXPORT] for count in (small, large))
        return ratio(many, few[: len(many)], figure)

    return growth


def _ratio(costs: Costs, ours: str, theirs: str, figure: Figure) -> float | None:
    return ratio(costs[ours], costs[theirs], figure) if ours in costs and theirs in costs else None


TARGETS: Final = (
    Target("1 article: × the loop", 0.20, _run(1, EXPORT, LOOP)),
    Target("jatsx --help: × python -c pass", 8, _start(HELP, BARE)),
    Target("jatsx --version: × python -c pass", 8, _start(VERSION, BARE)),
    Target("1,000 articles: × the loop", 1.7, _run(1_000, EXPORT, LOOP)),
    Target("10,000 articles: × the loop", 2.5, _run(10_000, EXPORT, LOOP)),
    Target(
        "10,000 articles, --jobs 2: × the loop (elapsed)",
        1.7,
        _run(10_000, TWO_JOBS, LOOP, "wall"),
    ),
    Target(
        "10,000 articles: × --jobs 2 (elapsed)",
        1.5,
        _run(10_000, EXPORT, TWO_JOBS, "wall"),
        is_minimum=True,
    ),
    Target(
        "Crossref, exported and validated: × the peer",
        0.10,
        lambda figures: _ratio(figures.peer, OURS, PEER, "cpu"),
    ),
    Target("10,000 articles: × the CPU time of 1,000", 11, _growth(1_000, 10_000, "cpu")),
    Target("10,000 articles: × the peak memory of 1,000", 1.2, _growth(1_000, 10_000, "peak")),
)
"""The targets, in the order in which they are printed."""
