"""Warnings of a reader that are the same in all articles of an issue are given once.

A source that never contains a value would otherwise give one warning for each article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from jatsx.findings.finding import Finding, Level, Place
from jatsx.findings.sentences import ALIKE, NOTE
from jatsx.model.fieldpath import parse_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.readers.reader import Record

FEWEST: Final = 2
"""The number of articles from which warnings are given once."""

Key: TypeAlias = tuple[str, str | None, tuple[tuple[str, str], ...]]


def with_alike_once(records: Iterable[Record]) -> Iterator[Record]:
    """The records of a source. What all articles of an issue have in common comes first."""
    given = list(records)
    by_issue: dict[str, list[int]] = {}
    for n, record in enumerate(given):
        if record.article is not None:
            by_issue.setdefault(record.article.issue.id, []).append(n)
    for issue, numbers in by_issue.items():
        common = _common([given[n] for n in numbers])
        if not common:
            continue
        first = given[0] if not given[0].is_article else given[numbers[0]]
        found = [_of_issue(one, issue, len(numbers), first.source) for one in common.values()]
        yield Record(first.source, findings=found, is_article=False)
        for n in numbers:
            others = [one for one in given[n].findings if _key(one) not in common]
            given[n] = replace(given[n], findings=others)
    yield from given


def _common(records: Sequence[Record]) -> dict[Key, Finding]:
    """The first of each warning that all records have exactly once."""
    if len(records) < FEWEST:
        return {}
    counts = [Counter(map(_key, record.findings)) for record in records]
    keys = [key for key in counts[0] if all(one[key] == 1 for one in counts)]
    first = {_key(finding): finding for finding in records[0].findings}
    return {key: first[key] for key in keys if _is_general(first[key])}


def _is_general(finding: Finding) -> bool:
    """Whether a finding may concern articles as such: it has no excerpt, item or note."""
    is_of_item = any(isinstance(step, int) for step in parse_path(finding.field or ""))
    is_special = bool(finding.excerpt) or is_of_item or NOTE in finding.params
    return finding.level is Level.WARNING and not is_special


def _key(finding: Finding) -> Key:
    return finding.code, finding.field, tuple(finding.params.items())


def _of_issue(finding: Finding, issue: str, count: int, source: str) -> Finding:
    """A finding of articles as one of their issue. Its field is a param: it has no path."""
    field = {"field": finding.field} if finding.field else {}
    params = FrozenMap({**finding.params, **field, ALIKE: str(count)})
    place = Place(source)
    return replace(finding, params=params, field=None, article=None, issue=issue, place=place)
