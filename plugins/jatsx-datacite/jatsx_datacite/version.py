"""The differences between the versions of DataCite's schema, as values."""

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
"""Values of ``resourceTypeGeneral`` that were added in version 4.4."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the schema in the package ``datacite``."""

    name: str
    has_items: bool
    """Whether there are ``relatedItems``, with titles, volume, issue and pages (since 4.4)."""
    has_doi: bool
    """Whether the DOI and the landing page have their own properties; else they are in
    ``identifiers``."""
    has_codes: bool
    """Whether a subject has a ``classificationCode`` (since 4.4)."""
    has_publisher_object: bool
    """Whether the publisher is an object with a language (since 4.5), not a text."""
    in_journal: str
    """The relation of an article to its journal. ``IsPublishedIn`` was added in version 4.4."""
    missing_types: frozenset[str] = frozenset()

    def known_type(self, name: str | None) -> str | None:
        """A value of ``resourceTypeGeneral``; None if the version does not have it."""
        return None if name in self.missing_types else name

    def type_or_text(self, name: str | None) -> str:
        """A value of ``resourceTypeGeneral``; ``Text`` if the version does not have it."""
        return self.known_type(name) or "Text"


VERSIONS: Final[Mapping[str, Version]] = FrozenMap(
    {
        "4.5": Version("4.5", True, True, True, True, "IsPublishedIn"),
        "4.3": Version("4.3", False, False, False, False, "IsPartOf", SINCE_4_4),
    }
)
"""The versions by name, the default version first."""
