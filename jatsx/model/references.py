"""References."""

from __future__ import annotations

from jatsx.model.part import Line, Part, PerLanguage, PlainText, Words


class CitedAuthor(Part):
    """An author or editor of a cited work. An editor is marked as in print: ``given: A., ed.``"""

    family: PlainText | None = None
    """Family name."""
    given: PlainText | None = None
    """Given names or initials."""
    group: PlainText | None = None
    """Name of a group, instead of a person's name."""


class CitedWork(Part):
    """The parts of a reference, as printed in the reference list."""

    authors: tuple[CitedAuthor, ...] = ()
    """Authors and editors of the cited work."""
    title: Words | None = None
    """Title of the cited article, chapter or other part."""
    source: Words | None = None
    """Title of the journal or book that contains the cited part, or of the cited book."""
    series: PlainText | None = None
    """Title of the book series."""
    publisher: PlainText | None = None
    """Name of the publisher."""
    place: PlainText | None = None
    """Place of publication."""
    year: Line | None = None
    """Year of publication."""
    volume: Line | None = None
    """Volume."""
    issue: Line | None = None
    """Number of the issue."""
    edition: PlainText | None = None
    """Edition."""
    first_page: Line | None = None
    """First page."""
    last_page: Line | None = None
    """Last page."""
    elocation_id: Line | None = None
    """Article number, if there are no page numbers."""
    issn: Line | None = None
    """ISSN of the journal."""
    isbn: Line | None = None
    """ISBN of the book."""


class Reference(Part):
    """An entry of the reference list. An original and its romanised version are one reference."""

    label: Line | None = None
    """Number or label as printed in the list."""
    text: PerLanguage[Words] = PerLanguage()
    """The entry as printed: first the original, then its romanised version (``ru-Latn``)."""
    type: Line | None = None
    """Type of the cited work: journal, book, chapter, thesis, report, website …"""
    work: CitedWork = CitedWork()
    """The parts of the entry, if they are known."""
    doi: Line | None = None
    """DOI of the cited work."""
    url: Line | None = None
    """URL of the cited work."""
    accessed: Line | None = None
    """Date when the URL was last visited: YYYY-MM-DD."""
