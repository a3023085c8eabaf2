"""The fields that RSCI does not allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from jatsx import FrozenMap, Loss, inheritance

if TYPE_CHECKING:
    from jatsx import Article

ARTICLE_FIELDS: Final[Mapping[str, str]] = FrozenMap(
    {
        "other_abstracts": "one-abstract-kind",
        "licenses": "no-field",
        "copyright": "no-field",
        "statements": "no-field",
        "counts": "no-field",
    }
)
"""The code of the loss of each field of an article."""

SHARED_FIELDS: Final[Mapping[str, str]] = FrozenMap(
    {
        "issue.special": "special-name",
        "issue.supplement": "no-supplement",
        "issue.url": "no-field",
        "issue.licenses": "no-field",
        "issue.journal.abbreviated_title": "journal-title-only",
        "issue.journal.issn.linking": "print-and-online-issn",
        "issue.journal.publisher": "journal-title-only",
        "issue.journal.doi": "journal-numbers",
        "issue.journal.url": "journal-numbers",
        "issue.journal.licenses": "no-field",
        "issue.journal.archives": "no-field",
        "issue.journal.identifiers": "journal-numbers",
    }
)
"""The code of the loss of each field of the issue and the journal."""

CONTRIBUTOR_FIELDS: Final[Mapping[str, str]] = FrozenMap(
    {
        "orcid_authenticated": "orcid-confirmed",
        "equal_contribution": "no-field",
        "credit_roles": "credit-role",
    }
)
"""The code of the loss of each field of a contributor."""


def overridden_losses(article: Article) -> Iterator[Loss]:
    """The losses of the language of the issue or journal, if the article has its own language."""
    own = inheritance.language(article)
    issue = article.issue
    for field, written in (
        ("issue.language", issue.language),
        ("issue.journal.language", issue.journal.language),
    ):
        if own and written and written != own.value:
            yield Loss(field, "article-language")
