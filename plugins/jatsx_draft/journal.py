"""The journal of another issue, and what a deposit needs that is not printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from jatsx import Finding, FrozenMap, Level
from jatsx_draft.evidence import Drafted, at
from jatsx_draft.issue_draft import IssueDraft

NEEDED: Final = ("doi", "url", "language")
"""What a deposit needs of each article, and print often lacks."""

NEEDED_OF_ISSUE: Final = ("year", "number")
"""What a deposit needs of an issue."""


def compare_journal(issue: Drafted, issns: Sequence[str]) -> None:
    """Removes what the print says about the journal, after comparing it with the known ISSNs."""
    for name in ("print", "electronic"):
        path = ("journal", "issn", name)
        printed = issue.data.get("journal", {}).get("issn", {}).get(name)
        evidence = issue.evidence.pop(path, None)
        if printed and evidence and issns and printed not in issns:
            lines = evidence.lines
            issue.doubt(
                "draft-value-differs",
                path,
                lines,
                value=", ".join(issns),
                other=printed,
                where=at(lines[0]),
            )
    issue.data.pop("journal", None)


def missing_values(draft: IssueDraft, *, has_journal: bool) -> Iterator[Finding]:
    """The finding that names what is not printed, but needed."""
    fields = [*_missing_of_issue(draft.issue, has_journal=has_journal)]
    for name in NEEDED:
        without = [one.id or "" for one in draft.articles if name not in one.data]
        if without:
            fields.append(f"{name} ({', '.join(without)})")
    if fields:
        params = FrozenMap({"fields": ", ".join(fields)})
        yield Finding("draft-values-missing", Level.WARNING, params, "journal")


def _missing_of_issue(issue: Drafted, *, has_journal: bool) -> Iterator[str]:
    for name in NEEDED_OF_ISSUE:
        if name not in issue.data:
            yield f"issue.{name}"
    if not has_journal:
        journal = issue.data.get("journal", {})
        yield from (f"issue.journal.{name}" for name in ("title", "issn") if name not in journal)
