"""Why a Crossref deposit does not include a value: the sentence of each code of a loss.

A sentence completes "not included because" and is true of crossref5.5.0.xsd, and of the schemas
that it includes, unless it names another version. Its placeholders are the loss's ``params``.
"""

from __future__ import annotations

from typing import Final

from jatsx import FrozenMap

LOSSES: Final = FrozenMap(
    {
        "affiliation-unused": (
            "institution is allowed only inside person_name, and no person_name has this"
            " affiliation"
        ),
        "alternative-name-empty": "name requires a surname or a given_name",
        "archive-not-listed": "@name of archive does not list {archive}",
        "article-licenses": "license_ref is part of journal_article, which has its own licenses",
        "authenticated-without-orcid": "@authenticated is an attribute of ORCID, which is missing",
        "author-limit": "citation allows only one author, the first",
        "author-or-group": "citation allows only one author, which is the person",
        "citation-type-not-listed": "@type of citation does not list {type}",
        "collections-not-chosen": (
            "links are written in collection, and the option collections does not select any"
        ),
        "contributor-role-not-listed": (
            "@contributor_role of version {version} does not list {kind}"
        ),
        "contributor-unnamed": "person_name requires a surname, and organization requires a name",
        "credit-role-not-listed": "@type of role does not list {role} as a CRediT role",
        "crossmark-not-chosen": (
            "{element} is part of crossmark, which requires the option crossmark_policy"
        ),
        "date-form": "{element} requires a valid date, and {date} is not one",
        "date-range": (
            "{element} requires a valid date from {first} to {last}, and {date} is not one"
        ),
        "doi-data-incomplete": (
            "doi_data requires both a DOI of the form 10.NNNN/… and a URL in ASCII that begins with"
            " http, https or ftp"
        ),
        "doi-form": "{element} requires a DOI of the form 10.NNNN/…",
        "element-length": "{element} requires {shortest} to {longest} characters",
        "full-title-not-chosen": (
            "full_title must match Crossref's record of the journal, and the option journal_titles"
            " does not select this title"
        ),
        "funder-id-form": (
            "a funder is identified only by a ROR id or a Funder Registry id (10.13039/…)"
        ),
        "funder-name-or-ror": (
            "fundgroup allows either funder_name or ror, and the ROR id is written"
        ),
        "identifier-type-not-listed": "@id_type of identifier does not list {scheme}",
        "identifiers-limit": "publisher_item allows only {limit} identifier elements",
        "institution-empty": "institution requires institution_name or institution_id",
        "isbn-form": "isbn requires 10 to 17 digits, hyphens and spaces",
        "issn-form": "issn requires the form NNNN-NNNX",
        "issue-undated": "journal_issue requires a publication_date",
        "language-not-listed": "@language does not list the language of {tag}",
        "language-only": "@language allows only the language: {language}, not {tag}",
        "license-applies-to-not-listed": "@applies_to of license_ref allows only {choices}",
        "media-type-not-listed": "@mime_type of resource does not list {type}",
        "name-language": "person_name of version {version} allows a name in only one language",
        "no-access-date": "citation has no element for an access date",
        "no-article-type": "journal_article has no element for the type of an article",
        "no-award-title": "fr:program has no assertion for the title of an award",
        "no-citation-label": "citation has no element for a label, only a unique @key",
        "no-citation-place": "citation has no element for a place of publication",
        "no-citation-publisher": "citation has no element for a publisher",
        "no-citation-url": "citation has no element for a URL",
        "no-copyright": "journal_article has no element for a copyright notice, only for licenses",
        "no-counts": "journal_article has no element for counts",
        "no-country": "institution has no element for a country",
        "no-degree": "person_name and organization have no element for an academic degree",
        "no-email": "person_name and organization have no element for an e-mail address",
        "no-equal-contribution": (
            "person_name and organization have no element for equal contribution"
        ),
        "no-formulas": "{element} does not allow formulas",
        "no-funding-statement": "fr:program has no assertion for a funding statement",
        "no-group-name": "person_name has no element for the name of a group",
        "no-issue-language": "journal_issue has no @language, and the article has its own",
        "no-issue-sections": "journal_issue has no element for its sections",
        "no-issue-year": "journal_issue has no element for a year besides its publication_date",
        "no-journal-identifiers": "journal_metadata has no element for identifiers of indexes",
        "no-keywords": "journal_article has no element for keywords",
        "no-last-page": "citation has no element for a last page",
        "no-linking-issn": "@media_type of issn allows only print and electronic",
        "no-link-language": "resource has no attribute for a language",
        "no-position": "person_name and organization have no element for a position",
        "no-publisher": (
            "journal_metadata has no element for a publisher: the head names the registrant"
        ),
        "no-relation-date": "rel:related_item has no element for a date",
        "no-roles": "person_name of version {version} does not allow role",
        "no-section": "journal_article has no element for its section of the issue",
        "no-statements": "journal_article has no element for statements",
        "no-subject-codes": "journal_article has no element for subject codes",
        "no-whole-number": (
            "journal_issue allows only one issue number, and special_numbering is for supplements"
            " and special issues"
        ),
        "one-language": "{element} can be written in only one language",
        "orcid-form": "ORCID requires an iD of the form NNNN-NNNN-NNNN-NNNX",
        "organization-name-only": "organization allows only a name",
        "pages-without-first": "pages requires first_page",
        "plain-text": "{element} allows only plain text",
        "relation-doi-form": (
            "rel:related_item requires a DOI of the form 10.NNNN/…; the URL is written instead"
        ),
        "relation-form": (
            "rel:related_item requires a listed type of relation, and a DOI or a URL"
        ),
        "relation-identifier-limit": (
            "rel:related_item allows only one identifier, and the DOI is written"
        ),
        "ror-form": "institution_id requires a ROR id: https://ror.org/…",
        "special-numbering-limit": (
            "journal_issue allows only one special_numbering, and the supplement is written"
        ),
        "start-date-form": "@start_date of license_ref requires a full date: YYYY-MM-DD",
        "subtitle-without-title": "titles requires a title before a subtitle",
        "text-not-chosen": (
            "citation allows only one unstructured_citation, and the option references selects"
            " which"
        ),
        "titles-limit": "journal_article allows only {limit} titles elements",
        "update-doi-only": "update allows only the DOI of the other work",
        "update-form": "update requires a DOI and a full date: YYYY-MM-DD",
        "url-form": "{element} requires a URL in ASCII that begins with http, https or ftp",
    }
)
"""The English sentence of each code."""
