"""What this article is to another work, in DataCite's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from jatsx import FrozenMap


@dataclass(frozen=True, slots=True)
class MappedRelation:
    """The ``relationType`` that says a relation, wholly or in part, and what the other work is."""

    name: str
    is_whole: bool = True
    other_type: str | None = None


RELATIONS: Final[Mapping[str, MappedRelation]] = FrozenMap(
    {
        "translation-of": MappedRelation("IsVariantFormOf", is_whole=False),
        "has-translation": MappedRelation("IsOriginalFormOf", is_whole=False),
        "preprint-of": MappedRelation("IsPreviousVersionOf"),
        "has-preprint": MappedRelation("IsNewVersionOf", other_type="Preprint"),
        "version-of": MappedRelation("IsVersionOf"),
        "has-version": MappedRelation("HasVersion"),
        "review-of": MappedRelation("Reviews"),
        "has-review": MappedRelation("IsReviewedBy"),
        "comment-on": MappedRelation("References", is_whole=False),
        "has-comment": MappedRelation("IsReferencedBy", is_whole=False),
        "reply-to": MappedRelation("References", is_whole=False),
        "has-reply": MappedRelation("IsReferencedBy", is_whole=False),
        "supplement-to": MappedRelation("IsSupplementTo"),
        "has-supplement": MappedRelation("IsSupplementedBy"),
        "addendum-to": MappedRelation("IsSupplementTo", is_whole=False),
        "clarification-of": MappedRelation("References", is_whole=False),
        "correction-of": MappedRelation("References", is_whole=False),
        "corrigendum-of": MappedRelation("References", is_whole=False),
        "erratum-of": MappedRelation("References", is_whole=False),
        "expression-of-concern-about": MappedRelation("References", is_whole=False),
        "new-edition-of": MappedRelation("IsNewVersionOf", is_whole=False),
        "new-version-of": MappedRelation("IsNewVersionOf"),
        "partial-retraction-of": MappedRelation("References", is_whole=False),
        "removal-of": MappedRelation("References", is_whole=False),
        "retraction-of": MappedRelation("References", is_whole=False),
        "withdrawal-of": MappedRelation("References", is_whole=False),
    }
)
"""The versions shipped know neither translations nor corrections: a translation is a variant form,
a notice about another work refers to it. Source: appendix 1, ``relationType``."""

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
"""The ``resourceTypeGeneral`` of each type of reference that has one."""
