"""The issue: ``journal_issue``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jatsx.documents.build import Inside, Lost, Pieces, elements, losses, wrapped
from jatsx_crossref.dates import issue_publication_dates
from jatsx_crossref.doi_data import doi_data
from jatsx_crossref.options import Settings
from jatsx_crossref.pieces import leaf
from jatsx_crossref.titles import issue_titles
from jatsx_crossref.unplaced import issue_losses

if TYPE_CHECKING:
    from jatsx.model import Issue


def journal_issue(issue: Issue, settings: Settings) -> Iterator[Inside]:
    """``journal_issue``, where its date is known: the schema asks for one."""
    dates = tuple(issue_publication_dates(issue))
    if elements(dates):
        pieces = (
            issue_titles(issue, settings),
            dates,
            journal_volume(issue),
            leaf("issue", issue.number, "issue.number"),
            special_numbering(issue),
            doi_data(issue, "issue."),
        )
        fields = {"publication_date": "published"}
        yield wrapped("journal_issue", None, pieces, of="issue", fields=fields)
    else:
        yield from losses(dates)
        if issue:
            yield Lost("issue", "journal_issue needs a date of publication")
    yield from issue_losses(issue)


def journal_volume(issue: Issue) -> Pieces:
    """``journal_volume``: the volume's number."""
    volume = leaf("volume", issue.volume, "issue.volume")
    return wrapped("journal_volume", None, volume, of="issue.volume")


def special_numbering(issue: Issue) -> Iterator[Inside]:
    """``special_numbering``: what a supplement calls itself, else what a special issue does."""
    if issue.supplement:
        yield leaf("special_numbering", issue.supplement, "issue.supplement")
        if issue.special:
            yield Lost("issue.special", "journal_issue has one special_numbering: the supplement's")
    else:
        yield leaf("special_numbering", issue.special, "issue.special")
