"""The issue: ``journal_issue``."""

from __future__ import annotations

from typing import Any

from jatsx.model import Issue, Journal, Published
from jatsx_crossref.reader.dates import published
from jatsx_crossref.reader.doi_data import doi_and_url
from jatsx_crossref.reader.notes import DepositNotes
from jatsx_crossref.reader.texts import kept, line
from jatsx_crossref.reader.titles import issue_title
from jatsx_crossref.reader.tree import SourceNode

PATH = ("issue",)
SUPPLEMENT = "suppl"


def issue(element: SourceNode | None, journal: Journal, notes: DepositNotes) -> Issue:
    """The issue of a journal, without id and articles. Without an element, only the journal."""
    if element is None:
        return Issue(journal=journal)
    volume = element.take("journal_volume")
    dates = published(element.take_all("publication_date"), notes, (*PATH, "published"))
    values: dict[str, Any] = {
        "title": issue_title(element.take("titles"), notes),
        **dated(dates, journal),
        "volume": line(volume.take("volume") if volume else None, notes, (*PATH, "volume")),
        "number": line(element.take("issue"), notes, (*PATH, "number")),
        **_special(element.take("special_numbering"), notes),
        **doi_and_url(element.take("doi_data"), notes, PATH),
        "journal": journal,
    }
    return Issue(**kept(values))


def dated(dates: Published, journal: Journal) -> dict[str, Any]:
    """The field ``published``, or ``year`` if the date is the same as that of a year."""
    medium = "print" if journal.issn.print else "online"
    year = getattr(dates, medium)
    is_year = dates == Published(**{medium: year}) and year and len(year) == 4
    return {"year": year} if is_year else {"published": dates}


def _special(element: SourceNode | None, notes: DepositNotes) -> dict[str, str]:
    """The field ``supplement``, if the text names one; else ``special``."""
    written = element.take_line() if element else None
    if not element or not written:
        return {}
    field = "supplement" if SUPPLEMENT in written.casefold() else "special"
    notes.record((*PATH, field), element)
    return {field: written}
