"""Why DataCite's JSON doesn't include a field: the English sentence of each code.

Source: DataCite's JSON Schemas 4.5 and 4.3, and the documentation of their properties.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import FrozenMap

LOSSES: Final[Mapping[str, str]] = FrozenMap(
    {
        "abstract-type": "descriptionType has no value for this kind of abstract but Other",
        "address-form": "url is a URI: letters beyond ASCII and spaces are encoded in it",
        "affiliation-name-missing": "an affiliation needs a name",
        "affiliation-unused": "affiliations belong to creators or contributors, and none has it",
        "article-date": "dates are the article's, and the article has its own",
        "author-or-group": "a creator is a person or an organization",
        "contributor-type": "contributorType has no value for it but Other",
        "country-code": "an affiliation's name has the country's name, and no code",
        "date-form": "dates are days, months or years that exist: 2024-06-30, 2024-06 or 2024",
        "doi-form": "a DOI has the form 10.NNNN/suffix",
        "duplicate": "a list has each value once, and this one is in it already",
        "first-and-last-page": "an item has a first and a last page",
        "format-once": "formats has each media type once, and several links have this one",
        "funder-name-missing": "a funding reference needs the funder's name",
        "identifier-only": "a related identifier has only the identifier of a work",
        "issn-form": "an ISSN has the form NNNN-NNNX",
        "item-fields": "an item has only titles, numbers and pages",
        "item-title-missing": "an item needs a title",
        "journal-identifier": "relatedIdentifierType has no value for identifiers at indexes",
        "journal-title-missing": "an item needs a title, and the journal has none",
        "link-language": "an identifier has no language",
        "name-missing": "a creator or contributor needs a name",
        "no-archive": "DataCite has no property for archives",
        "no-container": "an item has no field for the work that it is part of",
        "no-funding-statement": "a funding reference has no statement",
        "no-item-field": "an item has no field for it",
        "no-item-in-version": "version {version} has related identifiers, and no related items",
        "no-publisher-place": "the publisher has a name, and no place",
        "no-relation-date": "a relation has no date",
        "no-statement": "a description is of the work, not of what its authors declare",
        "one-affiliation-name": "an affiliation has one name, in one language",
        "one-award-title": "awardTitle is one title, without a language",
        "one-funder-name": "funderName is one name, without a language",
        "one-identifier": "a related work has one identifier, here its DOI",
        "one-issue-number": "an item has one number of an issue",
        "one-item-identifier": "an item has one identifier",
        "one-name": "a creator or contributor has one name, in one language",
        "one-publisher-name": "the publisher has one name, in one language",
        "one-series-text": "version {version} has one text of the journal, in one language",
        "orcid-form": "an ORCID iD has the form 0000-0000-0000-000X",
        "own-doi-form": "DataCite registers DOIs of the form 10.NNNN/suffix",
        "person-fields": "a creator or contributor has only names, identifiers and affiliations",
        "plain-text": "DataCite allows only plain text: the characters are kept",
        "reference-type": "resourceTypeGeneral has no value for it",
        "reference-unidentified": "a cited work needs a DOI, an address, or a title of its own",
        "relation-type": "relationType has no value for it",
        "relation-type-inexact": "relationType has no value for it but {value}, which is wider",
        "relation-unidentified": "a related work needs a DOI, an address or a title",
        "rights-address-form": "rightsUri is a URI",
        "rights-date": "rights have no date",
        "rights-version": "rights are those of the work, whatever its version",
        "ror-form": "a ROR id has the form https://ror.org/0…",
        "series-fields": "version {version} has only the journal's title, volume, number and pages",
        "subject-code-missing": "a subject is a code, or a heading with its code",
        "year-form": "publicationYear has four digits",
    }
)
"""Each sentence completes "not included in DataCite's JSON, because"."""
