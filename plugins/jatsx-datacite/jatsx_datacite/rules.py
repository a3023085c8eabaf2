"""Rules for what DataCite requires: its mandatory properties, and what makes a DOI findable.

Dates that exist and check digits of identifiers are checked by the rules of jatsx itself.
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
    message="The article has no DOI. DataCite requires one.",
    hint="Add the DOI under `doi`, with the prefix that DataCite assigned to the journal.",
    target="datacite",
)
def doi_missing(article: Article) -> Iterator[Fault]:
    """An article has a DOI.

    DataCite registers DOIs. All other metadata describe the DOI.

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
    hint=(
        "Write 10., four to nine digits, a slash and a suffix without spaces, for example"
        " 10.5555/2024-2-01."
    ),
    target="datacite",
)
def doi_form(article: Article) -> Iterator[Fault]:
    """A DOI is 10., four to nine digits, a slash and a suffix.

    A DOI with a second dot in its prefix (10.1234.5/…) belongs to another registration agency.

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
    message="The article has no URL, so DataCite keeps its DOI as a draft.",
    hint="Add the URL of the article's page under `url`.",
    target="datacite",
)
def url_missing(article: Article) -> Iterator[Fault]:
    """An article has a landing page.

    Without a URL, DataCite keeps the DOI as a draft, which nobody can find.

    Source: DataCite REST API, states of a DOI: registered and findable DOIs need a URL.

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
    message="{url} is not a URL that DataCite allows and is not sent.",
    hint=(
        "Open the page in a browser and copy the URL from the address bar. It begins with https://."
    ),
    target="datacite",
)
def url_form(article: Article) -> Iterator[Fault]:
    """The URL of the landing page contains only ASCII characters and no spaces.

    Other letters are percent-encoded in a URL. Browsers copy a URL in this form.

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
    message="The article has no author with a name. DataCite requires one.",
    hint=(
        "Add the author under `contributors`. For an editorial, you can add the editorial board as"
        " a group."
    ),
    target="datacite",
)
def creator_missing(article: Article) -> Iterator[Fault]:
    """An article has an author with a name, either a person or a group.

    Each citation that DataCite makes begins with the author.

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
    message="The article has no title. DataCite requires one.",
    hint="Add it under `title`, with a line for each language.",
    target="datacite",
)
def title_missing(article: Article) -> Iterator[Fault]:
    """An article has a title.

    Each citation that DataCite makes contains the title.

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
    message="The journal has no publisher name. DataCite requires one.",
    hint="Add `name` under `publisher` in journal.yaml.",
    target="datacite",
)
def publisher_missing(issue: Issue) -> Iterator[Fault]:
    """The journal has a publisher.

    Each citation that DataCite makes contains the publisher.

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
    message="The article has no publication year. DataCite requires one.",
    hint="Add `year` to issue.yaml, or a date under `dates.published` in the article.",
    target="datacite",
)
def year_missing(article: Article) -> Iterator[Fault]:
    """An article has a publication year: its own or that of the issue.

    Each citation that DataCite makes contains the year.

    Source: DataCite Metadata Schema 4.5, property 5, PublicationYear, mandatory.

    Good:

        dates: {published: {online: 2024-06-30}}

    Bad:

        dates: {accepted: 2024-05-30}
    """
    published = inheritance.publication_dates(article)
    if not any(parse_date(one.date) for one in published):
        yield Fault("dates.published")
