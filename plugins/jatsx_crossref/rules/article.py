"""What is asked of an article: its DOI, the address it leads to, a date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import N_, Fault, Level, fault, inheritance, is_present
from jatsx.model import Article, Link
from jatsx_crossref.crossmark import UPDATE_TYPES
from jatsx_crossref.dates import crossref_date
from jatsx_crossref.identifiers import crossref_doi, has_plain_suffix, is_address
from jatsx_crossref.rules.common import (
    DOI_FORM,
    DOI_FORM_HINT,
    all_exist,
    malformed_doi,
    rule,
    settings_in,
)

_URL_HINT: Final = N_(
    "Copy it from the browser's address bar: https://…, without spaces. Letters that aren't Latin"
    " are written in percents there (%D0%B0)."
)


@rule(
    "crossref-article-doi-missing",
    Level.ERROR,
    message="The article has no DOI, so there is nothing to register.",
    hint="Write the one that the journal gave it under doi: 10.5555/2024-2-01.",
)
def doi_missing(article: Article) -> Iterator[Fault]:
    """The article has a DOI.

    A deposit registers one: without it there is nothing to register.

    Source: ``journal_article`` in crossref5.5.0.xsd: ``doi_data`` is required.

    Good:

        doi: 10.5555/irilj.2024.106.2.02

    Bad:

        title: {kk: Қайтымды көші-қон}
    """
    if not is_present(article.doi):
        yield fault("doi")


@rule("crossref-article-doi-form", Level.ERROR, message=DOI_FORM, hint=DOI_FORM_HINT)
def doi_form(article: Article) -> Iterator[Fault]:
    """The article's DOI has 4–9 digits in its prefix and at most 200 characters after the slash.

    Crossref's schema does not allow a second dot in the prefix, although such prefixes exist.

    Source: ``doi_t`` in common5.5.0.xsd, narrower than ISO 26324.

    Good:

        doi: 10.5555/irilj.2024.106.2.02

    Bad:

        doi: 10.5555.1/irilj.2024.106.2.02
    """
    yield from malformed_doi(article.doi)


@rule(
    "crossref-article-doi-characters",
    Level.WARNING,
    message="The DOI {doi} has characters that Crossref no longer registers.",
    hint=(
        "Unless it is registered already, give it a suffix of Latin letters, digits and - . _ ; ( )"
        " / alone."
    ),
)
def doi_characters(article: Article) -> Iterator[Fault]:
    """The DOI's suffix keeps to a-z A-Z 0-9 - . _ ; ( ) /.

    Crossref registers no others, but for DOIs of long ago.

    Source: Crossref documentation, "Constructing your DOIs".

    Good:

        doi: 10.5555/2024-2(106)-02

    Bad:

        doi: 10.5555/2024-2+106-02
    """
    doi = crossref_doi(article.doi)
    if doi and not has_plain_suffix(doi):
        yield fault("doi", doi=doi)


@rule(
    "crossref-article-url-missing",
    Level.ERROR,
    message="The article has no landing page: its DOI would lead nowhere.",
    hint="Write the address of its page on the journal's site under url.",
)
def url_missing(article: Article) -> Iterator[Fault]:
    """The article has a page that its DOI leads to.

    That is what a DOI is registered for.

    Source: ``doi_data`` in common5.5.0.xsd: ``resource`` is required.

    Good:

        url: https://journal.example.org/2024-2/02

    Bad:

        doi: 10.5555/irilj.2024.106.2.02
    """
    if not is_present(article.url):
        yield fault("url")


@rule(
    "crossref-article-url-form",
    Level.ERROR,
    message="{url} is no address that a DOI can lead to.",
    hint=_URL_HINT,
)
def url_form(article: Article) -> Iterator[Fault]:
    """The address of the article's page is one: http, https or ftp, ASCII, no spaces.

    A reader who follows the DOI is sent to exactly what is written here.

    Source: ``resource_t`` in common5.5.0.xsd; RFC 3986.

    Good:

        url: https://journal.example.org/2024-2/02

    Bad:

        url: https://journal.example.org/2024-2/статья-02
    """
    if article.url and is_present(article.url) and not is_address(article.url):
        yield fault("url", url=article.url)


@rule(
    "crossref-article-date-missing",
    Level.ERROR,
    message="Nothing says when the article was published.",
    hint=(
        "Write the issue's year in issue.yaml under year, or the article's own date under dates:"
        " published: online."
    ),
)
def date_missing(article: Article) -> Iterator[Fault]:
    """The article or its issue has a year or a date of publication, from 1400 to 2200.

    The record of an article can't do without; citations are matched by its year.
    A date that doesn't exist is told for that, and not here again.

    Source: ``journal_article`` in crossref5.5.0.xsd: ``publication_date`` is required.

    Good:

        dates: {published: {online: 2024-06-30}}

    Bad:

        dates: {accepted: 2024-05-30}
    """
    dates = inheritance.publication_dates(article)
    if not any(crossref_date(date.date) for date in dates) and all_exist(dates):
        yield fault(("dates", "published"))


@rule(
    "crossref-link-url-form",
    Level.WARNING,
    message="{url} is no address; this link isn't sent.",
    hint=_URL_HINT,
)
def link_form(link: Link) -> Iterator[Fault]:
    """The address of a full text is one, or it isn't sent.

    Similarity Check and text mining fetch the text from there.

    Source: ``resource_t`` in common5.5.0.xsd; RFC 3986.

    Good:

        url: https://journal.example.org/2024-2/02.pdf
        content_type: application/pdf

    Bad:

        url: https://journal.example.org/2024-2/статья-02.pdf
        content_type: application/pdf
    """
    if not is_address(link.url):
        yield fault("url", url=link.url)


@rule(
    "crossref-update-policy-missing",
    Level.WARNING,
    message="Crossref isn't told of this {type}: the journal has no Crossmark policy.",
    hint=(
        "Register a page on how the journal corrects articles, and write its DOI in journal.yaml"
        " under formats: crossref: crossmark_policy."
    ),
)
def update_policy(article: Article) -> Iterator[Fault]:
    """A correction or retraction is announced by Crossmark, for which a policy page is needed.

    Without a policy no Crossmark is sent, and readers of the other work aren't told of the notice.

    Source: ``crossmark`` in common5.5.0.xsd: ``crossmark_policy`` is required.

    Good:

        relations: [{type: correction-of, doi: 10.5555/irilj.2024.106.2.02, date: 2024-09-30}]
        issue: {journal: {formats: {crossref: {crossmark_policy: 10.5555/irilj.crossmark}}}}

    Bad:

        relations: [{type: correction-of, doi: 10.5555/irilj.2024.106.2.02, date: 2024-09-30}]
    """
    if settings_in(article.issue.journal).crossmark_policy:
        return
    for n, relation in enumerate(article.relations):
        if relation.type in UPDATE_TYPES:
            yield fault(("relations", n), type=relation.type)
