"""Rules on an article: its DOI, its URLs, its date and its Crossmark updates."""

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
    "Copy the URL from the browser's address bar. It begins with https:// and contains no spaces."
    " Letters that are not Latin are percent-encoded (%D0%B0)."
)


@rule(
    "crossref-article-doi-missing",
    Level.ERROR,
    message="The article has no DOI. Crossref requires one.",
    hint="Add the article's DOI under `doi`, for example 10.5555/2024-2-01.",
)
def doi_missing(article: Article) -> Iterator[Fault]:
    """The article has a DOI.

    A Crossref deposit registers a DOI. Without a DOI, there is nothing to register.

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
    message="The DOI {doi} contains characters that Crossref does not allow in new DOIs.",
    hint=(
        "If the DOI is not registered yet, use only Latin letters, digits and - . _ ; ( ) / after"
        " the first slash."
    ),
)
def doi_characters(article: Article) -> Iterator[Fault]:
    """The suffix of a DOI contains only the characters a-z, A-Z, 0-9 and - . _ ; ( ) /.

    The suffix is the part after the first slash. Crossref does not register new DOIs with other
    characters in it. Old DOIs with other characters are still valid.

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
    message="The article has no landing page URL. Crossref requires one.",
    hint="Add the URL of the article's page on the journal's website under `url`.",
)
def url_missing(article: Article) -> Iterator[Fault]:
    """The article has a landing page.

    The DOI leads readers to this page.

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
    message="{url} is not a valid URL for a DOI.",
    hint=_URL_HINT,
)
def url_form(article: Article) -> Iterator[Fault]:
    """The article's URL begins with http, https or ftp and contains only ASCII characters.

    Readers who follow the DOI are sent to exactly this URL. It contains no spaces, and other
    letters are percent-encoded (%D0%B0).

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
    message="The article has no valid publication date. Crossref requires one.",
    hint="Correct the date under `dates.published`: YYYY-MM-DD, YYYY-MM or YYYY.",
)
def date_missing(article: Article) -> Iterator[Fault]:
    """A publication date of the article itself is between 1400 and 2200.

    Crossref requires the year and uses it to match citations. A date that does not exist, and an
    issue without a year or date, are reported by other rules.

    Source: ``journal_article`` in crossref5.5.0.xsd: ``publication_date`` is required.

    Good:

        dates: {published: {online: 2024-06-30}}

    Bad:

        dates: {published: {online: "1324-06-30"}}
    """
    dates = inheritance.publication_dates(article)
    if (
        article.dates.published
        and not any(crossref_date(date.date) for date in dates)
        and all_exist(dates)
    ):
        yield fault(("dates", "published"))


@rule(
    "crossref-link-url-form",
    Level.WARNING,
    message="{url} is not a valid URL, so this link is not sent.",
    hint=_URL_HINT,
)
def link_form(link: Link) -> Iterator[Fault]:
    """The URL of a full text begins with http, https or ftp and contains only ASCII characters.

    Similarity Check and text mining services download the full text from this URL. A link with an
    invalid URL is not sent.

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
    message=(
        "The relation {type} is not sent to Crossref, because the journal has no Crossmark policy."
    ),
    hint=(
        "Register a DOI for a page about the journal's correction policy. Add this DOI to"
        " journal.yaml as `crossmark_policy` under `formats.crossref`."
    ),
)
def update_policy(article: Article) -> Iterator[Fault]:
    """A journal with corrections or retractions has a Crossmark policy.

    Crossref announces a correction or retraction through Crossmark, which requires the DOI of a
    policy page. Without it, readers of the other work are not informed.

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
