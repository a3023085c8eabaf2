"""The article."""

from __future__ import annotations

from jatsx.model.files import LocalFile
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.funding import Funding
from jatsx.model.issue import Issue, Published
from jatsx.model.journal import License
from jatsx.model.part import Count, Line, Paragraphs, Part, PerLanguage, Words
from jatsx.model.people import Affiliation, Contributor
from jatsx.model.references import Reference


class Link(Part):
    """The URL of the full text in one format."""

    url: Line
    """URL of the full text."""
    content_type: Line | None = None
    """Media type: application/pdf, text/html, application/xml, application/epub+zip."""
    language: Line | None = None
    """Language of the full text."""


class OtherAbstract(Part):
    """An additional abstract."""

    type: Line
    """Type of abstract: graphical, key-points, plain-language-summary, teaser …"""
    text: PerLanguage[Paragraphs] = PerLanguage()
    """Text in each language."""


class SubjectCode(Part):
    """A code of a subject classification."""

    scheme: Line
    """Name of the classification: SRSTI (IRSTI, GRNTI, МРНТИ, ҒТАМР), UDC, JEL …"""
    code: Line
    """Code, for example 11.25.15."""
    heading: PerLanguage[Words] = PerLanguage()
    """Meaning of the code in each language."""


class Dates(Part):
    """The dates of the article: YYYY, YYYY-MM or YYYY-MM-DD. Only the known parts are written."""

    received: Line | None = None
    """Date when the manuscript was received."""
    revised: tuple[Line, ...] = ()
    """Dates when revised manuscripts were received."""
    accepted: Line | None = None
    """Date when the manuscript was accepted."""
    published: Published = Published()
    """Dates of publication, if they differ from the dates of the issue."""


class Pages(Part):
    """The pages of the article in the printed issue."""

    first: Line | None = None
    """First page."""
    last: Line | None = None
    """Last page."""
    other: Line | None = None
    """Other pages, without the pages from first to last: 57, 60–61."""


class Copyright(Part):
    """The copyright of the article."""

    statement: PerLanguage[Words] = PerLanguage()
    """Copyright notice as printed, in each language."""
    year: Line | None = None
    """Year of the copyright: YYYY."""
    holder: PerLanguage[Line] = PerLanguage()
    """Name of the copyright holder in each language."""


class Relation(Part):
    """A relation of the article to another work."""

    type: Line
    """Type of relation: translation-of, has-preprint, review-of, correction-of …"""
    doi: Line | None = None
    """DOI of the other work."""
    url: Line | None = None
    """URL of the other work, if it has no DOI."""
    title: PerLanguage[Words] = PerLanguage()
    """Title of the other work in each language."""
    date: Line | None = None
    """Date of publication of a correction, retraction or similar notice: YYYY-MM-DD."""


class Statements(Part):
    """The statements of the authors in each language."""

    acknowledgement: PerLanguage[Paragraphs] = PerLanguage()
    """Acknowledgements."""
    conflict_of_interest: PerLanguage[Paragraphs] = PerLanguage()
    """Statement on conflicts of interest."""
    data_availability: PerLanguage[Paragraphs] = PerLanguage()
    """Statement on the availability of data."""
    contributions: PerLanguage[Paragraphs] = PerLanguage()
    """Statement on the contributions of the authors."""


class Counts(Part):
    """The number of pages, words, figures and other parts of the article."""

    pages: Count | None = None
    """Number of pages."""
    words: Count | None = None
    """Number of words."""
    figures: Count | None = None
    """Number of figures."""
    tables: Count | None = None
    """Number of tables."""
    equations: Count | None = None
    """Number of displayed equations."""
    references: Count | None = None
    """Number of references."""


class Article(Part):
    """A scholarly article, with its metadata in all languages."""

    id: Line
    """Short name, used in file names, for example 01. Unique within the issue."""
    status: Line | None = None
    """Status of the article: published (the default), scheduled, declined or withdrawn. Articles
    that are not published are exported only if ``--include`` names their status."""
    doi: Line | None = None
    """DOI of the article: 10.NNNN/…"""
    url: Line | None = None
    """URL of the article's page, to which the DOI resolves (landing page)."""
    links: tuple[Link, ...] = ()
    """URLs of the full text."""
    files: tuple[LocalFile, ...] = ()
    """Files of the article in the issue folder, such as the PDF."""
    type: Line | None = None
    """Type of article: research-article, review-article, editorial …"""
    language: Line | None = None
    """Language of the article's text, for example kk."""
    title: PerLanguage[Words] = PerLanguage()
    """Title in each language."""
    subtitle: PerLanguage[Words] = PerLanguage()
    """Subtitle in each language."""
    abstract: PerLanguage[Paragraphs] = PerLanguage()
    """Abstract in each language."""
    other_abstracts: tuple[OtherAbstract, ...] = ()
    """Abstracts of other kinds."""
    keywords: PerLanguage[tuple[Words, ...]] = PerLanguage()
    """Keywords in each language."""
    section: Line | None = None
    """Id of the article's section in the issue."""
    contributors: tuple[Contributor, ...] = ()
    """Authors, editors, translators, in order."""
    affiliations: tuple[Affiliation, ...] = ()
    """Institutions where the contributors work."""
    subject_codes: tuple[SubjectCode, ...] = ()
    """Codes of subject classifications."""
    funding: tuple[Funding, ...] = ()
    """Funders and grants."""
    dates: Dates = Dates()
    """Dates of the article: received, revised, accepted, published."""
    pages: Pages = Pages()
    """Pages in the printed issue."""
    elocation_id: Line | None = None
    """Article number, if the journal has no page numbers."""
    licenses: tuple[License, ...] = ()
    """Licenses under which the article may be used."""
    copyright: Copyright = Copyright()
    """Copyright notice, year and holder."""
    references: tuple[Reference, ...] = ()
    """Reference list, in order."""
    relations: tuple[Relation, ...] = ()
    """Relations to other works: translations, preprints, corrections …"""
    statements: Statements = Statements()
    """Statements of the authors."""
    identifiers: FrozenMap[Line] = FrozenMap()
    """Other identifiers: {scheme: value}, for example EDN."""
    counts: Counts = Counts()
    """Number of pages, words, figures …"""
    issue: Issue = Issue()
    """The issue of the article."""
