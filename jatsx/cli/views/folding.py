"""Sorts findings by place, and groups findings of the same kind if there are many."""

from __future__ import annotations

from collections import Counter
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


class FindingKind(NamedTuple):
    """What findings of one kind share: the code, the level and the format."""

    code: str
    level: Level
    target: str | None


class FoldedFindings(NamedTuple):
    """A finding to show, and similar findings that are not shown."""

    finding: Finding
    similar: Sequence[Finding] = ()


def folded(findings: Iterable[Finding]) -> Iterator[FoldedFindings]:
    """Yields errors first, then the other findings, in the order of their places.

    With ``--verbose``, none is folded.
    """
    ordered = sorted(joined_formats(findings), key=_place)
    similar = _by_kind(ordered)
    counts: Counter[FindingKind] = Counter()
    for finding in ordered:
        kind = _kind(finding)
        counts[kind] += 1
        if is_verbose() or len(similar[kind]) <= MANY or counts[kind] < SHOWN:
            yield FoldedFindings(finding)
        elif counts[kind] == SHOWN:
            yield FoldedFindings(finding, similar[kind][SHOWN:])


def kinds(findings: Iterable[Finding]) -> dict[FindingKind, list[Finding]]:
    """The findings of each kind, errors first, then in the order in which they were found."""
    found = sorted(joined_formats(findings), key=lambda one: one.level is not Level.ERROR)
    return _by_kind(found)


def line_numbers(findings: Iterable[Finding]) -> str:
    """The lines or cells of findings, for example ``40, 47, 52 …``; empty if none is known."""
    places = [finding.place for finding in findings if finding.place]
    distinct = list(dict.fromkeys(one.cell or one.line for one in places if one.cell or one.line))
    return ", ".join(map(str, distinct[:MOST_LINES])) + (" …" if distinct[MOST_LINES:] else "")


def _by_kind(findings: Iterable[Finding]) -> dict[FindingKind, list[Finding]]:
    found: dict[FindingKind, list[Finding]] = {}
    for finding in findings:
        found.setdefault(_kind(finding), []).append(finding)
    return found


def _kind(finding: Finding) -> FindingKind:
    return FindingKind(finding.code, finding.level, finding.target)


def _place(finding: Finding) -> tuple[bool, str, int, int]:
    place = finding.place
    where = (place.file, place.line or 0, place.column or 0) if place else ("", 0, 0)
    return (finding.level is not Level.ERROR, *where)
