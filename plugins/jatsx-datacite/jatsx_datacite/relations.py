"""What this article is to another work, in DataCite's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from jatsx import FrozenMap


@dataclass(frozen=True, slots=True)
class Said:
    """The ``relationType`` that says a relation, wholly or in part, and what the other work is."""

    name: str
    is_whole: bool = True
    other_type: str | None = None


RELATIONS: Final[Mapping[str, Said]] = FrozenMap(
    {
        "translation-of": Said("IsVariantFormOf", is_whole=False),
        "has-translation": Said("IsOriginalFormOf", is_whole=False),
        "preprint-of": Said("IsPreviousVersionOf"),
        "has-preprint": Said("IsNewVersionOf", other_type="Preprint"),
        "version-of": Said("IsVersionOf"),
        "has-version": Said("HasVersion"),
        "review-of": Said("Reviews"),
        "has-review": Said("IsReviewedBy"),
        "comment-on": Said("References", is_whole=False),
        "has-comment": Said("IsReferencedBy", is_whole=False),
        "reply-to": Said("References", is_whole=False),
        "has-reply": Said("IsReferencedBy", is_whole=False),
        "supplement-to": Said("IsSupplementTo"),
        "has-supplement": Said("IsSupplementedBy"),
        "addendum-to": Said("IsSupplementTo", is_whole=False),
        "clarification-of": Said("References", is_whole=False),
        "correction-of": Said("References", is_whole=False),
        "corrigendum-of": Said("References", is_whole=False),
        "erratum-of": Said("References", is_whole=False),
        "expression-of-concern-about": Said("References", is_whole=False),
        "new-edition-of": Said("IsNewVersionOf", is_whole=False),
        "new-version-of": Said("IsNewVersionOf"),
        "partial-retraction-of": Said("References", is_whole=False),
        "removal-of": Said("References", is_whole=False),
        "retraction-of": Said("References", is_whole=False),
        "withdrawal-of": Said("References", is_whole=False),
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
