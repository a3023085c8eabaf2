"""An article whose source also describes its issue and journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jatsx.model import Article, Issue
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import shown
from jatsx.readers.parsing import parsed_part
from jatsx.readers.reader import Record
from jatsx.readers.source_file import Source


@dataclass(slots=True)
class LastIssue:
    """The issue that was read last, and its description. The next article often has the same."""

    described: Mapping[str, Any] = FrozenMap()
    issue: Issue | None = None

    def given_to(self, data: dict[str, Any]) -> dict[str, Any]:
        """The data of an article; its issue is the last one if both have the same description."""
        is_same = self.issue is not None and data.get("issue") == self.described
        return {**data, "issue": self.issue} if is_same else data


def whole_article(
    source: Source, *, issue_id: str | None = None, last: LastIssue | None = None
) -> Record:
    """The record of an article whose data includes its issue and journal.

    ``issue_id`` is used if the issue has no id. ``last`` keeps the issue for the next article.
    """
    last = last or LastIssue()
    data = _with_issue_id(source.article_data(inherited_language(source.data)), issue_id)
    described = last.given_to(data)
    article, faults = parsed_part(Article, described)
    if article is not None and article.issue is not last.issue:
        last.described, last.issue = data.get("issue", {}), article.issue
    findings = source.form_findings() + source.shape_findings(faults)
    identifier = source.data.get("id")
    return Record(
        source.name,
        None if findings else article,
        shown(identifier) if isinstance(identifier, str) else None,
        [*findings, *source.comment_findings(), *source.pair_findings()],
        source.locate,
        incomplete=source.incomplete(described, faults) if findings else None,
    )


def inherited_language(data: Mapping[str, Any]) -> str | None:
    """The language that the issue or the journal of an article describes."""
    issue = data.get("issue")
    journal = issue.get("journal") if isinstance(issue, dict) else None
    described = (one.get("language") for one in (issue, journal) if isinstance(one, dict))
    return next((one for one in described if isinstance(one, str) and one.strip()), None)


def _with_issue_id(data: dict[str, Any], issue_id: str | None) -> dict[str, Any]:
    issue = data.get("issue", {})
    if issue_id is None or not isinstance(issue, dict) or "id" in issue:
        return data
    return {**data, "issue": {"id": issue_id, **issue}}
