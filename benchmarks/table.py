"""What was measured, as tables in Markdown, which a terminal shows well enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.figures import Figures
from benchmarks.processes import Cost, middle
from benchmarks.targets import TARGETS, Target
from benchmarks.whole_runs import EXPORT, LOOP

_VERDICTS = {True: "pass", False: "FAIL", None: "not measured"}


def tables(figures: Figures) -> str:
    """All tables, a blank line between them."""
    found = (
        _targets(figures),
        _cold(figures),
        _bulk(figures),
        _layers(figures),
        _counted(figures),
        _instructions(figures),
        _peer(figures),
        _remarks(figures),
    )
    return "\n".join("\n".join(lines) + "\n" for lines in map(list, found) if lines)


def _targets(figures: Figures) -> Iterator[str]:
    heads = ("target", "bound", "measured", "by the clock", "")
    rows = [_target(target, figures) for target in TARGETS]
    yield from _table("Targets", heads, rows)


def _target(target: Target, figures: Figures) -> list[str]:
    sign = "≥" if target.is_at_least else "≤"
    counted = target.measure(figures, target.counts)
    by_clock = None if target.counts == "peak" else target.measure(figures, "wall")
    return [
        target.what,
        f"{sign} {target.bound:g}",
        _number(counted),
        _number(by_clock),
        _VERDICTS[target.verdict(figures)],
    ]


def _cold(figures: Figures) -> Iterator[str]:
    heads = ("process", "processor, ms", "clock, ms", "memory, MB")
    rows = [[name, *_process(costs)] for name, costs in figures.cold.items()]
    yield from _table("Cold processes", heads, rows)


def _bulk(figures: Figures) -> Iterator[str]:
    heads = ("articles", "process", "processor, ms each", "clock, ms each", "memory, MB", "rounds")
    rows = [
        [f"{count:,}", name, *_process(costs, count), str(len(costs))]
        for count, of_count in figures.bulk.items()
        for name, costs in of_count.items()
    ]
    yield from _table("From JSON Lines to three formats, whole processes", heads, rows)


def _layers(figures: Figures) -> Iterator[str]:
    heads = ("layer", "processor, ms", "clock, ms")
    rows = [[name, *_process(costs)[:2]] for name, costs in figures.layers.items()]
    yield from _table("Layers, per article", heads, rows)


def _counted(figures: Figures) -> Iterator[str]:
    heads = ("layer", "calls of Python", "calls of C", "peak, KB", "kept, KB")
    rows = [
        [
            layer,
            f"{one.python_calls:,.0f}",
            f"{one.c_calls:,.0f}",
            f"{one.peak_bytes / 1024:,.1f}",
            f"{one.kept_bytes / 1024:,.1f}",
        ]
        for layer, one in figures.counted.items()
    ]
    yield from _table("Layers, per article of an issue, counted", heads, rows)


def _instructions(figures: Figures) -> Iterator[str]:
    heads = ("process", "with one article, millions", "each further article, millions")
    rows = [
        [name, f"{one['start']:,.0f}", f"{one['article']:,.1f}"]
        for name, one in figures.instructions.items()
    ]
    yield from _table("Instructions of the processor", heads, rows)
    if rows:
        yield ""
        yield f"Hence × the loop: {', '.join(_by_instructions(figures))}."


def _by_instructions(figures: Figures) -> Iterator[str]:
    """How many times the loop's instructions so many articles take."""
    for count in (1, 1_000, 10_000):
        ours, loop = (
            field["start"] + (count - 1) * field["article"]
            for field in (figures.instructions[EXPORT], figures.instructions[LOOP])
        )
        yield f"{count:,} article{'s' if count > 1 else ''} {ours / loop:.2f}"


def _peer(figures: Figures) -> Iterator[str]:
    heads = ("per article", "processor, ms", "clock, ms")
    rows = [[name, *_process(costs)[:2]] for name, costs in figures.peer.items()]
    yield from _table("Beside the peer", heads, rows)


def _remarks(figures: Figures) -> Iterator[str]:
    if figures.machine:
        yield "Measured with " + ", ".join(
            f"{name} {field}" for name, field in figures.machine.items()
        )
    yield from figures.remarks


def _process(costs: Sequence[Cost], count: int = 1) -> list[str]:
    """Milliseconds of processor and clock, each for one of so many, and the memory."""
    cpu, wall = (middle(costs, figure) / count * 1000 for figure in ("cpu", "wall"))
    return [_number(cpu), _number(wall), f"{middle(costs, 'peak'):,.0f}"]


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.2f}"


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """A table with its title; nothing where it has no rows. Columns but texts are to the right."""
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
