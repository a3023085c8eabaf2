"""What DOAJ asks of an article beyond every format's rules.

That the ISSNs are well-formed, and differ, the core asks of every journal. ISSNs have to be those
of DOAJ's own record, in the same slots: nobody but DOAJ can check that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jatsx import Fault, FrozenMap, Level, inheritance, rule, values_and_losses
from jatsx.model import Article, Issue, Texts
from jatsx.model.fieldpath import Path, format_path
from jatsx_doaj.authors import AUTHOR
from jatsx_doaj.bibjson import doi
from jatsx_doaj.checks import SCRIPT
from jatsx_doaj.links import link_parts

if TYPE_CHECKING:
    from jatsx.model import Part

SENT: Final = ("title", "subtitle", "abstract", "keywords", "pages")
"""The fields of an article whose texts go to DOAJ."""

SENT_OF_ISSUE: Final = ("volume", "number")
"""The fields of an issue whose texts do."""

SENT_WITHIN: Final = FrozenMap(
    {
        "contributors": ("name", "group"),
        "affiliations": ("institution", "department", "city", "country_name"),
    }
)
"""The fields of a contributor and of an affiliation whose texts do."""


@rule(
    "doaj-link-missing",
    Level.ERROR,
    message="DOAJ needs a DOI or a link, and the article has neither.",
    hint=(
        "Add its DOI (doi), its landing page (url) or a link to the full text (links); addresses"
        " begin with https://."
    ),
    target="doaj",
)
def link_missing(article: Article) -> Iterator[Fault]:
    """An article has a DOI or a link to its full text, for which the landing page will do.

    Readers couldn't get to the article.

    Source: DOAJ, "The article must have a DOI and/or a Full-Text URL".

    Good:

        url: https://journal.example.org/2024-2/02

    Bad:

        title: {kk: Қайтымды көші-қон}
    """
    links, _ = values_and_losses(link_parts(article))
    if doi(article) is None and not links:
        yield Fault("doi")


@rule(
    "doaj-issn-missing",
    Level.ERROR,
    message="DOAJ needs the ISSN of the printed or the online journal.",
    hint=(
        "Add it to journal.yaml, under issn: print or issn: electronic, as in DOAJ's own record of"
        " the journal."
    ),
    target="doaj",
)
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


@rule(
    "doaj-text-script",
    Level.ERROR,
    message="DOAJ refuses every article that holds the word <script> in these brackets.",
    hint="Write it in another way, or without the brackets.",
    target="doaj",
)
def script(texts: Texts) -> Iterator[Fault]:
    """No text that goes to DOAJ holds ``<script>``.

    It could be run in the page of a reader.

    Source: DOAJ, "Metadata contains <script> tag".

    Good:

        title: {en: How a script is placed in a page}

    Bad:

        title: {en: How <script> is placed in a page}
    """
    for value in texts.values:
        if SCRIPT in value.plain and _is_sent(texts.owner, value.path):
            yield Fault(format_path(value.path))


@rule(
    "doaj-year-missing",
    Level.WARNING,
    message="Nothing says when the article was published, so DOAJ will list it under no year.",
    hint="Add the year to issue.yaml, or the date to the article, under dates: published.",
    target="doaj",
)
def year_missing(article: Article) -> Iterator[Fault]:
    """An article has a year of publication.

    DOAJ accepts it without, but then it can't be found by year. A date that doesn't exist is
    reported by another rule.

    Source: DOAJ, API v4, ``bibjson.year``, optional.

    Good:

        dates: {published: {online: 2024-06-30}}

    Bad:

        dates: {accepted: 2024-05-30}
    """
    if not inheritance.publication_dates(article):
        yield Fault("dates.published")


@rule(
    "doaj-author-missing",
    Level.WARNING,
    message="The article has no author for DOAJ to list.",
    hint="If someone wrote it, add them under contributors.",
    target="doaj",
)
def author_missing(article: Article) -> Iterator[Fault]:
    """An article has an author.

    DOAJ accepts it without: editorials may have none.

    Source: DOAJ, API v4, ``bibjson.author``, optional.

    Good:

        contributors: [{name: {en: {family: Burnashev, given: Rustam}}}]

    Bad:

        contributors: [{kind: editor, name: {en: {family: Burnashev, given: Rustam}}}]
    """
    if all(contributor.kind != AUTHOR for contributor in article.contributors):
        yield Fault("contributors")


def _is_sent(owner: Part, path: Path) -> bool:
    """Whether a text may go to DOAJ, in some language."""
    if isinstance(owner, Issue):
        return path[0] in SENT_OF_ISSUE
    if isinstance(owner, Article):
        inner = path[2] if len(path) > 2 else None
        return path[0] in SENT or inner in SENT_WITHIN.get(str(path[0]), ())
    return False
