"""The fields that DOAJ has no place for, whatever they hold, and those that it knows already.

Source: DOAJ's source code, ``IncomingArticleDO``: its fields are those of ``schema.json`` and a
few that DOAJ fills itself; others are dropped without a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from jatsx import is_present

if TYPE_CHECKING:
    from jatsx import Article

_NO_FIELD: Final = "DOAJ has no field for it"
_ONE_DATE: Final = "of an article's dates DOAJ takes that of publication alone"
_JOURNAL_RECORD: Final = "DOAJ takes it from its own record of the journal"

UNPLACED: Final[Mapping[str, str]] = {
    "type": _NO_FIELD,
    "language": _JOURNAL_RECORD,
    "other_abstracts": "DOAJ takes one abstract",
    "section": _NO_FIELD,
    "subject_codes": _JOURNAL_RECORD,
    "funding": _NO_FIELD,
    "dates.received": _ONE_DATE,
    "dates.revised": _ONE_DATE,
    "dates.accepted": _ONE_DATE,
    "pages.other": "DOAJ takes a first and a last page",
    "elocation_id": "DOAJ takes pages, and no article number",
    "licenses": _JOURNAL_RECORD,
    "copyright": _NO_FIELD,
    "references": _NO_FIELD,
    "relations": _NO_FIELD,
    "statements": _NO_FIELD,
    "identifiers": "of an article's identifiers DOAJ takes the DOI alone",
    "counts": _NO_FIELD,
    "issue.whole_number": "DOAJ takes one number of an issue",
    "issue.title": _NO_FIELD,
    "issue.doi": "DOAJ takes the DOIs of articles alone",
    "issue.url": _NO_FIELD,
    "issue.supplement": _NO_FIELD,
    "issue.special": _NO_FIELD,
    "issue.language": _JOURNAL_RECORD,
    "issue.licenses": _JOURNAL_RECORD,
    "issue.sections": _NO_FIELD,
    "issue.articles": "DOAJ keeps no order of articles",
    "issue.journal.abbreviated_title": _NO_FIELD,
    "issue.journal.issn.linking": "DOAJ takes the ISSNs of print and online alone",
    "issue.journal.doi": "DOAJ takes the DOIs of articles alone",
    "issue.journal.url": _NO_FIELD,
    "issue.journal.archives": _NO_FIELD,
    "issue.journal.identifiers": _NO_FIELD,
}
"""Fields that are lost where they say something, and why."""

_unplaced: Final = attrgetter(*UNPLACED)
"""The values of these fields, of an article."""

OWN_RECORD: Final[Mapping[str, str]] = {
    "issue.journal.title": _JOURNAL_RECORD,
    "issue.journal.publisher": _JOURNAL_RECORD,
    "issue.journal.language": _JOURNAL_RECORD,
    "issue.journal.licenses": _JOURNAL_RECORD,
}
"""Fields of the journal that are neither written nor lost: DOAJ knows them already."""


def unplaced_losses(article: Article) -> Iterator[tuple[str, str]]:
    """What an article says in fields that DOAJ has no place for, and why it is lost."""
    for (field, why), value in zip(UNPLACED.items(), _unplaced(article), strict=True):
        if is_present(value):
            yield field, why
