"""The fields that DataCite has no place for, whatever they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Final

from jatsx import Article, FrozenMap, Loss

_WORK_ALONE: Final = "a description says what the work is about, not what its authors declare"
_ITEM: Final = "an item has titles, numbers and pages alone"

UNPLACED: Final[Mapping[str, str]] = FrozenMap(
    {
        "section": _ITEM,
        "pages.other": "an item has a first and a last page",
        "statements": _WORK_ALONE,
        "issue.sections": _ITEM,
        "issue.journal.archives": "DataCite has no property for archives",
        "issue.journal.identifiers": "relatedIdentifierType has no value for what indexes call it",
    }
)


def unplaced_losses(article: Article) -> Iterator[Loss]:
    """What an article says in these fields."""
    for field, why in UNPLACED.items():
        if reduce(getattr, field.split("."), article):
            yield Loss(field, why)
