"""Which fields a form shows first, in which order, and what can be chosen in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from jatsx.findings.translation import N_
from jatsx.model.frozenmap import FrozenMap
from jatsx.standards.vocabularies import (
    ABSTRACT_TYPES,
    ARTICLE_TYPES,
    CONTRIBUTOR_KINDS,
    LICENSE_VERSIONS,
    REFERENCE_TYPES,
    RELATIONS,
    STATUSES,
)


@dataclass(frozen=True, slots=True)
class SectionFields:
    """A section of a form: its title, the common fields, and those that are folded away."""

    id: str
    title: str
    fields: tuple[str, ...]
    further: tuple[str, ...] = ()


ARTICLE: Final = (
    SectionFields(
        "text",
        N_("Title, abstract and keywords"),
        ("title", "abstract", "keywords"),
        ("subtitle", "other_abstracts"),
    ),
    SectionFields(
        "numbers",
        N_("DOI, dates and pages"),
        ("doi", "url", "language", "type", "section", "dates", "pages", "subject_codes"),
        (
            "id",
            "status",
            "elocation_id",
            "links",
            "files",
            "licenses",
            "copyright",
            "identifiers",
            "counts",
        ),
    ),
    SectionFields("people", N_("People and institutions"), ("contributors", "affiliations")),
    SectionFields("references", N_("References"), ("references",)),
    SectionFields("others", N_("Other information"), ("funding",), ("statements", "relations")),
)
ISSUE: Final = (
    SectionFields(
        "issue",
        N_("Issue"),
        ("volume", "number", "whole_number", "year", "published", "sections"),
        (
            "id",
            "title",
            "doi",
            "url",
            "supplement",
            "special",
            "language",
            "licenses",
            "articles",
            "files",
        ),
    ),
)
JOURNAL: Final = (
    SectionFields(
        "journal",
        N_("Journal"),
        ("title", "issn", "publisher", "url", "doi_prefix", "languages", "licenses"),
        (
            "abbreviated_title",
            "doi",
            "language",
            "patterns",
            "affiliations",
            "archives",
            "identifiers",
            "ledger",
        ),
    ),
    SectionFields("formats", N_("Options of the formats"), ("formats",)),
)

FURTHER: Final[Mapping[str, tuple[str, ...]]] = FrozenMap(
    {
        "Contributor": (
            "kind",
            "group",
            "orcid_authenticated",
            "equal_contribution",
            "credit_roles",
            "degree",
            "position",
        ),
        "Affiliation": ("department", "country_name", "ror"),
        "Reference": ("label", "type", "work", "accessed"),
        "SubjectCode": ("heading",),
        "PersonName": ("suffix",),
        "Funding": ("statement",),
    }
)
"""The fields that are folded away in a row, by the part of the model."""

CHOICES: Final[Mapping[tuple[str, str], tuple[str, ...]]] = MappingProxyType(
    {
        ("Article", "type"): ARTICLE_TYPES,
        ("Article", "status"): STATUSES,
        ("Contributor", "kind"): CONTRIBUTOR_KINDS,
        ("OtherAbstract", "type"): tuple(ABSTRACT_TYPES),
        ("Reference", "type"): tuple(REFERENCE_TYPES),
        ("Relation", "type"): tuple(RELATIONS),
        ("License", "applies_to"): tuple(LICENSE_VERSIONS),
        ("Article", "language"): ("kk", "ru", "en"),
        ("SubjectCode", "scheme"): ("SRSTI", "UDC", "JEL"),
        ("Affiliation", "country"): ("KZ", "KG", "RU", "UZ"),
    }
)
"""The values that are offered; others can be typed."""

LEFT_TO_TEXT: Final = frozenset({("Journal", "rules"), ("Journal", "requirements")})
"""Fields without controls. They are edited in the text of the file."""

GIVEN: Final = frozenset({("Article", "issue"), ("Issue", "journal")})
"""Fields that are described in another file."""
