"""The fields for which the schema has no element.

Source: crossref5.5.0.xsd, ``journal_article``, ``journal_metadata``, ``journal_issue``,
``person_name``, ``organization``; the same in 5.4.0 and 5.3.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from jatsx import N_, FrozenMap, Loss, inheritance, losses_of

if TYPE_CHECKING:
    from jatsx.model import Article, Contributor, Issue, Journal

ARTICLE: Final[Mapping[str, str]] = {
    "type": "no-article-type",
    "keywords": "no-keywords",
    "section": "no-section",
    "subject_codes": "no-subject-codes",
    "counts": "no-counts",
}

CONTRIBUTOR: Final[Mapping[str, str]] = {
    "equal_contribution": "no-equal-contribution",
    "email": "no-email",
    "degree": "no-degree",
    "position": "no-position",
}

ISSUE: Final[Mapping[str, str]] = {
    "whole_number": "no-whole-number",
    "sections": "no-issue-sections",
}

JOURNAL: Final[Mapping[str, str]] = {
    "publisher": "no-publisher",
    "identifiers": "no-journal-identifiers",
}


def article_losses(article: Article) -> Iterator[Loss]:
    """The fields of an article that a deposit does not include."""
    yield from losses_of(article, ARTICLE)
    yield from _overridden(article)


def contributor_losses(contributor: Contributor, field: str) -> Iterator[Loss]:
    """The fields of a contributor, person or group, that a deposit does not include."""
    return losses_of(contributor, CONTRIBUTOR, field)


def issue_losses(issue: Issue) -> Iterator[Loss]:
    """The fields of an issue that a deposit does not include."""
    return losses_of(issue, ISSUE, "issue")


def journal_losses(journal: Journal) -> Iterator[Loss]:
    """The fields of a journal that a deposit does not include."""
    yield from losses_of(journal, JOURNAL, "issue.journal")
    if journal.issn.linking:
        yield Loss("issue.journal.issn.linking", "no-linking-issn")


def _overridden(article: Article) -> Iterator[Loss]:
    """The losses of a language or licenses of the issue or journal that the article overrides."""
    issue, journal = article.issue, article.issue.journal
    language = inheritance.language(article)
    if language and issue.language and issue.language != language.value:
        yield Loss("issue.language", "no-issue-language")
    licenses = tuple(license.value for license in inheritance.licenses(article))
    for field, written in (("issue", issue.licenses), ("issue.journal", journal.licenses)):
        if written and written != licenses:
            yield Loss(f"{field}.licenses", "article-licenses")


WITHOUT_LANGUAGE: Final[Mapping[str, str]] = FrozenMap(
    {
        "issue.journal.title": N_(
            "Crossref has no attribute for the language of the title of a journal (`full_title`)."
        ),
        "references.text": N_(
            "Crossref has no attribute for the language of the text of a reference"
            " (`unstructured_citation`)."
        ),
        **dict.fromkeys(
            (
                "copyright.holder",
                "copyright.statement",
                "statements.acknowledgement",
                "statements.conflict_of_interest",
                "statements.contributions",
                "statements.data_availability",
            ),
            N_("Crossref has no attribute for the language of an assertion (`assertion`)."),
        ),
    }
)
"""The fields that are written without their language, and why."""
