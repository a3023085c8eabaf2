"""DataCite's ``relationType`` for relations of the article to other works."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from jatsx import FrozenMap


@dataclass(frozen=True, slots=True)
class RelationType:
    """A ``relationType``, whether its meaning is exact, and the type of the related work."""

    name: str
    is_exact: bool = True
    related_type: str | None = None


RELATION_TYPES: Final[Mapping[str, RelationType]] = FrozenMap(
    {
        "translation-of": RelationType("IsVariantFormOf", is_exact=False),
        "has-translation": RelationType("IsOriginalFormOf", is_exact=False),
        "preprint-of": RelationType("IsPreviousVersionOf"),
        "has-preprint": RelationType("IsNewVersionOf", related_type="Preprint"),
        "version-of": RelationType("IsVersionOf"),
        "has-version": RelationType("HasVersion"),
        "review-of": RelationType("Reviews"),
        "has-review": RelationType("IsReviewedBy"),
        "comment-on": RelationType("References", is_exact=False),
        "has-comment": RelationType("IsReferencedBy", is_exact=False),
        "reply-to": RelationType("References", is_exact=False),
        "has-reply": RelationType("IsReferencedBy", is_exact=False),
        "supplement-to": RelationType("IsSupplementTo"),
        "has-supplement": RelationType("IsSupplementedBy"),
        "addendum-to": RelationType("IsSupplementTo", is_exact=False),
        "clarification-of": RelationType("References", is_exact=False),
        "correction-of": RelationType("References", is_exact=False),
        "corrigendum-of": RelationType("References", is_exact=False),
        "erratum-of": RelationType("References", is_exact=False),
        "expression-of-concern-about": RelationType("References", is_exact=False),
        "new-edition-of": RelationType("IsNewVersionOf", is_exact=False),
        "new-version-of": RelationType("IsNewVersionOf"),
        "partial-retraction-of": RelationType("References", is_exact=False),
        "removal-of": RelationType("References", is_exact=False),
        "retraction-of": RelationType("References", is_exact=False),
        "withdrawal-of": RelationType("References", is_exact=False),
    }
)
"""Versions 4.3 and 4.5 have no values for translations and corrections: a translation is a variant
form, and a notice references the other work. Source: appendix 1, ``relationType``."""

CITED: Final = "Cites"

CITED_TYPES: Final[Mapping[str, str]] = FrozenMap(
    {
        "journal": "JournalArticle",
        "book": "Book",
        "chapter": "BookChapter",
        "conference": "ConferencePaper",
        "thesis": "Dissertation",
        "report": "Report",
        "preprint": "Preprint",
        "dataset": "Dataset",
        "software": "Software",
        "standard": "Standard",
    }
)
"""The ``resourceTypeGeneral`` of types of references."""
