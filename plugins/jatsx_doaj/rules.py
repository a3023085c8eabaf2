"""Rules for what DOAJ requires, in addition to the rules for every format.

The core checks that the ISSNs are valid and different. DOAJ also requires the ISSNs of its own
record of the journal, for the same media. Only DOAJ can check this.
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
"""The fields of an article whose texts are sent to DOAJ."""

SENT_OF_ISSUE: Final = ("volume", "number")
"""The fields of an issue whose texts are sent to DOAJ."""

SENT_WITHIN: Final = FrozenMap(
    {
        "contributors": ("name", "group"),
        "affiliations": ("institution", "department", "city", "country_name"),
    }
)
"""The fields of a contributor and of an affiliation whose texts are sent to DOAJ."""


@rule(
    "doaj-link-missing",
    Level.ERROR,
    message="The article has no valid DOI and no valid URL. DOAJ requires one of them.",
    hint=(
        "Add the DOI under `doi`, the landing page under `url`, or a link to the full text under"
        " `links`. URLs begin with https://."
    ),
    target="doaj",
)
def link_missing(article: Article) -> Iterator[Fault]:
    """An article has a DOI, a link to its full text or a landing page.

    Without any of them, readers cannot open the article.

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
    message="The journal has no print or electronic ISSN. DOAJ requires one of them.",
    hint=(
        "Add `print` or `electronic` under `issn` in journal.yaml, as in DOAJ's record of the"
        " journal."
    ),
    target="doaj",
)
def issn_missing(issue: Issue) -> Iterator[Fault]:
    """The journal has a print or electronic ISSN.

    DOAJ identifies the journal by its ISSN.

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
    message="DOAJ rejects an article whose text contains <script>.",
    hint="Remove the brackets < and >, or write the text in another way.",
    target="doaj",
)
def script(texts: Texts) -> Iterator[Fault]:
    """No text that is sent to DOAJ contains ``<script>``.

    A browser could run it as a program.

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
    message="The article has no publication date, so readers of DOAJ cannot find it by year.",
    hint="Add `year` to issue.yaml, or a date under `dates.published` in the article.",
    target="doaj",
)
def year_missing(article: Article) -> Iterator[Fault]:
    """An article has a publication year.

    DOAJ accepts an article without a year, but readers cannot find it by year. A date that does not
    exist is reported by another rule.

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
    message="The article has no author.",
    hint="If the article has an author, add the author under `contributors`.",
    target="doaj",
)
def author_missing(article: Article) -> Iterator[Fault]:
    """An article has an author.

    DOAJ accepts an article without an author, because an editorial may have none.

    Source: DOAJ, API v4, ``bibjson.author``, optional.

    Good:

        contributors: [{name: {en: {family: Burnashev, given: Rustam}}}]

    Bad:

        contributors: [{kind: editor, name: {en: {family: Burnashev, given: Rustam}}}]
    """
    if all(contributor.kind != AUTHOR for contributor in article.contributors):
        yield Fault("contributors")


def _is_sent(owner: Part, path: Path) -> bool:
    """Whether a text can be sent to DOAJ, in some language."""
    if isinstance(owner, Issue):
        return path[0] in SENT_OF_ISSUE
    if isinstance(owner, Article):
        inner = path[2] if len(path) > 2 else None
        return path[0] in SENT or inner in SENT_WITHIN.get(str(path[0]), ())
    return False
