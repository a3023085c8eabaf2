"""Rules on an article that are off unless the journal sets a level for them.

A journal switches a rule on in journal.yaml::

    rules:
      article-srsti-missing: error
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jatsx.model import Article, inheritance
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, RuleOption, rule
from jatsx.standards.vocabularies import subject_scheme


@rule(
    "article-srsti-missing",
    None,
    message="The article has no SRSTI code (МРНТИ, ҒТАМР), but the journal requires one.",
    hint="Ask the author for it. Add under `subject_codes`: `scheme: SRSTI, code: 11.25.15`.",
)
def srsti_missing(article: Article) -> Iterator[Fault]:
    """The article has an SRSTI code (МРНТИ, ҒТАМР).

    The author guidelines of many journals in Kazakhstan require this code in the first line of the
    article. The author chooses the code. jatsx never guesses it.

    Source: the journals' author guidelines: “IRSTI”, “FTAMP нөмірі”.

    Good:

        subject_codes: [{scheme: SRSTI, code: 11.25.15}]

    Bad:

        subject_codes: [{scheme: UDC, code: "327"}]
    """
    if not any(subject_scheme(one.scheme) == "SRSTI" for one in article.subject_codes):
        yield fault("subject_codes")


@rule(
    "article-doi-missing",
    None,
    message="The article has no DOI, but the journal requires one.",
    hint="Add the DOI that the journal assigned to the article: `doi: 10.5555/2024-2-01`.",
)
def doi_missing(article: Article) -> Iterator[Fault]:
    """The article has a DOI.

    A Crossref deposit always requires a DOI. With this rule, a journal can require a DOI in every
    format.

    Source: the journals' author guidelines; DOAJ, "Best practice": permanent identifiers.

    Good:

        doi: 10.5555/2024-2-01

    Bad:

        title: {kk: Қайтымды көші-қон}
    """
    if not (article.doi or "").strip():
        yield fault("doi")


@rule(
    "article-license-missing",
    None,
    message="The article has no license.",
    hint="Add the URL of the license under `licenses` in journal.yaml, issue.yaml or the article.",
)
def license_missing(article: Article) -> Iterator[Fault]:
    """The article has a license, its own or that of its issue or journal.

    The license tells readers how they may use the article.

    Source: DOAJ, "Licensing"; JATS4R, Permissions.

    Good:

        licenses: [{url: "https://creativecommons.org/licenses/by/4.0/"}]

    Bad:

        title: {kk: Қайтымды көші-қон}
    """
    if not inheritance.licenses(article):
        yield fault("licenses")


@rule(
    "article-history-missing",
    None,
    message="The date `{date}` of the article is missing.",
    hint="Add it under `dates`: `{date}: 2024-02-27`.",
    options=(
        RuleOption(
            "dates",
            help="The dates that an article must have.",
            default=("received", "accepted"),
            choices=("received", "revised", "accepted"),
        ),
    ),
)
def history_missing(article: Article, options: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    """The article has the dates that the journal requires, such as received and accepted.

    Source: JATS4R, Article publication and history dates; the journals' author guidelines.

    Good:

        dates: {received: 2024-02-27, accepted: 2024-05-30}

    Bad:

        dates: {received: 2024-02-27}
    """
    for field in options["dates"]:
        if not getattr(article.dates, field, None):
            yield fault(("dates", field), date=field)


@rule(
    "article-corresponding-missing",
    None,
    message="No author is marked as the corresponding author.",
    hint="Add `corresponding: yes` to the corresponding author.",
)
def corresponding_missing(article: Article) -> Iterator[Fault]:
    """One of the authors is marked as the corresponding author.

    Readers write to the corresponding author. If the article has only one author, no mark is
    needed.

    Source: JATS4R, Authors and affiliations; the journals' author guidelines.

    Good:

        contributors: [{name: {ru: {family: Черных, given: Ирина}}, corresponding: yes}]

    Bad:

        contributors: [{name: {ru: {family: Черных}}}, {name: {ru: {family: Бурнашев}}}]
    """
    authors = [one for one in article.contributors if one.kind == "author"]
    if len(authors) > 1 and not any(one.corresponding for one in authors):
        yield fault("contributors")


@rule(
    "article-conflict-missing",
    None,
    message="The article has no conflict of interest statement.",
    hint="Add the statement under `statements`, as `conflict_of_interest`.",
)
def conflict_missing(article: Article) -> Iterator[Fault]:
    """The article has a conflict of interest statement.

    If the authors have no conflict of interest, the statement says so.

    Source: JATS4R, Conflict-of-interest (COI) statements; COPE, core practices.

    Good:

        statements: {conflict_of_interest: {en: The authors declare none.}}

    Bad:

        statements: {acknowledgement: {en: The authors thank the reviewers.}}
    """
    if not any(article.statements.conflict_of_interest.values()):
        yield fault(("statements", "conflict_of_interest"))
