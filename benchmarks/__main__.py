"""``python -m benchmarks``: what each layer costs, and its ratio to a plain lxml loop."""

from __future__ import annotations

import json

import click

from benchmarks.layers import Timed, measured


@click.command()
@click.option("--sizes", default="1,100,1000", show_default=True, help="How many articles.")
@click.option("--rounds", default=3, show_default=True, help="The median of so many rounds counts.")
@click.option("--json", "as_json", is_flag=True, help="Print figures as JSON.")
def main(sizes: str, rounds: int, as_json: bool) -> None:
    """Measure each layer on synthetic articles of real size.

    The loop parses and validates the same JATS and Crossref documents with lxml, the schemas
    compiled beforehand. Quote ratios: times depend on the machine.
    """
    figures = {int(size): measured(int(size), rounds) for size in sizes.split(",")}
    if as_json:
        data = {
            size: {one.layer: one.milliseconds for one in timed} for size, timed in figures.items()
        }
        click.echo(json.dumps(data, indent=2))
        return
    for size, timed in figures.items():
        _show(size, timed)


def _show(size: int, timed: list[Timed]) -> None:
    loop = timed[-1].milliseconds
    click.echo(f"\n{size} article{'s' if size > 1 else ''}")
    for one in timed:
        ratio = one.milliseconds / loop
        click.echo(f"  {one.layer:20} {one.milliseconds:9.3f} ms per article  {ratio:6.2f} × loop")
    total = sum(one.milliseconds for one in timed[:-1])
    click.echo(f"  {'all but the loop':20} {total:9.3f} ms per article  {total / loop:6.2f} × loop")


if __name__ == "__main__":
    main()
