"""The fields that no element of the schema stands for, whatever they hold.

Source: crossref5.5.0.xsd, ``journal_article``, ``journal_metadata``, ``journal_issue``,
``person_name``, ``organization``; 5.4.0 has no place for them either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from jatsx import Loss, inheritance, losses_of

if TYPE_CHECKING:
    from jatsx.model import Article, Contributor, Issue, Journal

ARTICLE: Final[Mapping[str, str]] = {
    "type": "journal_article doesn't say what kind of article it is",
    "keywords": "journal_article has no keywords",
    "section": "journal_article doesn't say in which section of the issue it stands",
    "subject_codes": "journal_article has no subject codes",
    "copyright": "journal_article has no copyright notice, only licenses",
    "statements": "journal_article has no place for statements",
    "counts": "journal_article counts nothing",
}

CONTRIBUTOR: Final[Mapping[str, str]] = {
    "equal_contribution": "Crossref doesn't say that people contributed equally",
    "email": "Crossref takes no e-mail addresses of contributors",
    "degree": "Crossref takes no academic degrees of contributors",
    "position": "Crossref takes no positions of contributors",
}

ISSUE: Final[Mapping[str, str]] = {
    "whole_number": "journal_issue has one number; special_numbering is for supplements",
    "sections": "journal_issue has no sections",
}

JOURNAL: Final[Mapping[str, str]] = {
    "publisher": "journal_metadata has no publisher: the head names the registrant",
    "identifiers": "journal_metadata takes no identifiers of indexes",
}


def article_losses(article: Article) -> Iterator[Loss]:
    """What Crossref has no place for of an article."""
    yield from losses_of(article, ARTICLE)
    yield from _overridden(article)


def contributor_losses(contributor: Contributor, field: str) -> Iterator[Loss]:
    """What Crossref has no place for of a contributor, person or group."""
    return losses_of(contributor, CONTRIBUTOR, field)


def issue_losses(issue: Issue) -> Iterator[Loss]:
    """What Crossref has no place for of an issue."""
    return losses_of(issue, ISSUE, "issue")


def journal_losses(journal: Journal) -> Iterator[Loss]:
    """What Crossref has no place for of a journal."""
    yield from losses_of(journal, JOURNAL, "issue.journal")
    if journal.issn.linking:
        yield Loss("issue.journal.issn.linking", "issn has a medium, and the ISSN-L has none")


def _overridden(article: Article) -> Iterator[Loss]:
    """What the issue or journal says for its articles and this article says otherwise."""
    issue, journal = article.issue, article.issue.journal
    language = inheritance.language(article)
    if language and issue.language and issue.language != language.value:
        yield Loss("issue.language", "journal_issue has no language; the article has its own")
    licenses = tuple(said.value for said in inheritance.licenses(article))
    for field, written in (("issue", issue.licenses), ("issue.journal", journal.licenses)):
        if written and written != licenses:
            yield Loss(f"{field}.licenses", "licenses are an article's, and it has its own")
