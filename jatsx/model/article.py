"""The article."""

from __future__ import annotations

from jatsx.model.frozenmap import FrozenMap
from jatsx.model.funding import Funding
from jatsx.model.issue import Issue, Published
from jatsx.model.journal import License
from jatsx.model.part import Count, Line, Paragraphs, Part, PerLanguage, Words
from jatsx.model.people import Affiliation, Contributor
from jatsx.model.references import Reference


class Link(Part):
    """The address of the full text in one form."""

    url: Line
    """Address."""
    content_type: Line | None = None
    """Media type: application/pdf, text/html, application/xml, application/epub+zip."""
    language: Line | None = None
    """Language of the text behind it."""


class OtherAbstract(Part):
    """An abstract besides the main one."""

    type: Line
    """Its kind: graphical, key-points, plain-language-summary, teaser, executive-summary …"""
    text: PerLanguage[Paragraphs] = PerLanguage()
    """Its text in each language."""


class SubjectCode(Part):
    """A code of a subject classification."""

    scheme: Line
    """The classification: SRSTI (IRSTI, GRNTI, МРНТИ, ҒТАМР), UDC, JEL …"""
    code: Line
    """The code: 11.25.15."""
    heading: PerLanguage[Words] = PerLanguage()
    """What the code stands for, in each language."""


class Dates(Part):
    """The article's dates: YYYY, YYYY-MM or YYYY-MM-DD, never more precise than known."""

    received: Line | None = None
    """When the manuscript was received."""
    revised: tuple[Line, ...] = ()
    """When revised manuscripts were received."""
    accepted: Line | None = None
    """When it was accepted."""
    published: Published = Published()
    """When it was published, where that is not the issue's date."""


class Pages(Part):
    """Where the article stands in the printed issue."""

    first: Line | None = None
    """First page."""
    last: Line | None = None
    """Last page."""
    other: Line | None = None
    """Further pages, as printed, without those from first to last: 57, 60–61."""


class Copyright(Part):
    """Who holds the copyright."""

    statement: PerLanguage[Words] = PerLanguage()
    """The notice as printed, in each language."""
    year: Line | None = None
    """Year of the copyright."""
    holder: PerLanguage[Line] = PerLanguage()
    """Who holds it, in each language."""


class Relation(Part):
    """Another work that this one is related to."""

    type: Line
    """How: translation, preprint, version, review, correction, retraction …"""
    doi: Line | None = None
    """DOI of the other work."""
    url: Line | None = None
    """Its address, where it has no DOI."""
    title: PerLanguage[Words] = PerLanguage()
    """Its title in each language."""
    date: Line | None = None
    """When a correction, retraction or like notice was published: YYYY-MM-DD."""


class Statements(Part):
    """What the authors declare, in each language."""

    acknowledgement: PerLanguage[Paragraphs] = PerLanguage()
    """Acknowledgement."""
    conflict_of_interest: PerLanguage[Paragraphs] = PerLanguage()
    """Conflict of interest."""
    data_availability: PerLanguage[Paragraphs] = PerLanguage()
    """Where the data are."""
    contributions: PerLanguage[Paragraphs] = PerLanguage()
    """Who did what."""


class Counts(Part):
    """How much of each the article holds."""

    pages: Count | None = None
    """Pages."""
    words: Count | None = None
    """Words."""
    figures: Count | None = None
    """Figures."""
    tables: Count | None = None
    """Tables."""
    equations: Count | None = None
    """Displayed equations."""
    references: Count | None = None
    """References."""


class Article(Part):
    """A scholarly article, described once in every language that the journal prints."""

    id: Line
    """A short name, used in file names: 01. Unique within the issue."""
    doi: Line | None = None
    """Its DOI: 10.NNNN/…"""
    url: Line | None = None
    """Its landing page: where the DOI leads."""
    links: tuple[Link, ...] = ()
    """Addresses of the full text."""
    type: Line | None = None
    """What kind of article: research-article, review-article, editorial …"""
    language: Line | None = None
    """The language of its text."""
    title: PerLanguage[Words] = PerLanguage()
    """Its title in each language."""
    subtitle: PerLanguage[Words] = PerLanguage()
    """Its subtitle in each language."""
    abstract: PerLanguage[Paragraphs] = PerLanguage()
    """Its abstract in each language."""
    other_abstracts: tuple[OtherAbstract, ...] = ()
    """Abstracts of other kinds."""
    keywords: PerLanguage[tuple[Words, ...]] = PerLanguage()
    """Its keywords in each language."""
    section: Line | None = None
    """The id of its section in the issue."""
    contributors: tuple[Contributor, ...] = ()
    """Authors, editors, translators, in order."""
    affiliations: tuple[Affiliation, ...] = ()
    """Where the contributors work."""
    subject_codes: tuple[SubjectCode, ...] = ()
    """Codes of subject classifications."""
    funding: tuple[Funding, ...] = ()
    """Who paid for the work."""
    dates: Dates = Dates()
    """When it was received, revised, accepted and published."""
    pages: Pages = Pages()
    """Where it stands in the printed issue."""
    elocation_id: Line | None = None
    """Its article number, where the journal has no pages."""
    licenses: tuple[License, ...] = ()
    """Under which licenses it may be used."""
    copyright: Copyright = Copyright()
    """Who holds the copyright."""
    references: tuple[Reference, ...] = ()
    """What it cites, in order."""
    relations: tuple[Relation, ...] = ()
    """Other works that it is related to."""
    statements: Statements = Statements()
    """What the authors declare."""
    identifiers: FrozenMap[Line] = FrozenMap()
    """What others call it: {scheme: value}, such as EDN."""
    counts: Counts = Counts()
    """How much of each it holds."""
    issue: Issue = Issue()
    """The issue that it appeared in."""
