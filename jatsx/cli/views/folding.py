"""Sorts findings by place, and groups findings of the same kind if there are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from jatsx.findings.finding import Finding, Level
from jatsx.findings.joining import joined_formats
from jatsx.findings.verbosity import is_verbose

MANY = 5
"""The largest number of findings of one kind that are all shown."""
SHOWN = 3
"""The number of findings of one kind that are shown if there are more."""
MOST_LINES = 10
"""The largest number of line numbers that are listed."""


class FoldedFindings(NamedTuple):
    """A finding to show, and similar findings that are not shown."""

    finding: Finding
    similar: Sequence[Finding] = ()


def folded(findings: Iterable[Finding]) -> Iterator[FoldedFindings]:
    """Yields errors first, then the other findings, in the order of their places.

    With ``--verbose``, none is folded.
    """
    kinds: dict[tuple[str, str, str | None], list[Finding]] = {}
    ordered = sorted(joined_formats(findings), key=_place)
    for finding in ordered:
        kinds.setdefault(_kind(finding), []).append(finding)
    counts: dict[tuple[str, str, str | None], int] = {}
    for finding in ordered:
        kind = _kind(finding)
        number = counts[kind] = counts.get(kind, 0) + 1
        if is_verbose() or len(kinds[kind]) <= MANY or number < SHOWN:
            yield FoldedFindings(finding)
        elif number == SHOWN:
            yield FoldedFindings(finding, kinds[kind][SHOWN:])


def line_numbers(findings: Iterable[Finding]) -> str:
    """The line numbers of findings, for example ``40, 47, 52 …``; empty if none is known."""
    lines = [finding.place.line for finding in findings if finding.place and finding.place.line]
    distinct = list(dict.fromkeys(lines))
    return ", ".join(map(str, distinct[:MOST_LINES])) + (" …" if distinct[MOST_LINES:] else "")


def _kind(finding: Finding) -> tuple[str, str, str | None]:
    return finding.code, finding.level, finding.target


def _place(finding: Finding) -> tuple[bool, str, int, int]:
    place = finding.place
    where = (place.file, place.line or 0, place.column or 0) if place else ("", 0, 0)
    return (finding.level is not Level.ERROR, *where)
