"""Findings of several formats that are one fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from jatsx.findings.finding import Finding


def joined_formats(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Joins findings that differ only in the format: the target names all their formats."""
    formats: dict[tuple[object, ...], list[Finding]] = {}
    for one in findings:
        key = (one.code, one.level, one.field, one.article, one.place, *one.params.items())
        formats.setdefault(key, []).append(one)
    for same in formats.values():
        targets = [one.target for one in same if one.target]
        is_joined = len(targets) == len(same) > 1
        yield replace(same[0], target=", ".join(targets)) if is_joined else same[0]
