"""What the article cites."""

from __future__ import annotations

from jatsx.model.part import Line, Part, PerLanguage, Words


class CitedAuthor(Part):
    """An author or editor of a cited work."""

    family: Line | None = None
    """Family name."""
    given: Line | None = None
    """Given names or initials."""
    group: Line | None = None
    """Name of a group, instead of a person's."""


class CitedWork(Part):
    """A reference taken apart. Each value as the reference list prints it."""

    authors: tuple[CitedAuthor, ...] = ()
    """Its authors."""
    title: Words | None = None
    """Title of the article, chapter or other part that is cited."""
    source: Words | None = None
    """Title of the journal, book or other whole."""
    series: Line | None = None
    """Title of the book series."""
    publisher: Line | None = None
    """Publisher's name."""
    place: Line | None = None
    """Place of publication."""
    year: Line | None = None
    """Year of publication."""
    volume: Line | None = None
    """Volume."""
    issue: Line | None = None
    """Number of the issue."""
    edition: Line | None = None
    """Edition."""
    first_page: Line | None = None
    """First page."""
    last_page: Line | None = None
    """Last page."""
    elocation_id: Line | None = None
    """Article number, where there are no pages."""
    issn: Line | None = None
    """ISSN of the journal."""
    isbn: Line | None = None
    """ISBN of the book."""


class Reference(Part):
    """An entry of the reference list. An original and its romanised twin are one reference."""

    label: Line | None = None
    """The number or label that the list prints."""
    text: PerLanguage[Words] = PerLanguage()
    """The entry as printed: the original first, its romanised twin under ``ru-Latn`` or like."""
    type: Line | None = None
    """What is cited: journal, book, chapter, thesis, report, website …"""
    work: CitedWork = CitedWork()
    """The entry taken apart, where it is."""
    doi: Line | None = None
    """DOI of the cited work."""
    url: Line | None = None
    """Address of the cited work."""
    accessed: Line | None = None
    """When the address was last visited: YYYY-MM-DD."""
