"""Joins the issues of articles that were read from files of their own.

Each file describes the issue only as far as its article needs it: its section, but not the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from jatsx.findings.finding import Finding, Level
from jatsx.model import Article, Issue, IssueSection, Journal, Part
from jatsx.model.fieldpath import Path, format_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.readers.reader import Record

LENGTH: Final = 80
"""The maximum number of characters of a value in a finding."""


@dataclass(frozen=True, slots=True)
class _Difference:
    """A value that differs between two articles of an issue."""

    path: Path
    value: object
    other: object


def with_joined_issues(records: Sequence[Record]) -> list[Record]:
    """The records, with one issue for all articles whose issues have the same id and journal.

    A value that differs is that of the first article; the others are reported. If each file gives
    the position of its article, the issue lists the articles in this order.
    """
    groups: list[list[int]] = []
    joined: list[Issue] = []
    records = list(records)
    for n, record in enumerate(records):
        issue = record.article.issue if record.article else None
        if issue is None:
            continue
        k = next((k for k, one in enumerate(joined) if _is_same(one, issue)), len(joined))
        if k == len(joined):
            groups.append([])
            joined.append(issue)
        else:
            joined[k], differences = _joined(joined[k], issue, ("issue",))
            records[n] = _with_differences(record, differences)
        groups[k].append(n)
    for numbers, issue in zip(groups, joined, strict=True):
        whole = _in_order(issue, [records[n] for n in numbers])
        for n in numbers:
            records[n] = _in_issue(records[n], whole)
    return records


def _is_same(one: Issue, other: Issue) -> bool:
    """Whether two issues have the same id, and nothing says that they have different journals."""
    if one.id != other.id:
        return False
    for names in (_issns, _titles):
        own, others = names(one.journal), names(other.journal)
        if own and others:
            return bool(own & others)
    return True


def _issns(journal: Journal) -> set[str]:
    return {one for one in (journal.issn.print, journal.issn.electronic) if one}


def _titles(journal: Journal) -> set[str]:
    return {title.casefold() for title in journal.title.values()}


def _joined(one: Any, other: Any, path: Path) -> tuple[Any, list[_Difference]]:
    """A part of the model with the values of another that it does not have, and what differs."""
    changed: dict[str, Any] = {}
    differences: list[_Difference] = []
    for name in type(one).model_fields:
        own, more = getattr(one, name), getattr(other, name)
        value, different = _joined_value(own, more, (*path, name))
        differences += different
        if value is not own:
            changed[name] = value
    return one.model_copy(update=changed) if changed else one, differences


def _joined_value(own: Any, more: Any, path: Path) -> tuple[Any, list[_Difference]]:
    if own == more or not more:
        return own, []
    if isinstance(own, Part):
        return _joined(own, more, path)
    if not own:
        return more, []
    if isinstance(own, FrozenMap):
        return _joined_maps(own, more, path)
    if isinstance(own, tuple) and all(isinstance(one, IssueSection) for one in own):
        return _joined_sections(own, more, path)
    return own, [_Difference(path, own, more)]


def _joined_maps(
    own: Mapping[str, Any], more: Mapping[str, Any], path: Path
) -> tuple[Any, list[_Difference]]:
    """A mapping with further keys. A value that is there with another key is not repeated."""
    known = [*own.values()]
    new = {key: one for key, one in more.items() if key not in own and one not in known}
    differences = [
        _Difference((*path, key), own[key], one)
        for key, one in more.items()
        if key in own and one not in known
    ]
    return (FrozenMap({**own, **new}) if new else own), differences


def _joined_sections(
    own: tuple[IssueSection, ...], more: tuple[IssueSection, ...], path: Path
) -> tuple[Any, list[_Difference]]:
    sections = [*own]
    differences: list[_Difference] = []
    for section in more:
        n = next((n for n, one in enumerate(sections) if one.id == section.id), None)
        if n is None:
            sections.append(section)
        else:
            sections[n], different = _joined(sections[n], section, (*path, n))
            differences += different
    return tuple(sections), differences


def _with_differences(record: Record, differences: Sequence[_Difference]) -> Record:
    findings = [*_findings(record, differences)]
    return replace(record, findings=[*record.findings, *findings]) if findings else record


def _findings(record: Record, differences: Sequence[_Difference]) -> Iterator[Finding]:
    for one in differences:
        field = format_path(one.path)
        params = FrozenMap({"value": _shown(one.value), "other": _shown(one.other)})
        place = record.locate(field, "") if record.locate else None
        yield Finding("issue-value-differs", Level.WARNING, params, field, record.id, place=place)


def _shown(value: object) -> str:
    """The beginning of a value."""
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return text if len(text) <= LENGTH else f"{text[:LENGTH]}…"


def _in_order(issue: Issue, records: Sequence[Record]) -> Issue:
    """The issue with its articles in the order of their positions, if all are known."""
    positions = [record.position for record in records]
    if issue.articles or len(records) < 2 or None in positions:
        return issue
    if len({*positions}) < len(positions):
        return issue
    ordered = sorted(records, key=lambda record: record.position or 0)
    return issue.model_copy(update={"articles": tuple(record.id or "" for record in ordered)})


def _in_issue(record: Record, issue: Issue) -> Record:
    article = record.article
    assert isinstance(article, Article)  # only records of articles are joined
    if article.issue is issue:
        return record
    return replace(record, article=article.model_copy(update={"issue": issue}))
