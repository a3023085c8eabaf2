"""The figures as tables in Markdown, for the terminal and for ``docs/performance.md``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.figures import Figures
from benchmarks.processes import Cost, Costs, median_cost
from benchmarks.targets import TARGETS, Target

_VERDICTS = {True: "met", False: "MISSED", None: "not measured"}


def all_tables(figures: Figures) -> str:
    """All tables, separated by blank lines."""
    return _joined(
        _lines(_targets(figures)),
        _lines(_runs(figures)),
        _per_article("Layers", figures.layers),
        _per_article("Crossref, exported and validated", figures.peer),
        _lines(_notes(figures)),
    )


def page_table(figures: Figures) -> str:
    """The table of the page: the targets."""
    return _joined(_lines(_targets(figures)), _lines(_notes(figures)))


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _targets(figures: Figures) -> Iterable[str]:
    rows = [_target(target, figures) for target in TARGETS]
    return _table("Targets", ("target", "bound", "measured", ""), rows)


def _target(target: Target, figures: Figures) -> list[str]:
    sign = "≥" if target.is_minimum else "≤"
    value = target.measure(figures)
    return [
        target.name,
        f"{sign} {target.bound:g}",
        "–" if value is None else f"{value:,.2f}",
        _VERDICTS[target.is_met(figures)],
    ]


def _runs(figures: Figures) -> Iterable[str]:
    heads = ("process", "articles", "CPU, s", "elapsed, s", "peak memory, MB", "rounds")
    rows = [_run(name, "–", costs) for name, costs in figures.start.items()] + [
        _run(name, f"{count:,}", costs)
        for count, of_count in figures.runs.items()
        for name, costs in of_count.items()
    ]
    return _table("Whole runs", heads, rows)


def _run(name: str, count: str, costs: Sequence[Cost]) -> list[str]:
    cpu, wall = (f"{median_cost(costs, figure):,.2f}" for figure in ("cpu", "wall"))
    return [name, count, cpu, wall, f"{median_cost(costs, 'peak'):,.0f}", str(len(costs))]


def _per_article(title: str, costs: Costs) -> str:
    heads = ("per article", "CPU, ms", "elapsed, ms")
    rows = [
        [name, *(f"{median_cost(of_one, figure) * 1000:,.2f}" for figure in ("cpu", "wall"))]
        for name, of_one in costs.items()
    ]
    return _lines(_table(title, heads, rows))


def _notes(figures: Figures) -> Iterator[str]:
    if figures.environment:
        described = (f"{name} {value}" for name, value in figures.environment.items())
        yield f"Measured: {', '.join(described)}."
    yield from figures.remarks


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table with its title; nothing if it has no rows. Columns of numbers are right-aligned."""
    if not rows:
        return
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    sides = ["<" if _is_text(column) else ">" for column in zip(*rows, strict=True)]
    yield f"**{title}**"
    yield ""
    yield _row(heads, widths, sides)
    yield _row(
        [
            f"{'-' * (width - 1)}{':' if side == '>' else '-'}"
            for width, side in zip(widths, sides, strict=True)
        ],
        widths,
        sides,
    )
    yield from (_row(row, widths, sides) for row in rows)


def _row(cells: Sequence[str], widths: Sequence[int], sides: Sequence[str]) -> str:
    padded = (
        f"{cell:{side}{width}}" for cell, width, side in zip(cells, widths, sides, strict=True)
    )
    return f"| {' | '.join(padded)} |"


def _is_text(column: Sequence[str]) -> bool:
    return any(cell[:1].isalpha() for cell in column)
