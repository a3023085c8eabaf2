"""What DOAJ asks of an article beyond every format's rules.

That the ISSNs are well-formed, and differ, the core asks of every journal. ISSNs have to be those
of DOAJ's own record, in the same slots: nobody but DOAJ can check that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jatsx import Fault, Level, Rule, inheritance
from jatsx.fieldpath import Path, written
from jatsx.model import Article, Issue
from jatsx_doaj.authors import AUTHOR
from jatsx_doaj.bibjson import doi, links
from jatsx_doaj.checks import SCRIPT

if TYPE_CHECKING:
    from collections.abc import Mapping


def link_missing(article: Article) -> Iterator[Fault]:
    """An article has a DOI or a link to its full text, for which the landing page will do.

    Readers couldn't get to the article.

    Source: DOAJ, "The article must have a DOI and/or a Full-Text URL".

    Good:

        url: https://journal.example.org/2024-2/02

    Bad:

        title: {kk: Қайтымды көші-қон}
    """
    if doi(article) is None and not links(article):
        yield Fault("doi")


def issn_missing(issue: Issue) -> Iterator[Fault]:
    """The journal has an ISSN of its printed or online form.

    DOAJ finds its record of the journal by it.

    Source: DOAJ, "You must specify at least one of P-ISSN or E-ISSN".

    Good:

        journal: {doi: 10.5555/caa, issn: {print: 2414-570X}}

    Bad:

        journal: {doi: 10.5555/caa}
    """
    issn = issue.journal.issn
    if not (issn.print or issn.electronic):
        yield Fault("journal.issn")


def script(article: Article) -> Iterator[Fault]:
    """No text that goes to DOAJ holds ``<script>``.

    It could be run in the page of a reader.

    Source: DOAJ, "Metadata contains <script> tag".

    Good:

        title: {en: How a script is placed in a page}

    Bad:

        title: {en: How <script> is placed in a page}
    """
    for path, text in _texts(article):
        if SCRIPT in text:
            yield Fault(written(path))


def year_missing(article: Article) -> Iterator[Fault]:
    """An article has a year of publication.

    DOAJ takes it without, and then lists and finds it by no year. A date that doesn't exist is
    told for that, and not here again.

    Source: DOAJ, API v4, ``bibjson.year``, optional.

    Good:

        dates: {published: {online: 2024-06-30}}

    Bad:

        dates: {accepted: 2024-05-30}
    """
    if not inheritance.publication_dates(article):
        yield Fault("dates.published")


def author_missing(article: Article) -> Iterator[Fault]:
    """An article has an author.

    DOAJ takes it without: editorials may have none.

    Source: DOAJ, API v4, ``bibjson.author``, optional.

    Good:

        contributors: [{name: {en: {family: Burnashev, given: Rustam}}}]

    Bad:

        contributors: [{kind: editor, name: {en: {family: Burnashev, given: Rustam}}}]
    """
    if all(contributor.kind != AUTHOR for contributor in article.contributors):
        yield Fault("contributors")


def _texts(article: Article) -> Iterator[tuple[Path, str]]:
    """The texts of which some go to DOAJ, in every language."""
    numbers = (("volume", article.issue.volume), ("number", article.issue.number))
    yield from ((("issue", field), number) for field, number in numbers if number)
    for field in ("title", "subtitle", "abstract"):
        texts = getattr(article, field)
        yield from (((field, tag), text.plain) for tag, text in texts.items())
    for tag, keywords in article.keywords.items():
        yield from ((("keywords", tag, n), keyword.plain) for n, keyword in enumerate(keywords))
    yield from ((("pages", field), page) for field, page in article.pages if page)
    for n, contributor in enumerate(article.contributors):
        yield from _lines(("contributors", n, "group"), contributor.group)
        for tag, name in contributor.name.items():
            parts = ((field, part) for field, part in name if part)
            yield from ((("contributors", n, "name", tag, field), part) for field, part in parts)
    for n, affiliation in enumerate(article.affiliations):
        for field in ("institution", "department", "city", "country_name"):
            yield from _lines(("affiliations", n, field), getattr(affiliation, field))


def _lines(path: Path, lines: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    return (((*path, tag), line) for tag, line in lines.items())


RULES: Final = (
    Rule(
        "doaj-link-missing",
        Level.ERROR,
        Article,
        link_missing,
        "DOAJ needs a DOI or a link, and the article has neither.",
        "Add its DOI (doi), its landing page (url) or a link to the full text (links); addresses"
        " begin with https://.",
        target="doaj",
    ),
    Rule(
        "doaj-issn-missing",
        Level.ERROR,
        Issue,
        issn_missing,
        "DOAJ needs the ISSN of the printed or the online journal.",
        "Add it to journal.yaml, under issn: print or issn: electronic, as in DOAJ's own record of"
        " the journal.",
        target="doaj",
    ),
    Rule(
        "doaj-text-script",
        Level.ERROR,
        Article,
        script,
        "DOAJ refuses every article that holds the word <script> in these brackets.",
        "Write it in another way, or without the brackets.",
        target="doaj",
    ),
    Rule(
        "doaj-year-missing",
        Level.WARNING,
        Article,
        year_missing,
        "Nothing says when the article was published, so DOAJ will list it under no year.",
        "Add the year to issue.yaml, or the date to the article, under dates: published.",
        target="doaj",
    ),
    Rule(
        "doaj-author-missing",
        Level.WARNING,
        Article,
        author_missing,
        "The article has no author for DOAJ to list.",
        "If someone wrote it, add them under contributors.",
        target="doaj",
    ),
)
