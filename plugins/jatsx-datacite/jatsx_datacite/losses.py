"""The losses of DataCite's JSON: the sentence of each code.

Source: DataCite's JSON Schemas 4.5 and 4.3, and the documentation of their properties.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import N_, FrozenMap

LOSSES: Final[Mapping[str, str]] = FrozenMap(
    {
        "abstract-type": N_(
            "DataCite has a separate value only for a table of contents (`descriptionType`). Other"
            " kinds of abstract have the value “Other”."
        ),
        "address-form": N_(
            "A URL (`url`) must begin with http:// or https:// and have only ASCII characters"
            " without spaces."
        ),
        "affiliation-name-missing": N_(
            "DataCite requires the name of an affiliation (`affiliation`)."
        ),
        "affiliation-unused": N_(
            "DataCite has affiliations only of creators and contributors. None of them has this"
            " affiliation."
        ),
        "article-date": N_(
            "DataCite has only dates of the article (`dates`). This article has its own dates."
        ),
        "author-or-group": N_(
            "A creator is either a person or an organization (`creators`). The person is included."
        ),
        "contributor-type": N_(
            "DataCite has no value for this kind of contributor (`contributorType`). The value"
            " “Other” is included."
        ),
        "country-code": N_(
            "DataCite has no property for a country code. An affiliation has only a name."
        ),
        "date-form": N_("DataCite requires a valid date: YYYY, YYYY-MM or YYYY-MM-DD (`dates`)."),
        "doi-form": N_("A DOI must have the form 10.NNNN/suffix."),
        "duplicate": N_(
            "DataCite allows each value only once in a list. The list contains this value already."
        ),
        "first-and-last-page": N_("DataCite has only a first page and a last page."),
        "format-once": N_(
            "DataCite allows each media type only once (`formats`). Several links have this media"
            " type."
        ),
        "funder-name-missing": N_("DataCite requires the name of a funder (`fundingReferences`)."),
        "identifier-only": N_(
            "DataCite has no property for this value of a related or cited work"
            " (`relatedIdentifiers`)."
        ),
        "issn-form": N_("An ISSN must have the form NNNN-NNNX."),
        "item-fields": N_("DataCite has no property for the sections of an issue."),
        "item-title-missing": N_("DataCite requires the title of a cited work (`relatedItems`)."),
        "journal-identifier": N_(
            "DataCite has no value for the identifiers of a journal at indexes"
            " (`relatedIdentifierType`)."
        ),
        "journal-title-missing": N_("DataCite requires the title of the journal (`relatedItems`)."),
        "link-language": N_("DataCite has no property for the language of a full-text link."),
        "name-missing": N_("DataCite requires the name of a creator or contributor."),
        "no-archive": N_("DataCite has no property for archives."),
        "no-container": N_(
            "DataCite has no property for the journal or book that contains a cited work"
            " (`relatedItems`)."
        ),
        "no-funding-statement": N_(
            "DataCite has no property for a funding statement (`fundingReferences`)."
        ),
        "no-item-field": N_(
            "DataCite has no property for this part of a cited work (`relatedItems`)."
        ),
        "no-item-in-version": N_(
            "DataCite {version} has no property for the parts of a cited work (`relatedItems`)."
        ),
        "no-publisher-place": N_(
            "DataCite has only the name of a publisher (`publisher`), not its place."
        ),
        "no-relation-date": N_("DataCite has no property for the date of a related work."),
        "no-statement": N_("DataCite has no property for statements of the authors."),
        "one-affiliation-name": N_(
            "DataCite allows only one name of an affiliation, in one language (`affiliation`)."
        ),
        "one-award-title": N_(
            "DataCite allows only one title of a funded project, without a language (`awardTitle`)."
        ),
        "one-funder-name": N_(
            "DataCite allows only one name of a funder, without a language (`funderName`)."
        ),
        "one-identifier": N_(
            "The DOI of the work is included. It identifies the work, so the URL is not included."
        ),
        "one-issue-number": N_("DataCite allows only one number of an issue."),
        "one-item-identifier": N_(
            "DataCite allows only one identifier of a cited work (`relatedItems`). Its DOI or URL"
            " is included."
        ),
        "one-name": N_(
            "DataCite allows only one name of a creator or contributor, in one language."
        ),
        "one-publisher-name": N_(
            "DataCite allows only one name of a publisher, in one language (`publisher`)."
        ),
        "one-series-text": N_(
            "DataCite {version} has only one text about the journal, in one language"
            " (`SeriesInformation`)."
        ),
        "orcid-form": N_("An ORCID iD must have the form NNNN-NNNN-NNNN-NNNX."),
        "own-doi-form": N_("DataCite registers only DOIs of the form 10.NNNN/suffix."),
        "person-fields": N_(
            "DataCite has only the name, identifiers and affiliations of a creator or contributor."
        ),
        "plain-text": N_("DataCite allows only plain text. The text is included without markup."),
        "reference-type": N_(
            "DataCite has no value for this type of cited work (`resourceTypeGeneral`)."
        ),
        "reference-unidentified": N_(
            "DataCite requires the DOI or the URL of a cited work. Version 4.5 also allows a"
            " structured reference with a title (`relatedItems`)."
        ),
        "relation-type": N_("DataCite has no value for this relation (`relationType`)."),
        "relation-type-inexact": N_(
            "DataCite has no exact value for this relation (`relationType`). The more general value"
            " {value} is included."
        ),
        "relation-unidentified": N_(
            "DataCite requires the DOI or the URL of a related work. Version 4.5 also allows a"
            " related work with only a title (`relatedItems`)."
        ),
        "rights-address-form": N_(
            "The URL of a license (`rightsUri`) must begin with http:// or https:// and have only"
            " ASCII characters without spaces."
        ),
        "rights-date": N_(
            "DataCite has no property for the start date of a license (`rightsList`)."
        ),
        "rights-version": N_(
            "DataCite has no property for the version of the article that a license applies to"
            " (`rightsList`)."
        ),
        "ror-form": N_("A ROR id must have the form https://ror.org/0abcdef12."),
        "series-fields": N_(
            "DataCite {version} has only the title, volume, number and pages of the journal"
            " (`SeriesInformation`)."
        ),
        "subject-code-missing": N_("The code of this subject is missing (`subjects`)."),
        "year-form": N_("DataCite requires a year of four digits (`publicationYear`)."),
    }
)
"""The English sentence of each code. Its placeholders are the ``params`` of the loss."""
