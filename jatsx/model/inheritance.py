"""The values that an article inherits from its issue, and an issue from its journal.

An article without its own dates, licenses or language has those of its issue, and an issue has
those of its journal. Dates are as precise as written. Exporters use these functions. Each result
contains the field in which the value was written, so that findings and losses refer to this field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from jatsx.model.article import Article
from jatsx.model.fieldpath import subpath
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.issue import Issue, IssueSection, Published
from jatsx.model.journal import Journal, License
from jatsx.model.people import Affiliation, Contributor
from jatsx.model.presence import non_blank, present
from jatsx.model.sourced import Sourced
from jatsx.standards.languages import country_name

__all__ = [
    "InLanguage",
    "Medium",
    "PublicationDate",
    "affiliation_in_language",
    "affiliation_languages",
    "country_in_language",
    "in_one_language",
    "issue_publication_dates",
    "journal_options",
    "language",
    "language_tag",
    "licenses",
    "one_language",
    "own_language_first",
    "position",
    "publication_dates",
    "section",
    "workplaces",
]

Medium = Literal["print", "online"]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """A date of publication in one medium, as written, and its field."""

    medium: Medium
    date: str
    field: str


@dataclass(frozen=True, slots=True)
class InLanguage(Generic[Value]):
    """A value in one language, its language tag, and the field that it comes from."""

    language: str
    value: Value
    field: str


def language(article: Article) -> Sourced[str] | None:
    """The language of the article's text."""
    if article.language:
        return Sourced(article.language, "language")
    if article.issue.language:
        return Sourced(article.issue.language, "issue.language")
    if article.issue.journal.language:
        return Sourced(article.issue.journal.language, "issue.journal.language")
    return None


def language_tag(article: Article) -> str | None:
    """The language tag of the article's text: its own, else its issue's, else its journal's."""
    found = language(article)
    return found.value if found else None


def licenses(article: Article) -> tuple[Sourced[License], ...]:
    """The licenses under which the article may be used."""
    issue = article.issue
    candidates = (
        (article.licenses, "licenses"),
        (issue.licenses, "issue.licenses"),
        (issue.journal.licenses, "issue.journal.licenses"),
    )
    written, field = next((pair for pair in candidates if pair[0]), ((), ""))
    return tuple(Sourced(license, f"{field}[{n}]") for n, license in enumerate(written))


def publication_dates(article: Article) -> tuple[PublicationDate, ...]:
    """The dates of publication of the article by medium: its own, else those of its issue."""
    own = tuple(_dates(article.dates.published, "dates.published"))
    return own or tuple(
        PublicationDate(date.medium, date.date, f"issue.{date.field}")
        for date in issue_publication_dates(article.issue)
    )


def issue_publication_dates(issue: Issue) -> tuple[PublicationDate, ...]:
    """The dates of publication of the issue by medium, else its year.

    The medium of the year is print if the journal has a print ISSN, else online. The fields are
    paths from the issue.
    """
    if issue.published:
        return tuple(_dates(issue.published, "published"))
    if not issue.year:
        return ()
    medium: Medium = "print" if issue.journal.issn.print else "online"
    return (PublicationDate(medium, issue.year, "year"),)


def section(article: Article) -> Sourced[IssueSection] | None:
    """The section of the issue that contains the article.

    None if the issue has no section with this id, or more than one: it isn't known which is meant.
    """
    sections = enumerate(article.issue.sections)
    found = [(n, section) for n, section in sections if section.id == article.section]
    if len(found) != 1:
        return None
    position, section = found[0]
    return Sourced(section, f"issue.sections[{position}]")


def position(article: Article) -> int | None:
    """The position of the article in its issue, from 1; None if the issue does not list it."""
    order = article.issue.articles
    return order.index(article.id) + 1 if article.id in order else None


def journal_options(journal: Journal, format: str) -> FrozenMap[str]:
    """The options of a format in the journal's settings, without those of ``--set``.

    >>> journal_options(Journal(formats={"pdf": {"paper": "A5"}}), "pdf")
    FrozenMap({'paper': 'A5'})
    """
    return journal.formats.get(format) or FrozenMap()


def workplaces(article: Article, contributor: Contributor) -> tuple[int, ...]:
    """The positions of a contributor's affiliations. If two have the same id, the first is used."""
    ids = [affiliation.id for affiliation in article.affiliations]
    return tuple(ids.index(id) for id in contributor.affiliations if id in ids)


def country_in_language(
    affiliation: Affiliation, language: str, field: str
) -> InLanguage[str] | None:
    """A country's name in a language: as printed, else from CLDR; None if neither is known.

    Args:
        affiliation: the affiliation with the country.
        language: the tag of the language.
        field: the path of the affiliation, from the article.
    """
    if printed := non_blank(affiliation.country_name.get(language)):
        return InLanguage(language, printed, subpath(field, "country_name", language))
    known = country_name(affiliation.country or "", language)
    return InLanguage(language, known, f"{field}.country") if known else None


def affiliation_languages(affiliation: Affiliation) -> tuple[str, ...]:
    """The languages in which an affiliation can be written, each one without the others.

    They are those of the institution. Without an institution, they are those of the department,
    else of the city, else of the country's printed name.

        >>> names = {"institution": {"ru": "Институт"}, "city": {"kk": "Мәскеу"}}
        >>> affiliation_languages(Affiliation(id="a", **names))
        ('ru',)
    """
    names = (affiliation.institution, affiliation.department, affiliation.city)
    return next(
        (tuple(present(one)) for one in (*names, affiliation.country_name) if present(one)), ()
    )


def affiliation_in_language(
    affiliation: Affiliation, field: str, *preferred: str | None
) -> FrozenMap[InLanguage[str]]:
    """The parts of an affiliation, all in one language: department, institution, city, country.

    It is the first preferred language in which the affiliation can be written, else English, else
    the first one (:func:`affiliation_languages`). Parts that are not written in this language are
    absent. The country is its printed name, else its name in CLDR. A country without other parts
    is in the first preferred language in which its name is known.

    Args:
        affiliation: the affiliation.
        field: the path of the affiliation, from the article.
        preferred: the preferred languages.
    """
    tags = affiliation_languages(affiliation)
    order = [tag for tag in (*preferred, "en", *tags) if tag is not None]
    names = {name: getattr(affiliation, name) for name in ("department", "institution", "city")}
    if any(map(present, names.values())):
        order = [next(tag for tag in order if tag in tags)]
    parts = {
        name: InLanguage(order[0], text, subpath(field, name, order[0]))
        for name, texts in names.items()
        if (text := non_blank(texts.get(order[0])))
    }
    known = (country_in_language(affiliation, tag, field) for tag in order)
    country = next(filter(None, known), None)
    return FrozenMap(parts | ({"country": country} if country else {}))


def one_language(values: Mapping[str, Value], *preferred: str | None) -> tuple[str, Value] | None:
    """The value for a place that allows only one language, and its language tag.

    It is the value in the first preferred language that has a value, else the English value, else
    the first value; None if there are no values. Blank values are ignored.

        >>> one_language({"kk": "Су", "ru": "Вода"}, None, "ru")
        ('ru', 'Вода')
    """
    written = present(values)
    tag = next((tag for tag in (*preferred, "en", *written) if tag in written), None)
    return None if tag is None else (tag, written[tag])


def in_one_language(
    field: str, values: Mapping[str, Value], *preferred: str | None
) -> InLanguage[Value] | None:
    """As :func:`one_language`, with the field of the value.

    >>> in_one_language("title", {"kk": "Су", "ru": "Вода"}, None, "ru")
    InLanguage(language='ru', value='Вода', field='title.ru')
    """
    chosen = one_language(values, *preferred)
    return InLanguage(*chosen, subpath(field, chosen[0])) if chosen else None


def own_language_first(values: Mapping[str, Value], article: Article) -> FrozenMap[Value]:
    """The values with the article's own language first, the others in their order."""
    own = language_tag(article)
    if own is None or own not in values:
        return FrozenMap(values)
    return FrozenMap({own: values[own], **values})


def _dates(published: Published, field: str) -> Iterator[PublicationDate]:
    if published.print:
        yield PublicationDate("print", published.print, f"{field}.print")
    if published.online:
        yield PublicationDate("online", published.online, f"{field}.online")
