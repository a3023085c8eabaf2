"""The figures as tables in Markdown, and the list of values that are not exact."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Final

from benchmarks.draft.comparison import Verdict
from benchmarks.draft.invented import Invented
from benchmarks.draft.scoring import Row, Scored, rows

UNNOTICED: Final = "false without doubt"
"""What the values are called that are wrong or extra, and not in doubt."""

_HEADS: Final = ("field", *(verdict.value for verdict in Verdict), "in doubt", UNNOTICED, "of")
_WIDEST: Final = 160


def report(values: Sequence[Scored], invented: Sequence[Invented]) -> str:
    """The tables, then the invented values, then each value that is not exact.

    Of these, the values that are wrong or extra without any doubt come first.
    """
    unnoticed = [one for one in values if one.is_unnoticed]
    others = [
        one for one in values if one.value.verdict is not Verdict.EXACT and not one.is_unnoticed
    ]
    parts = [
        "**Printed values**",
        table(rows(values, derived=False)),
        "**Derived values**",
        table(rows(values, derived=True)),
        f"**Invented values: {len(invented)}**",
        "\n".join(f"- {one.article} {one.path}: {one.value} ({one.place})" for one in invented),
        f"**Wrong or extra values that are not in doubt: {len(unnoticed)}**",
        "\n".join(_listed(unnoticed)),
        f"**Other values that are not exact: {len(others)}**",
        "\n".join(_listed(others)),
    ]
    return "\n\n".join(part for part in parts if part)


def table(figures: Mapping[str, Row]) -> str:
    """A table with a row for each field."""
    lines = [_line(_HEADS), _line(["---", *["--:"] * (len(_HEADS) - 1)])]
    for name, row in figures.items():
        counts = [str(row.counts[verdict]) for verdict in Verdict]
        lines.append(_line([name, *counts, str(row.in_doubt), str(row.unnoticed), str(row.of)]))
    return "\n".join(lines)


def as_json(values: Sequence[Scored], invented: Sequence[Invented]) -> str:
    """All figures and values."""
    figures = {
        name: {
            field: {
                **{one.value: row.counts[one] for one in Verdict},
                "in doubt": row.in_doubt,
                UNNOTICED: row.unnoticed,
                "of": row.of,
            }
            for field, row in rows(values, derived=is_derived).items()
        }
        for name, is_derived in (("printed", False), ("derived", True))
    }
    listed = [asdict(one) for one in values if one.value.verdict is not Verdict.EXACT]
    content = {**figures, "invented": [asdict(one) for one in invented], "values": listed}
    return json.dumps(content, ensure_ascii=False, indent=1)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _listed(values: Sequence[Scored]) -> Iterator[str]:
    for one in values:
        value = one.value
        where = " ".join(part for part in (value.field, value.item, value.language) if part)
        place = f" at {one.origin.place}" if one.origin.place else ""
        sure = f", {one.origin.sure}" if one.origin.sure else ""
        yield f"- {one.article}: {where}: {value.verdict}{place}{sure}"
        yield f"  - got: {_short(value.got)}"
        yield f"  - gold: {_short(value.gold)}"


def _short(text: str | None) -> str:
    if text is None:
        return "–"
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST // 2]} … {text[-_WIDEST // 2 :]}"
