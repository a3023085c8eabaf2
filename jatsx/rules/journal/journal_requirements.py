"""What a journal may ask of its articles over what formats do: off unless journal.yaml asks.

rules:
  article-srsti-missing: error
"""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.model import Article, Contributor, inheritance
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule
from jatsx.standards.vocabularies import subject_scheme


@rule(
    "article-srsti-missing",
    None,
    message="The article has no SRSTI code (МРНТИ, ҒТАМР), and the journal asks for one.",
    hint="Ask the author, and write it under subject_codes: scheme: SRSTI, code: 11.25.15.",
)
def srsti_missing(article: Article) -> Iterator[Fault]:
    """The article has a code of SRSTI (МРНТИ, ҒТАМР).

    The author guidelines of many journals of Kazakhstan ask for it in the article's first line. A
    code is the author's to give, and never guessed.

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
    message="The article has no DOI, and the journal asks for one.",
    hint="Write the one that the journal gave it under doi.",
)
def doi_missing(article: Article) -> Iterator[Fault]:
    """The article has a DOI.

    For Crossref it needs one anyway; a journal that registers its DOIs later may ask for it in
    every format.

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
    message="Nothing says under which license the article may be used.",
    hint="Write its address in journal.yaml under licenses: url: …, or in the article.",
)
def license_missing(article: Article) -> Iterator[Fault]:
    """The article, its issue or its journal names the license.

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
    message="Nothing says when the article was {date}.",
    hint="Write it under dates: {date}: 2024-02-27.",
)
def received_missing(article: Article) -> Iterator[Fault]:
    """The article says when it was received and accepted.

    Source: JATS4R, Article publication and history dates; the journals' author guidelines.

    Good:

        dates: {received: 2024-02-27, accepted: 2024-05-30}

    Bad:

        dates: {received: 2024-02-27}
    """
    for field in ("received", "accepted"):
        if not getattr(article.dates, field):
            yield fault(("dates", field), date=field)


@rule(
    "article-corresponding-missing",
    None,
    message="No author is marked as the corresponding one.",
    hint="Write corresponding: yes at the author whom readers should write to.",
)
def corresponding_missing(article: Article) -> Iterator[Fault]:
    """One of the authors is marked as the one to write to.

    A sole author is that without a mark.

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
    "contributor-orcid-missing",
    None,
    message="This author has no ORCID iD, and the journal asks for one.",
    hint="Ask the author, who can register one at orcid.org.",
)
def orcid_missing(contributor: Contributor) -> Iterator[Fault]:
    """Each author has an ORCID iD.

    Source: the journals' author guidelines; Crossref documentation, "ORCID".

    Good:

        name: {en: {family: Abdreshev, given: Alisher}}
        orcid: 0000-0002-1825-0097

    Bad:

        name: {en: {family: Abdreshev, given: Alisher}}
    """
    if contributor.kind == "author" and contributor.name and not contributor.orcid:
        yield fault("orcid")


@rule(
    "article-conflict-missing",
    None,
    message="Nothing says whether the authors have a conflict of interest.",
    hint="Write it under statements: conflict_of_interest.",
)
def conflict_missing(article: Article) -> Iterator[Fault]:
    """The article says whether its authors have a conflict of interest.

    Source: JATS4R, Conflict-of-interest (COI) statements; COPE, core practices.

    Good:

        statements: {conflict_of_interest: {en: The authors declare none.}}

    Bad:

        statements: {acknowledgement: {en: The authors thank the reviewers.}}
    """
    if not any(article.statements.conflict_of_interest.values()):
        yield fault(("statements", "conflict_of_interest"))
