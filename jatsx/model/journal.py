"""The journal: what stays the same from issue to issue, and its settings."""

from __future__ import annotations

from jatsx.model.frozenmap import FrozenMap
from jatsx.model.part import Line, Part, PerLanguage
from jatsx.model.requirement import Requirement, RuleSettings


class Issn(Part):
    """The ISSNs of a journal, each for one medium (ISO 3297)."""

    print: Line | None = None
    """ISSN of the printed journal: NNNN-NNNX."""
    electronic: Line | None = None
    """ISSN of the online journal (eISSN)."""
    linking: Line | None = None
    """ISSN-L, which links the media."""


class Publisher(Part):
    """Who publishes the journal."""

    name: PerLanguage[Line] = PerLanguage()
    """Its name in each language."""
    place: PerLanguage[Line] = PerLanguage()
    """The city in each language."""


class License(Part):
    """A license under which an article may be used."""

    url: Line
    """Address of the license's text: https://creativecommons.org/licenses/by/4.0/."""
    applies_to: Line | None = None
    """The version it applies to: vor (version of record), am (accepted manuscript), tdm (text
    and data mining). Source: Crossref AccessIndicators, ``license_ref/@applies_to``."""
    start_date: Line | None = None
    """The day from which it applies: YYYY-MM-DD."""


class Journal(Part):
    """A journal, as its registries know it, and the one place for its settings."""

    title: PerLanguage[Line] = PerLanguage()
    """Its title in each language, the registered one first."""
    abbreviated_title: Line | None = None
    """Its abbreviated title (ISO 4)."""
    issn: Issn = Issn()
    """Its ISSNs."""
    publisher: Publisher = Publisher()
    """Who publishes it."""
    doi: Line | None = None
    """DOI of the journal itself."""
    url: Line | None = None
    """Its web site."""
    doi_prefix: Line | None = None
    """The prefix of its articles' DOIs: 10.NNNN."""
    language: Line | None = None
    """The language of its articles where neither article nor issue says otherwise."""
    languages: tuple[Line, ...] = ()
    """The languages in which it promises titles, abstracts and keywords."""
    licenses: tuple[License, ...] = ()
    """Its licenses, for articles that name none."""
    archives: tuple[Line, ...] = ()
    """Where it is archived: CLOCKSS, LOCKSS, Portico, KB, Internet Archive, DWT."""
    identifiers: FrozenMap[Line] = FrozenMap()
    """What indexes call it: {scheme: value}."""
    rules: FrozenMap[RuleSettings] = FrozenMap()
    """Levels and options of rules: {code of a rule: error, warning or off}, or {code of a rule:
    {level: …, option: …}}."""
    requirements: FrozenMap[Requirement] = FrozenMap()
    """Rules that the journal declares itself: {name of the rule: …}."""
    formats: FrozenMap[FrozenMap[Line]] = FrozenMap()
    """Options of formats: {crossref: {registrant: …}}."""
