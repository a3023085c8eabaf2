"""The fields that RSCI has no place for, whatever they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from typing import TYPE_CHECKING, Final

from jatsx import Loss, inheritance

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Contributor

_NO_PLACE: Final = "the file has no place for it"
_NO_LICENSE: Final = "the file has no place for licenses"
_OTHER_NUMBERS: Final = "journal is known by titleid and ISSNs alone"
_ONE_TITLE: Final = "journalInfo holds the title alone"

ARTICLE: Final[Mapping[str, str]] = {
    "other_abstracts": "abstracts has one kind of abstract",
    "licenses": _NO_LICENSE,
    "copyright": _NO_PLACE,
    "statements": _NO_PLACE,
    "counts": _NO_PLACE,
}

SHARED: Final[Mapping[str, str]] = {
    "issue.special": "issue has a type for special issues, and no place for what one is called",
    "issue.supplement": "issue has neither a type nor a place for supplements",
    "issue.url": "issue has no address",
    "issue.licenses": _NO_LICENSE,
    "issue.journal.abbreviated_title": _ONE_TITLE,
    "issue.journal.issn.linking": "issn is of the printed journal, eissn of the online one",
    "issue.journal.publisher": _ONE_TITLE,
    "issue.journal.doi": _OTHER_NUMBERS,
    "issue.journal.url": _OTHER_NUMBERS,
    "issue.journal.licenses": _NO_LICENSE,
    "issue.journal.archives": _NO_PLACE,
    "issue.journal.identifiers": _OTHER_NUMBERS,
}
"""Of the issue and its journal."""

CONTRIBUTOR: Final[Mapping[str, str]] = {
    "orcid_authenticated": "orcid doesn't say whether it was confirmed",
    "equal_contribution": "author has no place for it",
    "credit_roles": "role has codes of its own, and none of CRediT's",
}


def article_losses(article: Article) -> Iterator[Loss]:
    """What RSCI has no place for of an article."""
    return _losses(article, ARTICLE)


def shared_losses(article: Article) -> Iterator[Loss]:
    """What RSCI has no place for of an article's issue and journal."""
    return _losses(article, SHARED)


def contributor_losses(contributor: Contributor, field: str) -> Iterator[Loss]:
    """What RSCI has no place for of a contributor."""
    return (Loss(f"{field}.{lost.field}", lost.code) for lost in _losses(contributor, CONTRIBUTOR))


def overridden_losses(article: Article) -> Iterator[Loss]:
    """The language that issue or journal name for their articles, where this one has its own."""
    own = inheritance.language(article)
    issue = article.issue
    for field, written in (
        ("issue.language", issue.language),
        ("issue.journal.language", issue.journal.language),
    ):
        if own and written and written != own.value:
            yield Loss(field, "langPubl is an article's, and this one has its own")


def _losses(part: object, reasons: Mapping[str, str]) -> Iterator[Loss]:
    for field, why in reasons.items():
        if reduce(getattr, field.split("."), part):
            yield Loss(field, why)
