"""What DataCite asks of an article: its mandatory properties, and what makes a DOI findable.

That dates exist, and that identifiers have their check digits, jatsx asks of every article.
"""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Article, Fault, Level, inheritance, non_blank, present, rule
from jatsx.model import Issue
from jatsx.standards.dates import parse_date

from jatsx_datacite.addresses import address, own_doi
from jatsx_datacite.people import AUTHOR, name_of


@rule(
    "datacite-doi-missing",
    Level.ERROR,
    message="DataCite registers DOIs, and the article has none.",
    hint="Add it under doi, with the prefix that DataCite gave the journal.",
    target="datacite",
)
def doi_missing(article: Article) -> Iterator[Fault]:
    """An article has a DOI.

    DataCite registers DOIs: all else is metadata of the DOI.

    Source: DataCite Metadata Schema 4.5, property 1, Identifier, mandatory.

    Good:

        doi: 10.5555/irilj.2024.106.2.02

    Bad:

        title: {kk: Қайтымды көші-қон}
    """
    if not non_blank(article.doi):
        yield Fault("doi")


@rule(
    "datacite-doi-form",
    Level.ERROR,
    message="{doi} is not a DOI that DataCite registers.",
    hint="Write it as 10.NNNN/suffix: only digits before the slash, and no space after it.",
    target="datacite",
)
def doi_form(article: Article) -> Iterator[Fault]:
    """A DOI has the form that DataCite registers: 10, a full stop, digits, a slash, a suffix.

    A prefix with a second full stop (10.1234.5/…) is of other agencies.

    Source: DataCite's JSON Schema 4.5, ``doi``, its pattern.

    Good:

        doi: 10.5555/irilj.2024.106.2.02

    Bad:

        doi: 10.5555.1/irilj.2024.106.2.02
    """
    if non_blank(article.doi) and own_doi(article.doi) is None:
        yield Fault("doi", {"doi": article.doi or ""})


@rule(
    "datacite-url-missing",
    Level.WARNING,
    message="The DOI has no page to lead to, so DataCite keeps it as a draft.",
    hint="Add the article's page under url.",
    target="datacite",
)
def url_missing(article: Article) -> Iterator[Fault]:
    """An article has a landing page, for its DOI to lead to.

    DataCite keeps a DOI without one as a draft, which nobody can find.

    Source: DataCite REST API, states of a DOI: registered and findable ones need a URL.

    Good:

        url: https://journal.example.org/2024-2/02

    Bad:

        doi: 10.5555/irilj.2024.106.2.02
    """
    if not non_blank(article.url):
        yield Fault("url")


@rule(
    "datacite-url-form",
    Level.WARNING,
    message="The address {url} isn't in the form that DataCite allows, and would be left out.",
    hint="Open the page in a browser and copy the address from there; it begins with https://.",
    target="datacite",
)
def url_form(article: Article) -> Iterator[Fault]:
    """The landing page is written as browsers send it: in Latin letters, without spaces.

    Other letters are encoded in an address: a browser copies them so.

    Source: DataCite's JSON Schema 4.5, ``url``, a URI (RFC 3986).

    Good:

        url: https://journal.example.org/%D0%B2%D0%BE%D0%B4%D0%B0

    Bad:

        url: https://journal.example.org/вода
    """
    if non_blank(article.url) and address(article.url) is None:
        yield Fault("url", {"url": article.url or ""})


@rule(
    "datacite-creator-missing",
    Level.ERROR,
    message="DataCite asks for an author, and the article has none with a name.",
    hint=(
        "Add the author under contributors; an editorial may have the editorial board, as a group."
    ),
    target="datacite",
)
def creator_missing(article: Article) -> Iterator[Fault]:
    """An article has an author with a name, a person or a group.

    Every citation that DataCite makes begins with it.

    Source: DataCite Metadata Schema 4.5, property 2, Creator, mandatory.

    Good:

        contributors: [{name: {en: {family: Burnashev, given: Rustam}}}]

    Bad:

        contributors: [{kind: translator, name: {en: {family: Burnashev, given: Rustam}}}]
    """
    authors = (n for n, one in enumerate(article.contributors) if one.kind == AUTHOR)
    if not any(name_of(article, n, None) for n in authors):
        yield Fault("contributors")


@rule(
    "datacite-title-missing",
    Level.ERROR,
    message="DataCite asks for a title, and the article has none.",
    hint="Add it under title, a line for each language.",
    target="datacite",
)
def title_missing(article: Article) -> Iterator[Fault]:
    """An article has a title.

    Every citation holds it.

    Source: DataCite Metadata Schema 4.5, property 3, Title, mandatory.

    Good:

        title: {kk: Қайтымды көші-қон}

    Bad:

        subtitle: {kk: Қайтымды көші-қон}
    """
    if not present(article.title):
        yield Fault("title")


@rule(
    "datacite-publisher-missing",
    Level.ERROR,
    message="DataCite asks for the publisher's name, and the journal has none.",
    hint="Add it to journal.yaml, under publisher: name.",
    target="datacite",
)
def publisher_missing(issue: Issue) -> Iterator[Fault]:
    """The journal has a publisher.

    Every citation that DataCite makes names it.

    Source: DataCite Metadata Schema 4.5, property 4, Publisher, mandatory.

    Good:

        journal: {publisher: {name: {en: KazUIRandWL}}}

    Bad:

        journal: {publisher: {place: {en: Almaty}}}
    """
    if not present(issue.journal.publisher.name):
        yield Fault("journal.publisher.name")


@rule(
    "datacite-year-missing",
    Level.ERROR,
    message=(
        "DataCite asks for the year of publication, and nothing says when the article was"
        " published."
    ),
    hint="Add the year to issue.yaml, or the date to the article, under dates: published.",
    target="datacite",
)
def year_missing(article: Article) -> Iterator[Fault]:
    """An article has a year of publication, its own or its issue's.

    Every citation holds it.

    Source: DataCite Metadata Schema 4.5, property 5, PublicationYear, mandatory.

    Good:

        dates: {published: {online: 2024-06-30}}

    Bad:

        dates: {accepted: 2024-05-30}
    """
    published = inheritance.publication_dates(article)
    if not any(parse_date(one.date) for one in published):
        yield Fault("dates.published")
