"""How cost grows, as a drawing in SVG: time per article, and peak memory, against the number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10
from typing import Final, TypeAlias

from benchmarks.figures import Figures
from benchmarks.processes import Cost, middle
from benchmarks.whole_runs import EXPORT, FLOOR, LOOP, TWO_JOBS

COLOURS: Final = {EXPORT: "#0b6e4f", TWO_JOBS: "#5aa9e6", LOOP: "#c1121f", FLOOR: "#7a7a7a"}
WIDTH: Final = 760
HEIGHT: Final = 330
_TOP, _BOTTOM, _SIDE, _PANEL = 40, 255, 60, 300

Line: TypeAlias = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the drawing's halves: both axes are logarithmic."""

    left: float
    title: str
    lines: Mapping[str, Line]

    @property
    def across(self) -> tuple[int, int]:
        """The powers of ten that the horizontal axis begins and ends with."""
        return _powers([x for line in self.lines.values() for x, _ in line])

    @property
    def up(self) -> tuple[int, int]:
        """The powers of ten that the vertical axis begins and ends with."""
        return _powers([y for line in self.lines.values() for _, y in line])

    def x(self, value: float) -> float:
        first, last = self.across
        return self.left + _PANEL * (log10(value) - first) / (last - first)

    def y(self, value: float) -> float:
        first, last = self.up
        return _BOTTOM - (_BOTTOM - _TOP) * (log10(value) - first) / (last - first)


def plotted(figures: Figures) -> str:
    """The drawing; figures that weren't measured have no line."""
    time = _lines(figures, lambda costs, count: middle(costs, "cpu") / count * 1000)
    memory = _lines(figures, lambda costs, _: middle(costs, "peak"))
    panels = (
        Panel(_SIDE, "milliseconds of processor per article", time),
        Panel(_SIDE + WIDTH / 2, "peak memory of the process, MB", memory),
    )
    inside = "\n".join(part for panel in panels for part in _panel(panel))
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" \
font-size="11" fill="#333">
<title>What jatsx costs against the number of articles</title>
<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>
{inside}
{"".join(_legend(list(time)))}</svg>
"""


def _lines(figures: Figures, value: Callable[[Sequence[Cost], int], float]) -> Mapping[str, Line]:
    lines: dict[str, list[tuple[float, float]]] = {}
    for count, costs in sorted(figures.bulk.items()):
        for name in COLOURS:
            if name in costs:
                lines.setdefault(name, []).append((count, value(costs[name], count)))
    return lines


def _panel(panel: Panel) -> Iterator[str]:
    right = panel.left + _PANEL
    yield f'<text x="{panel.left}" y="22" font-weight="bold">{escape(panel.title)}</text>'
    for power in _steps(panel.up):
        y = panel.y(10.0**power)
        yield f'<path d="M{panel.left} {y:.1f}H{right}" stroke="#ddd"/>'
        yield f'<text x="{panel.left - 6}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>'
    for power in _steps(panel.across):
        x = panel.x(10.0**power)
        yield f'<path d="M{x:.1f} {_TOP}V{_BOTTOM}" stroke="#ddd"/>'
        yield f'<text x="{x:.1f}" y="{_BOTTOM + 16}" text-anchor="middle">{10**power:,}</text>'
    yield f'<text x="{right}" y="{_BOTTOM + 32}" text-anchor="end">articles</text>'
    for name, line in panel.lines.items():
        yield from _line(panel, line, COLOURS[name])


def _line(panel: Panel, line: Line, colour: str) -> Iterator[str]:
    points = [(panel.x(x), panel.y(y)) for x, y in line]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    for x, y in points:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>'


def _legend(names: Sequence[str]) -> Iterator[str]:
    for number, name in enumerate(names):
        x, y = _SIDE + number * 170, HEIGHT - 16
        yield f'<path d="M{x} {y}h22" stroke="{COLOURS[name]}" stroke-width="3"/>\n'
        yield f'<text x="{x + 28}" y="{y + 4}">{escape(name)}</text>\n'


def _powers(values: Sequence[float]) -> tuple[int, int]:
    first, last = floor(log10(min(values))), ceil(log10(max(values)))
    return first, max(last, first + 1)


def _steps(powers: tuple[int, int]) -> range:
    return range(powers[0], powers[1] + 1)
