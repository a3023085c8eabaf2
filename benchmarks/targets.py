"""What jatsx has set itself: ratios in one run, on one machine, of the same work.

The processor's time counts where one process is set beside another, since other work on the machine
disturbs the clock; the clock counts where the processes are several.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.figures import Figures
from benchmarks.layers import EXPORTS
from benchmarks.peer import OURS, PEER
from benchmarks.processes import Cost, Costs, Figure, ratio
from benchmarks.whole_runs import BARE, EXPORT, FLOOR, HELP, LOOP, TWO_JOBS, VERSION

Measure = Callable[[Figures, Figure], float | None]
"""A ratio by one of the figures; None where it wasn't measured."""


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio with its bound. ``counts`` is the figure that decides.

    ``is_at_least`` is for a ratio that is to be large.
    """

    what: str
    bound: float
    measure: Measure
    counts: Figure = "cpu"
    is_at_least: bool = False

    def verdict(self, figures: Figures) -> bool | None:
        """Whether it is met; None where it wasn't measured."""
        value = self.measure(figures, self.counts)
        if value is None:
            return None
        return value >= self.bound if self.is_at_least else value <= self.bound


def _cold(ours: str, theirs: str) -> Measure:
    return lambda figures, field: _ratio(figures.cold, ours, theirs, field)


def _bulk(count: int, ours: str, theirs: str) -> Measure:
    return lambda figures, field: _ratio(figures.bulk.get(count, {}), ours, theirs, field)


def _growth(small: int, large: int) -> Measure:
    def grown(figures: Figures, field: Figure) -> float | None:
        if not {small, large} <= set(figures.bulk):
            return None
        few, many = (figures.bulk[count][EXPORT] for count in (small, large))
        return ratio(many, few[: len(many)], field)

    return grown


def _layers(ours: Sequence[str], theirs: Sequence[str]) -> Measure:
    def between(figures: Figures, field: Figure) -> float | None:
        if not figures.layers:
            return None
        return ratio(_sum(figures.layers, ours), _sum(figures.layers, theirs), field)

    return between


def _sum(costs: Costs, names: Sequence[str]) -> list[Cost]:
    """What several layers cost together, round by round."""
    rounds = zip(*(costs[name] for name in names), strict=True)
    return [Cost(sum(one.wall for one in field), sum(one.cpu for one in field)) for field in rounds]


def _ratio(costs: Costs, ours: str, theirs: str, field: Figure) -> float | None:
    return ratio(costs[ours], costs[theirs], field) if ours in costs and theirs in costs else None


TARGETS: Final = (
    Target("one article, cold process, three formats: × the loop, cold", 0.20, _cold(EXPORT, LOOP)),
    Target("jatsx --help: × python -c pass", 8, _cold(HELP, BARE)),
    Target("jatsx --version: × python -c pass", 8, _cold(VERSION, BARE)),
    Target("1,000 articles to three formats: × the loop", 1.5, _bulk(1_000, EXPORT, LOOP)),
    Target("10,000, one process: × the loop", 2.5, _bulk(10_000, EXPORT, LOOP)),
    Target("10,000, --jobs 2: × the loop", 1.7, _bulk(10_000, TWO_JOBS, LOOP), "wall"),
    Target(
        "validated Crossref export, per article: × the peer",
        0.10,
        lambda figures, field: _ratio(figures.peer, OURS, PEER, field),
    ),
    Target("writers alone, model to bytes: × the floor", 6, _layers(EXPORTS, [FLOOR])),
    Target("check alone: × the three exports", 1, _layers(["check"], EXPORTS)),
    Target("10,000: × the time of 1,000", 11, _growth(1_000, 10_000)),
    Target("10,000: × the peak memory of 1,000", 1.2, _growth(1_000, 10_000), "peak"),
    Target(
        "10,000, --jobs 2: as fast as one process, ×",
        1.5,
        _bulk(10_000, EXPORT, TWO_JOBS),
        "wall",
        is_at_least=True,
    ),
)
"""The targets, in the order in which they are told."""
