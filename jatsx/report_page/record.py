"""The record of an article as a reader sees it, in each of its languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup as Html

from jatsx.findings.translation import LANGUAGES, gettext, in_language
from jatsx.model import Article, Contributor, PersonName
from jatsx.model.inheritance import (
    affiliation_in_language,
    one_language,
    publication_dates,
    section,
    workplaces,
)
from jatsx.model.presence import present
from jatsx.report_page.labels import LABELS
from jatsx.report_page.phrases import Phrases
from jatsx.report_page.texts import html_of, html_of_prose

Show = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A contributor: the name, its language if it is another one, and numbers of affiliations."""

    name: str
    language: str
    numbers: str
    orcid: str


@dataclass(frozen=True, slots=True)
class RecordInLanguage:
    """What a reader of one language sees. ``labels`` are in that language, if the page has it."""

    language: str
    labels: Mapping[str, Html]
    title: Html
    section: Html
    people: list[PersonShown]
    affiliations: list[tuple[int, str]]
    abstract: list[Html]
    keywords: list[Html]


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """The record in each language, and what is the same in all languages."""

    languages: list[RecordInLanguage]
    doi: str
    pages: str
    dates: list[tuple[Html, str]]
    subject_codes: list[str]
    files: list[str]
    emails: list[str]
    references: list[list[tuple[str, Html]]]


def article_record(article: Article, phrases: Phrases, show: Show, emails: bool) -> ArticleRecord:
    """The record of an article; ``emails`` says whether e-mail addresses are shown."""
    written = (one.email for one in article.contributors)
    return ArticleRecord(
        [_in_language(article, tag, phrases, show) for tag in record_languages(article)],
        show(article.doi or ""),
        show(_pages(article)),
        [(phrases.label(LABELS[name]), show(date)) for name, date in _dates(article)],
        [show(f"{one.scheme} {one.code}") for one in article.subject_codes],
        [show(one.path) for one in article.files],
        [show(email) for email in written if email] if emails else [],
        [
            [(tag, html_of(text, show)) for tag, text in present(one.text).items()]
            for one in article.references
        ],
    )


def record_languages(article: Article) -> list[str]:
    """The languages of the title, the abstract and the keywords; else those of the names."""
    texts = (article.title, article.abstract, article.keywords)
    tags = dict.fromkeys(tag for values in texts for tag in present(values))
    if not tags:
        tags = dict.fromkeys(tag for one in article.contributors for tag in present(one.name))
    return [*tags]


def person_name(name: PersonName) -> str:
    """A name in the order of reference lists: family name, given names, patronymic, suffix."""
    parts = (name.family, name.given, name.patronymic, name.suffix)
    return " ".join(part.strip() for part in parts if part and part.strip())


def contributor_name(contributor: Contributor, language: str | None) -> tuple[str, str]:
    """The language and the name of a person or a group, in a language if it has a name in it."""
    names = {tag: person_name(name) for tag, name in contributor.name.items()}
    return one_language(names or contributor.group, language) or ("", "")


def _in_language(article: Article, tag: str, phrases: Phrases, show: Show) -> RecordInLanguage:
    title, subtitle = article.title.get(tag), article.subtitle.get(tag)
    shown = [html_of(one, show) for one in (title, subtitle) if one]
    abstract, own_section = article.abstract.get(tag), section(article)
    heading = own_section.value.title.get(tag) if own_section else None
    return RecordInLanguage(
        tag,
        {name: _label(name, tag, phrases) for name in ("affiliations", "abstract", "keywords")},
        Html(". ").join(shown),
        html_of(heading, show) if heading else Html(),
        [_person(article, one, tag, show) for one in article.contributors],
        [(n + 1, show(text)) for n, text in enumerate(_affiliations(article, tag)) if text],
        html_of_prose(abstract, show) if abstract else [],
        [html_of(word, show) for word in article.keywords.get(tag, ()) if word],
    )


def _label(name: str, tag: str, phrases: Phrases) -> Html:
    """A label in the language of the record; in that of the page, if it is not one of its own."""
    if tag not in LANGUAGES:
        return phrases.label(LABELS[name])
    with in_language(tag):
        return Html.escape(gettext(LABELS[name]))


def _person(article: Article, one: Contributor, tag: str, show: Show) -> PersonShown:
    language, name = contributor_name(one, tag)
    numbers = ", ".join(str(n + 1) for n in workplaces(article, one))
    return PersonShown(
        show(name),
        language if language != tag else "",
        numbers if len(article.affiliations) > 1 else "",
        show(one.orcid or ""),
    )


def _affiliations(article: Article, tag: str) -> Iterator[str]:
    for n, affiliation in enumerate(article.affiliations):
        parts = affiliation_in_language(affiliation, f"affiliations[{n}]", tag)
        yield ", ".join(part.value.strip() for part in parts.values())


def _pages(article: Article) -> str:
    pages = article.pages
    span = "–".join(filter(None, (pages.first, pages.last)))
    return ", ".join(filter(None, (span, pages.other, article.elocation_id)))


def _dates(article: Article) -> Iterator[tuple[str, str]]:
    """The names of the labels of dates, and the dates as written."""
    dates = article.dates
    if dates.received:
        yield "received", dates.received
    for date in dates.revised:
        yield "revised", date
    if dates.accepted:
        yield "accepted", dates.accepted
    for published in publication_dates(article):
        yield published.medium, published.date
