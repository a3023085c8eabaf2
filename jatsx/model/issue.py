"""The issue: what its articles have in common."""

from __future__ import annotations

from jatsx.model.journal import Journal, License
from jatsx.model.part import Line, Part, PerLanguage, Words


class Published(Part):
    """Dates of publication by medium: YYYY, YYYY-MM or YYYY-MM-DD."""

    print: Line | None = None
    """When it appeared in print."""
    online: Line | None = None
    """When it appeared online."""


class IssueSection(Part):
    """A section of the issue's table of contents."""

    id: Line
    """What its articles call it; used inside the input only."""
    title: PerLanguage[Words] = PerLanguage()
    """Its heading in each language."""


class Issue(Part):
    """An issue of a journal."""

    id: Line = ""
    """A short name, used in file names: 2024-2. By default the name of the issue's folder."""
    volume: Line | None = None
    """Volume."""
    number: Line | None = None
    """Number within the year or volume."""
    whole_number: Line | None = None
    """Number counted from the journal's first issue: the 106 of № 2 (106)."""
    title: PerLanguage[Words] = PerLanguage()
    """The title of a thematic issue in each language."""
    year: Line | None = None
    """Year of the issue: YYYY."""
    published: Published = Published()
    """When the issue was published."""
    doi: Line | None = None
    """DOI of the issue itself."""
    url: Line | None = None
    """The issue's page on the web."""
    supplement: Line | None = None
    """What a supplement calls itself: Suppl. 1."""
    special: Line | None = None
    """What a special issue calls itself."""
    language: Line | None = None
    """The language of its articles where they don't say otherwise."""
    licenses: tuple[License, ...] = ()
    """Its licenses, for articles that name none."""
    sections: tuple[IssueSection, ...] = ()
    """The sections of its table of contents, in order."""
    articles: tuple[Line, ...] = ()
    """The ids of its articles, in order."""
    journal: Journal = Journal()
    """The journal that it is an issue of."""
