"""The journal and its settings."""

from __future__ import annotations

from jatsx.model.frozenmap import FrozenMap
from jatsx.model.part import Line, Part, PerLanguage, PlainText
from jatsx.model.people import Affiliation
from jatsx.model.requirement import Requirement, RuleSettings


class Issn(Part):
    """The ISSNs of a journal (ISO 3297)."""

    print: Line | None = None
    """ISSN of the print journal: NNNN-NNNX."""
    electronic: Line | None = None
    """ISSN of the online journal (eISSN): NNNN-NNNX."""
    linking: Line | None = None
    """Linking ISSN (ISSN-L), which is shared by print and online."""


class Publisher(Part):
    """The publisher of the journal."""

    name: PerLanguage[Line] = PerLanguage()
    """Name of the publisher in each language."""
    place: PerLanguage[Line] = PerLanguage()
    """City of the publisher in each language."""


class License(Part):
    """A license under which an article may be used."""

    url: Line
    """URL of the license: https://creativecommons.org/licenses/by/4.0/."""
    applies_to: Line | None = None
    """Version of the article to which the license applies: vor (version of record), am (accepted
    manuscript), tdm (text and data mining). Source: Crossref AccessIndicators,
    ``license_ref/@applies_to``."""
    start_date: Line | None = None
    """Date from which the license applies: YYYY-MM-DD."""


class Patterns(Part):
    """Patterns from which articles get the values that they do not have themselves. A placeholder
    is a field of the article, the issue or the journal: {article.id}, {issue.year}."""

    doi: Line | None = None
    """Pattern of the DOIs: 10.NNNN/{issue.year}.{issue.number}.{article.id}"""
    url: Line | None = None
    """Pattern of the URLs of the articles' pages: https://example.org/view/{article.id}"""


class Journal(Part):
    """A journal and its settings."""

    title: PerLanguage[Line] = PerLanguage()
    """Title in each language. The registered title comes first."""
    abbreviated_title: PlainText | None = None
    """Abbreviated title (ISO 4)."""
    issn: Issn = Issn()
    """ISSNs of the journal."""
    publisher: Publisher = Publisher()
    """Name and city of the publisher."""
    doi: Line | None = None
    """DOI of the journal."""
    url: Line | None = None
    """URL of the journal's website."""
    doi_prefix: Line | None = None
    """Prefix of the DOIs of the articles: 10.NNNN."""
    patterns: Patterns = Patterns()
    """Patterns of the DOIs and URLs of articles that have none of their own."""
    language: Line | None = None
    """Language of the articles, if neither the article nor the issue has a language."""
    languages: tuple[Line, ...] = ()
    """Languages in which the journal publishes titles, abstracts and keywords."""
    licenses: tuple[License, ...] = ()
    """Licenses of the articles, if neither the article nor the issue has licenses."""
    affiliations: tuple[Affiliation, ...] = ()
    """Affiliations that articles name by id without describing them."""
    archives: tuple[Line, ...] = ()
    """Archives of the journal: CLOCKSS, LOCKSS, Portico, KB, Internet Archive, DWT …"""
    identifiers: FrozenMap[Line] = FrozenMap()
    """Identifiers of the journal at indexes: {scheme: value}."""
    rules: FrozenMap[RuleSettings] = FrozenMap()
    """Levels and options of rules: {code of a rule: error, warning or off}, or {code of a rule:
    {level: …, option: …}}."""
    requirements: FrozenMap[Requirement] = FrozenMap()
    """Rules that the journal declares itself: {name of the rule: …}."""
    formats: FrozenMap[FrozenMap[Line]] = FrozenMap()
    """Options of formats: {crossref: {registrant: …}}. `jatsx plugins` lists them."""
    ledger: Line | None = None
    """Ledger of the deposits of this journal, which a team shares: the path of a file. A relative
    path starts at the folder of the file with this field. Without it: the ledger of each user."""
