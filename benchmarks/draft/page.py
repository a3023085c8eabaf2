"""``python -m benchmarks.draft.page``: the figures of several runs as one table for the docs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click

from benchmarks.draft.tables import UNNOTICED

BEGIN: Final = "<!-- figures -->"
END: Final = "<!-- /figures -->"
"""The comments around the table in a page."""

_LISTED: Final = ("close", "wrong", "missing", "extra")


@click.command()
@click.argument("runs", metavar="NAME=FILE…", nargs=-1, required=True)
@click.option(
    "--into", required=True, type=click.Path(path_type=Path, exists=True), help="The page."
)
def main(runs: tuple[str, ...], into: Path) -> None:
    """Write the figures of the files of ``--json`` into a page, between two comments."""
    pairs = (run.split("=", 1) for run in runs)
    figures = {name: json.loads(Path(file).read_text("utf-8")) for name, file in pairs}
    text = into.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    into.write_text(f"{before}{BEGIN}\n{tables(figures)}\n{END}{after}", "utf-8")


def tables(figures: Mapping[str, Any]) -> str:
    """The tables of printed and of derived values, with a column for each run."""
    invented = ", ".join(f"{name}: {len(one['invented'])}" for name, one in figures.items())
    unnoticed = ", ".join(f"{name}: {_unnoticed(one)}" for name, one in figures.items())
    return "\n\n".join(
        (
            "Printed values:",
            _table(figures, "printed"),
            "Derived values:",
            _table(figures, "derived"),
            f"Values that are wrong or extra, and not in doubt: {unnoticed}.",
            f"Values that do not stand in print at their place: {invented}.",
        )
    )


def _unnoticed(figures: Mapping[str, Any]) -> int:
    rows = [*figures["printed"].values(), *figures["derived"].values()]
    return sum(row[UNNOTICED] for row in rows)


def _table(figures: Mapping[str, Any], kind: str) -> str:
    first = next(iter(figures.values()))[kind]
    lines = [_line("field", "of", *figures), _line("---", "--:", *("---" for _ in figures))]
    for field, row in first.items():
        cells = (_cell(one[kind].get(field, {})) for one in figures.values())
        lines.append(_line(field, str(row["of"]), *cells))
    return "\n".join(lines)


def _cell(row: Mapping[str, int]) -> str:
    """``31, 2 close (1 in doubt)``: the exact values, then the others."""
    others = [f"{row[name]} {name}" for name in _LISTED if row.get(name)]
    notes = [f"{row[name]} {name}" for name in ("in doubt", UNNOTICED) if row.get(name)]
    return ", ".join([str(row.get("exact", 0)), *others]) + (
        f" ({', '.join(notes)})" if notes else ""
    )


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
