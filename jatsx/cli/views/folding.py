"""Findings in the order of their places, with many of one kind folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from jatsx.findings.finding import Finding, Level

MANY = 5
"""Up to how many findings of one kind are all shown."""
SHOWN = 3
"""How many of more are."""
MOST_LINES = 10
"""How many lines of those that aren't shown are named."""


class FoldedFindings(NamedTuple):
    """A finding to show, and those like it that it stands for."""

    finding: Finding
    alike: Sequence[Finding] = ()


def folded(findings: Iterable[Finding]) -> Iterator[FoldedFindings]:
    """Errors first, each in the order of the file."""
    kinds: dict[tuple[str, str, str | None], list[Finding]] = {}
    ordered = sorted(findings, key=_place)
    for finding in ordered:
        kinds.setdefault(_kind(finding), []).append(finding)
    told: dict[tuple[str, str, str | None], int] = {}
    for finding in ordered:
        kind = _kind(finding)
        number = told[kind] = told.get(kind, 0) + 1
        if len(kinds[kind]) <= MANY or number < SHOWN:
            yield FoldedFindings(finding)
        elif number == SHOWN:
            yield FoldedFindings(finding, kinds[kind][SHOWN:])


def lines_of(findings: Iterable[Finding]) -> str:
    """The lines in which findings stand: ``lines 40, 47, 52 …``; empty where none is known."""
    lines = [finding.place.line for finding in findings if finding.place and finding.place.line]
    distinct = list(dict.fromkeys(lines))
    if not distinct:
        return ""
    named = ", ".join(map(str, distinct[:MOST_LINES])) + (" …" if distinct[MOST_LINES:] else "")
    return f"{'lines' if distinct[1:] else 'line'} {named}"


def _kind(finding: Finding) -> tuple[str, str, str | None]:
    return finding.code, finding.level, finding.target


def _place(finding: Finding) -> tuple[bool, str, int, int]:
    place = finding.place
    where = (place.file, place.line or 0, place.column or 0) if place else ("", 0, 0)
    return (finding.level is not Level.ERROR, *where)
