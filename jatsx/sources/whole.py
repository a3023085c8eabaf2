"""An article that describes its issue and journal itself."""

from __future__ import annotations

from typing import Any

from jatsx.model import Article
from jatsx.readers import Record
from jatsx.sources.files import Source
from jatsx.sources.parsing import parsed_part
from jatsx.text import shown


def whole_article(source: Source, *, issue_id: str | None = None) -> Record:
    """The record of an article with its ``issue`` and that issue's ``journal``.

    ``issue_id`` is taken for an issue that gives none.
    """
    data = source.data
    article, faults = parsed_part(Article, _with_issue_id(data, issue_id))
    findings = source.form_findings() + source.shape_findings(faults)
    identifier = data.get("id")
    return Record(
        source.name,
        None if findings else article,
        shown(identifier) if isinstance(identifier, str) else None,
        findings,
        source.locate,
    )


def _with_issue_id(data: dict[str, Any], issue_id: str | None) -> dict[str, Any]:
    issue = data.get("issue", {})
    if issue_id is None or not isinstance(issue, dict) or "id" in issue:
        return data
    return {**data, "issue": {"id": issue_id, **issue}}
