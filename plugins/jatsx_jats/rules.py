"""Rules for what JATS requires, in addition to the rules for every format."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Fault, Level, fault, rule
from jatsx.model import Article, Funding, Issue, IssueContents


@rule(
    "journal-issn-missing",
    Level.ERROR,
    message="The journal has no print or electronic ISSN. JATS requires one of them.",
    hint="Add `print` or `electronic` under `issn` in journal.yaml.",
    target="jats",
)
def issn_missing(issue: Issue) -> Iterator[Fault]:
    """The journal has a print or electronic ISSN.

    A DOI is not enough. A journal with no ISSN and no DOI is reported by
    ``journal-identifier-missing``.

    Source: JATS, ``journal-meta``: ``issn+``.

    Good:

        journal: {doi: 10.5555/caa, issn: {print: 2414-570X}}

    Bad:

        journal: {doi: 10.5555/caa}
    """
    journal = issue.journal
    if journal.doi and not (journal.issn.print or journal.issn.electronic):
        yield Fault("journal.issn")


@rule(
    "funding-funder-missing",
    Level.WARNING,
    message=(
        "The award has no funder. JATS allows this, but validators that follow JATS4R reject it."
    ),
    hint="Add the funder of the award under `funder`.",
    target="jats",
)
def funder_missing(funding: Funding) -> Iterator[Fault]:
    """An award has a funder.

    The JATS DTD allows an award without a funder, but validators that follow JATS4R reject it.

    Source: JATS4R, Funding.

    Good:

        funder: {en: Ministry of Science and Higher Education of the Republic of Kazakhstan}
        awards: [{number: AP19679313}]

    Bad:

        awards: [{number: AP19679313}]
    """
    if any(funding.awards) and not (any(funding.funder.values()) or funding.funder_id):
        yield Fault("awards")


@rule(
    "jats-license-missing",
    Level.WARNING,
    message=(
        "The license is missing. JATS allows this, but validators that follow JATS4R reject it."
    ),
    hint=(
        "Add the URL of the license under `licenses` in journal.yaml, for example"
        " https://creativecommons.org/licenses/by/4.0/."
    ),
    target="jats",
)
def license_missing(contents: IssueContents) -> Iterator[Fault]:
    """Each article has a license, its own or that of its issue or journal.

    The license tells readers and programs how they may use the article. If no article of the issue
    has one, it is reported once. If the journal has set a level for ``article-license-missing``,
    nothing is reported by this rule.

    Source: JATS4R, Permissions.

    Good:

        - {id: "01", licenses: [{url: "https://creativecommons.org/licenses/by/4.0/"}]}

    Bad:

        - {id: "01"}
    """
    if "article-license-missing" in contents.issue.journal.rules:
        return
    missing = [entry.id for entry in contents.entries if not entry.is_licensed]
    if len(missing) == len(contents.entries) and missing:
        yield fault(("issue", "journal", "licenses"))
        return
    for id in missing:
        yield fault("licenses", article=id)


@rule(
    "jats-reference-type",
    Level.WARNING,
    message=(
        "References without a type: {number}. JATS allows them, but validators that follow JATS4R"
        " reject them."
    ),
    hint="Add `type` to each reference: journal, book, chapter, thesis, report or website.",
    target="jats",
)
def reference_type(article: Article) -> Iterator[Fault]:
    """Each reference has a type.

    It says whether a journal article, a book or another work is cited. The references of an article
    are reported together, at the first one without a type.

    Source: JATS4R, Citations: ``@publication-type`` is required.

    Good:

        references: [{type: book, text: {en: "Zenn J. The IMU. London, 2016."}}]

    Bad:

        references: [{text: {en: "Zenn J. The IMU. London, 2016."}}]
    """
    missing = [n for n, one in enumerate(article.references) if not (one.type or "").strip()]
    if missing:
        yield fault(("references", missing[0], "type"), number=str(len(missing)))
