"""The fields that DOAJ does not allow, and those that it takes from its own record of the journal.

Source: DOAJ's source code, ``IncomingArticleDO``. Its fields are those of ``schema.json`` and a few
that DOAJ fills itself. DOAJ drops other fields without a message.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import FrozenMap
from jatsx_doaj.losses import LOSSES

ARTICLE_FIELDS: Final[Mapping[str, str]] = FrozenMap(
    {
        "type": "no-field",
        "language": "journal-record",
        "other_abstracts": "one-abstract",
        "section": "no-field",
        "subject_codes": "journal-record",
        "funding": "no-field",
        "dates.received": "publication-date-only",
        "dates.revised": "publication-date-only",
        "dates.accepted": "publication-date-only",
        "pages.other": "first-and-last-page",
        "elocation_id": "no-article-number",
        "licenses": "journal-record",
        "copyright": "no-field",
        "references": "no-field",
        "relations": "no-field",
        "statements": "no-field",
        "counts": "no-field",
        "issue.whole_number": "one-issue-number",
        "issue.title": "no-field",
        "issue.doi": "article-doi-only",
        "issue.url": "no-field",
        "issue.supplement": "no-field",
        "issue.special": "no-field",
        "issue.language": "journal-record",
        "issue.licenses": "journal-record",
        "issue.sections": "no-field",
        "issue.articles": "no-article-order",
        "issue.journal.abbreviated_title": "no-field",
        "issue.journal.issn.linking": "print-and-online-issn",
        "issue.journal.doi": "article-doi-only",
        "issue.journal.url": "no-field",
        "issue.journal.archives": "no-field",
        "issue.journal.identifiers": "no-field",
    }
)
"""The code of the loss of each field of an article."""

AUTHOR_FIELDS: Final[Mapping[str, str]] = FrozenMap(
    dict.fromkeys(
        (
            "orcid_authenticated",
            "email",
            "corresponding",
            "equal_contribution",
            "credit_roles",
            "degree",
            "position",
        ),
        "author-fields",
    )
)
"""The code of the loss of each field of an author."""

OWN_RECORD: Final[Mapping[str, str]] = FrozenMap(
    dict.fromkeys(
        (
            "issue.journal.title",
            "issue.journal.publisher",
            "issue.journal.language",
            "issue.journal.licenses",
        ),
        LOSSES["journal-record"],
    )
)
"""Fields of the journal that are neither written nor reported, and the reason."""
