"""An article as DataCite's JSON: its properties and losses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jatsx import (
    Article,
    FrozenMap,
    JsonList,
    JsonObject,
    Loss,
    Sourced,
    json_list,
    json_object,
    losses_of,
)

from jatsx_datacite.dates import dates, publication_year
from jatsx_datacite.extent import language, sizes, types
from jatsx_datacite.funding import funding_references
from jatsx_datacite.identifiers import alternate_identifiers, doi, formats, identifiers, url
from jatsx_datacite.items import related_items
from jatsx_datacite.journal import publisher, series_information
from jatsx_datacite.parts import Parts, unique_values
from jatsx_datacite.people import contributors, creators
from jatsx_datacite.related import related_identifiers
from jatsx_datacite.rights import rights_list
from jatsx_datacite.settings import Settings
from jatsx_datacite.subjects import subjects
from jatsx_datacite.texts import descriptions, titles
from jatsx_datacite.unsupported import ARTICLE_FIELDS

KERNEL: Final = "http://datacite.org/schema/kernel-4"
"""The ``schemaVersion`` of all versions 4."""


@dataclass(frozen=True, slots=True)
class Property:
    """The function of a property, its field, and whether it is a list."""

    make: Callable[[Article, Settings], Parts]
    field: str
    is_list: bool = True


def _descriptions(article: Article, settings: Settings) -> Parts:
    yield from descriptions(article, settings)
    if not settings.version.has_items:
        yield from series_information(article, settings)


PROPERTIES: Final[Mapping[str, Property]] = FrozenMap(
    {
        "identifiers": Property(identifiers, "doi"),
        "doi": Property(doi, "doi", is_list=False),
        "url": Property(url, "url", is_list=False),
        "types": Property(types, "type", is_list=False),
        "creators": Property(creators, "contributors"),
        "titles": Property(titles, "title"),
        "publisher": Property(publisher, "issue.journal.publisher.name", is_list=False),
        "publicationYear": Property(publication_year, "dates.published", is_list=False),
        "language": Property(language, "language", is_list=False),
        "subjects": Property(subjects, "keywords"),
        "contributors": Property(contributors, "contributors"),
        "dates": Property(dates, "dates"),
        "alternateIdentifiers": Property(alternate_identifiers, "identifiers"),
        "relatedIdentifiers": Property(related_identifiers, "relations"),
        "relatedItems": Property(related_items, "issue.journal"),
        "sizes": Property(sizes, "counts"),
        "formats": Property(formats, "links"),
        "rightsList": Property(rights_list, "licenses"),
        "descriptions": Property(_descriptions, "abstract"),
        "fundingReferences": Property(funding_references, "funding"),
    }
)
"""The properties in the order of the document."""

_OF_4_5: Final = frozenset({"doi", "url", "alternateIdentifiers", "relatedItems"})
_OF_4_3: Final = frozenset({"identifiers"})


def record(article: Article, settings: Settings) -> tuple[JsonObject, tuple[Loss, ...]]:
    """The properties of an article, and the losses."""
    absent = _OF_4_3 if settings.version.has_items else _OF_4_5
    values: dict[str, Sourced[Any] | JsonList | JsonObject | str] = {"schemaVersion": KERNEL}
    losses: dict[Loss, None] = {}
    for name, one in PROPERTIES.items():
        if name not in absent:
            found, lost = unique_values(one.make(article, settings))
            made = json_list(found, field=one.field) if one.is_list else next(iter(found), None)
            values[name] = made if made is not None else Sourced(None, one.field)
            losses |= dict.fromkeys(lost)
    described = json_object(values)
    assert described is not None
    return described, (*losses, *losses_of(article, ARTICLE_FIELDS))
