"""The issue: ``journal_issue``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jatsx import Built, Content, Loss, element, partition
from jatsx_crossref.dates import issue_publication_dates
from jatsx_crossref.doi_data import doi_data
from jatsx_crossref.options import Settings
from jatsx_crossref.pieces import text_element
from jatsx_crossref.titles import issue_titles
from jatsx_crossref.unsupported import issue_losses

if TYPE_CHECKING:
    from jatsx.model import Issue


def journal_issue(issue: Issue, settings: Settings) -> Iterator[Content]:
    """``journal_issue``, if its date is known, because the schema requires a date."""
    dates, undated = partition(issue_publication_dates(issue))
    if dates:
        pieces = (
            issue_titles(issue, settings),
            dates,
            undated,
            journal_volume(issue),
            text_element("issue", issue.number, "issue.number"),
            special_numbering(issue),
            doi_data(issue, "issue."),
        )
        fields = {"publication_date": "published"}
        yield element("journal_issue", None, pieces, field="issue", fields=fields)
    else:
        yield from undated
        if issue:
            yield Loss("issue", "issue-undated")
    yield from issue_losses(issue)


def journal_volume(issue: Issue) -> Built:
    """``journal_volume``: the volume's number."""
    volume = text_element("volume", issue.volume, "issue.volume")
    return element("journal_volume", None, volume, field="issue.volume")


def special_numbering(issue: Issue) -> Iterator[Content]:
    """``special_numbering``: the supplement, else the special issue."""
    if issue.supplement:
        yield text_element("special_numbering", issue.supplement, "issue.supplement")
        if issue.special:
            yield Loss("issue.special", "special-numbering-limit")
    else:
        yield text_element("special_numbering", issue.special, "issue.special")
