"""The issue."""

from __future__ import annotations

from jatsx.model.files import LocalFile
from jatsx.model.journal import Journal, License
from jatsx.model.part import Line, Part, PerLanguage, PlainText, Words


class Published(Part):
    """Dates of publication in print and online: YYYY, YYYY-MM or YYYY-MM-DD."""

    print: Line | None = None
    """Date of publication in print."""
    online: Line | None = None
    """Date of publication online."""


class IssueSection(Part):
    """A section of the issue's table of contents."""

    id: Line
    """Id with which articles refer to the section."""
    title: PerLanguage[Words] = PerLanguage()
    """Title of the section in each language."""


class Issue(Part):
    """An issue of a journal."""

    id: Line = ""
    """Short name, used in file names, for example 2024-2. By default, the issue folder's name."""
    volume: Line | None = None
    """Volume of the journal."""
    number: Line | None = None
    """Number of the issue within the year or volume."""
    whole_number: Line | None = None
    """Number counted from the first issue of the journal: 106 in “№ 2 (106)”."""
    title: PerLanguage[Words] = PerLanguage()
    """Title of a thematic issue in each language."""
    year: Line | None = None
    """Year of the issue: YYYY."""
    published: Published = Published()
    """Dates of publication of the issue."""
    doi: Line | None = None
    """DOI of the issue."""
    url: Line | None = None
    """URL of the issue's web page."""
    files: tuple[LocalFile, ...] = ()
    """Files of the issue in the issue folder, such as the cover."""
    supplement: PlainText | None = None
    """Designation of a supplement: Suppl. 1."""
    special: PlainText | None = None
    """Designation of a special issue."""
    language: Line | None = None
    """Language of the articles that have no language of their own."""
    licenses: tuple[License, ...] = ()
    """Licenses of the articles that have no licenses of their own."""
    sections: tuple[IssueSection, ...] = ()
    """Sections of the table of contents, in order."""
    articles: tuple[Line, ...] = ()
    """Ids of the articles, in order."""
    journal: Journal = Journal()
    """The journal of the issue."""
