"""``python -m benchmarks``: compares jatsx with a loop that only validates, and with a peer."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from benchmarks.figures import Figures
from benchmarks.measuring import FULL_SIZES, QUICK_SIZES, Plan, measure
from benchmarks.page import write_figures
from benchmarks.table import all_tables, page_table
from benchmarks.targets import TARGETS

_file = click.Path(path_type=Path, dir_okay=False)


class Sizes(click.ParamType[tuple[int, ...]]):
    """Numbers separated by commas."""

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
            self.fail("expected numbers separated by commas, such as 1,100", param, ctx)


@click.command()
@click.option("--full", is_flag=True, help="Include 10,000 articles: 15 minutes, 7 GB on disk.")
@click.option("--sizes", type=Sizes(), help="Numbers of articles, such as 1,1000,100000.")
@click.option("--rounds", type=click.IntRange(min=1), help="Rounds at most; the median counts.")
@click.option("--peer", is_flag=True, help="Also measure commonmeta-py (it is installed first).")
@click.option("--saved", type=_file, help="Use the figures of an earlier --json; measure nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print all figures as JSON.")
@click.option("--page", type=_file, help="Write the table of targets into a page.")
@click.option("--strict", is_flag=True, help="Exit with 1 if a target is missed.")
def main(
    full: bool,
    sizes: tuple[int, ...] | None,
    rounds: int | None,
    peer: bool,
    saved: Path | None,
    as_json: bool,
    page: Path | None,
    strict: bool,
) -> None:
    """Measure jatsx on synthetic articles, and compare the ratios with the targets.

    Times depend on the machine; compare ratios only.
    """
    if saved is not None:
        figures = Figures.from_json(saved.read_text("utf-8"))
    else:
        plan = Plan(sizes or (FULL_SIZES if full else QUICK_SIZES), rounds or 5, with_peer=peer)
        figures = measure(plan, lambda line: click.echo(f"… {line}", err=True))
    click.echo(figures.to_json() if as_json else all_tables(figures))
    if page is not None:
        write_figures(page, page_table(figures))
    if strict and any(target.is_met(figures) is False for target in TARGETS):
        sys.exit(1)


if __name__ == "__main__":
    main()
