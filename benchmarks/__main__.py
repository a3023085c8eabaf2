"""``python -m benchmarks``: what jatsx costs, beside a plain loop, a floor and a peer."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from benchmarks.figures import Figures
from benchmarks.measuring import FULL_SIZES, QUICK_SIZES, Plan, measured
from benchmarks.page import write_figures
from benchmarks.plot import plotted
from benchmarks.table import tables
from benchmarks.targets import TARGETS

_file = click.Path(path_type=Path, dir_okay=False)


class Sizes(click.ParamType[tuple[int, ...]]):
    """Numbers with commas between them."""

    name = "numbers"

    def convert(
        self,
        value: str | tuple[int, ...],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[int, ...]:
        """The numbers."""
        try:
            return tuple(map(int, value.split(","))) if isinstance(value, str) else value
        except ValueError:
            self.fail("numbers are due, with commas between them: 1,100", param, ctx)


@click.command()
@click.option(
    "--full", is_flag=True, help="10,000 articles too: a quarter of an hour, 7 GB on disk."
)
@click.option("--sizes", type=Sizes(), help="How many articles, with commas: 1,1000,100000.")
@click.option("--rounds", type=click.IntRange(min=1), help="Rounds at most; medians count.")
@click.option("--peer", is_flag=True, help="Measure commonmeta-py too, in its own environment.")
@click.option("--instructions", is_flag=True, help="Count instructions, where valgrind is there.")
@click.option("--saved", type=_file, help="Take figures of a former --json; measure nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print all figures as JSON.")
@click.option("--plot", type=_file, help="Draw how cost grows, as SVG.")
@click.option("--page", type=_file, help="Write the tables into a page, between its marks.")
@click.option("--strict", is_flag=True, help="Fail where a target is missed.")
def main(
    full: bool,
    sizes: tuple[int, ...] | None,
    rounds: int | None,
    peer: bool,
    instructions: bool,
    saved: Path | None,
    as_json: bool,
    plot: Path | None,
    page: Path | None,
    strict: bool,
) -> None:
    """Measure jatsx on articles that it makes itself, and hold it to its targets.

    Quote ratios: times depend on the machine.
    """
    if saved is not None:
        figures = Figures.of_json(saved.read_text("utf-8"))
    else:
        plan = Plan(
            sizes or (FULL_SIZES if full else QUICK_SIZES),
            rounds or 5,
            with_peer=peer,
            with_instructions=instructions,
        )
        figures = measured(plan, lambda line: click.echo(f"… {line}", err=True))
    click.echo(figures.as_json() if as_json else tables(figures))
    if plot is not None:
        plot.write_text(plotted(figures), "utf-8")
    if page is not None:
        write_figures(page, tables(figures))
    if strict and any(target.verdict(figures) is False for target in TARGETS):
        sys.exit(1)


if __name__ == "__main__":
    main()
