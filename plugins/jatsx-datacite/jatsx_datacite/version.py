"""What tells one version of DataCite's schema from another: a value, asked where it matters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from jatsx import FrozenMap

SINCE_4_4: Final = frozenset(
    {
        "Book",
        "BookChapter",
        "ConferencePaper",
        "Dissertation",
        "Journal",
        "JournalArticle",
        "Preprint",
        "Report",
        "Standard",
    }
)
"""Values of ``resourceTypeGeneral`` that came with version 4.4."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the schema, as the package ``datacite`` ships it."""

    name: str
    has_items: bool
    """Whether there are ``relatedItems``, with titles, volume, issue and pages (since 4.4)."""
    has_doi: bool
    """Whether the DOI and the landing page have properties of their own; else they are among
    ``identifiers``."""
    has_codes: bool
    """Whether a subject has a ``classificationCode`` (since 4.4)."""
    has_publisher_object: bool
    """Whether the publisher is an object with a language (since 4.5), or a text."""
    in_journal: str
    """How an article is related to its journal: ``IsPublishedIn`` came with version 4.4."""
    missing_types: frozenset[str] = frozenset()

    def known_type(self, name: str | None) -> str | None:
        """A value of ``resourceTypeGeneral``, where the version has it."""
        return None if name in self.missing_types else name

    def type_or_text(self, name: str | None) -> str:
        """A value of ``resourceTypeGeneral``, or ``Text`` where the version doesn't have it."""
        return self.known_type(name) or "Text"


VERSIONS: Final[Mapping[str, Version]] = FrozenMap(
    {
        "4.5": Version("4.5", True, True, True, True, "IsPublishedIn"),
        "4.3": Version("4.3", False, False, False, False, "IsPartOf", SINCE_4_4),
    }
)
"""The versions that can be written, the default one first."""
