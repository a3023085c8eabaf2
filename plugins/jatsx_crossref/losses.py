"""The losses of a Crossref deposit: the sentence of each code.

Each sentence is true of crossref5.5.0.xsd and of the schemas that it includes, unless it names
another version. Its placeholders are the ``params`` of the loss.
"""

from __future__ import annotations

from typing import Final

from jatsx import N_, FrozenMap

LOSSES: Final = FrozenMap(
    {
        "affiliation-unused": N_(
            "Crossref allows affiliations only inside `person_name`. No person in the deposit has"
            " this affiliation."
        ),
        "alternative-name-empty": N_(
            "A name in another language (`name`) requires a surname or a given name."
        ),
        "archive-not-listed": N_(
            "“{archive}” is not in the list of archives of Crossref {version} (`archive/@name`)."
        ),
        "article-licenses": N_(
            "Crossref has licenses only for articles (`license_ref`). This article has different"
            " licenses."
        ),
        "authenticated-without-orcid": N_(
            "Crossref allows `authenticated` only as an attribute of `ORCID`. There is no valid"
            " ORCID iD."
        ),
        "assertion-paragraphs": N_(
            "Crossref allows no headings and paragraphs in an `assertion`. They are included as one"
            " paragraph."
        ),
        "author-limit": N_(
            "Crossref allows only one author of a cited work (`citation/author`). The first author"
            " is included."
        ),
        "author-or-group": N_(
            "Crossref allows only one author of a cited work (`citation/author`). The person is"
            " included, not the group."
        ),
        "citation-empty": N_(
            "A `citation` element would be empty: the reference has no text, structure or DOI."
        ),
        "citation-type-not-listed": N_(
            "“{type}” is not in Crossref's list of types of cited works (`citation/@type`)."
        ),
        "collections-not-chosen": N_(
            "Crossref has full-text links only in `collection`. The option `collections` does not"
            " select any collection."
        ),
        "contributor-role-not-listed": N_(
            "“{kind}” is not in the list of contributor roles of Crossref {version}"
            " (`contributor_role`)."
        ),
        "contributor-unnamed": N_(
            "Crossref requires the surname of a person (`person_name`) or the name of a group"
            " (`organization`)."
        ),
        "country-code": N_(
            "Crossref has no separate element for the code of a country, only a text"
            " (`institution_place`)."
        ),
        "crawler-media-type": N_(
            "Similarity Check reads only PDF, HTML and plain text (`collection`). The option"
            " `collections` selects no other collection."
        ),
        "credit-role-not-listed": N_(
            "“{role}” is not in Crossref's list of CRediT roles (`role/@type`)."
        ),
        "crossmark-not-chosen": N_(
            "Crossref allows `{element}` only inside `crossmark`. This requires the option"
            " `crossmark_policy`."
        ),
        "date-range": N_(
            "“{date}” is not a valid date for `{element}`. The year must be between {first} and"
            " {last}."
        ),
        "description-language-not-listed": N_(
            "Crossref allows only languages with a code of two letters for the title of a related"
            " work (`rel:description`). The language is not included: {tag:language}."
        ),
        "doi-data-incomplete": N_(
            "Crossref requires both a DOI of the form 10.NNNN/suffix and a URL (`doi_data`). The"
            " URL must have only ASCII characters and begin with http://, https:// or ftp://."
        ),
        "doi-form": N_("A DOI in `{element}` must have the form 10.NNNN/suffix."),
        "element-length": N_(
            "The text has the wrong length for `{element}`. Minimum: {shortest}; maximum:"
            " {longest}."
        ),
        "full-title-not-chosen": N_(
            "The titles of a journal (`full_title`) must match Crossref's record of the journal."
            " The option `journal_titles` does not select this title."
        ),
        "funder-id-form": N_(
            "Crossref allows only a ROR id or a Funder Registry id (10.13039/…) as the identifier"
            " of a funder."
        ),
        "funder-name-or-ror": N_(
            "Crossref allows either the name or the ROR id of a funder (`fundgroup`). The ROR id is"
            " included."
        ),
        "funder-registry-only": N_(
            "Crossref {version} allows only a Funder Registry id (10.13039/…) as the identifier of"
            " a funder."
        ),
        "identifier-type-not-listed": N_(
            "“{scheme}” is not in Crossref's list of identifier types (`identifier/@id_type`). The"
            " type “other” is included."
        ),
        "identifiers-limit": N_(
            "Crossref limits the number of identifiers of an article (`publisher_item`). Maximum:"
            " {limit}."
        ),
        "institution-empty": N_(
            "Crossref requires the name or the ROR id of an institution (`institution`)."
        ),
        "isbn-form": N_(
            "An ISBN (`isbn`) must have 10 to 17 characters: digits, hyphens and spaces, or X at"
            " the end."
        ),
        "issn-form": N_("An ISSN (`issn`) must have the form NNNN-NNNX."),
        "issue-undated": N_(
            "Crossref requires the publication date of an issue (`journal_issue/publication_date`)."
        ),
        "language-not-listed": N_(
            "The list of languages of Crossref {version} (`language`) does not contain"
            " {tag:language}. The language is not included."
        ),
        "language-only": N_(
            "Crossref allows only the language “{language}” (`language`), not the whole tag"
            " “{tag}”."
        ),
        "license-applies-to-not-listed": N_(
            "Crossref allows only these values of `applies_to` in a license (`license_ref`):"
            " {choices}."
        ),
        "media-type-not-listed": N_(
            "“{type}” is not in the list of media types of Crossref {version}"
            " (`resource/@mime_type`)."
        ),
        "name-language": N_(
            "Crossref {version} allows a person's name in only one language (`person_name`)."
        ),
        "no-access-date": N_(
            "Crossref has no element for the access date of a cited work (`citation`)."
        ),
        "no-article-type": N_(
            "Crossref has no element for the type of an article (`journal_article`)."
        ),
        "no-award-title": N_(
            "Crossref has no element for the title of a funded project (`fr:program`)."
        ),
        "no-citation-editor": N_(
            "Crossref has no element for the editor of a cited work, only for its first author"
            " (`citation/author`)."
        ),
        "no-citation-label": N_(
            "Crossref has no element for the label of a reference, only a unique key"
            " (`citation/@key`)."
        ),
        "no-citation-place": N_(
            "Crossref has no element for the place of publication of a cited work (`citation`)."
        ),
        "no-citation-publisher": N_(
            "Crossref has no element for the publisher of a cited work (`citation`)."
        ),
        "no-citation-type": N_(
            "Crossref {version} has no attribute for the type of a cited work (`citation`)."
        ),
        "no-citation-url": N_("Crossref has no element for the URL of a cited work (`citation`)."),
        "no-counts": N_(
            "Crossref has no element for the number of pages, words, figures or references"
            " (`journal_article`)."
        ),
        "no-degree": N_(
            "Crossref has no element for the academic degree of a contributor (`person_name`)."
        ),
        "no-email": N_(
            "Crossref has no element for the e-mail address of a contributor (`person_name`)."
        ),
        "no-equal-contribution": N_(
            "Crossref has no element for equal contribution (`person_name`)."
        ),
        "no-formulas": N_(
            "Crossref does not allow formulas in `{element}`. The text is included without their"
            " markup."
        ),
        "no-funding-statement": N_(
            "Crossref has no element for a funding statement (`fr:program`)."
        ),
        "no-grant-doi": N_("Crossref {version} has no element for the DOI of an award."),
        "no-group-name": N_(
            "Crossref has no element for the name of a group in `person_name`. The person's name is"
            " included."
        ),
        "no-issue-language": N_(
            "Crossref has no attribute for the language of an issue (`journal_issue`). This article"
            " has a different language."
        ),
        "no-issue-sections": N_(
            "Crossref has no element for the sections of an issue (`journal_issue`)."
        ),
        "no-issue-year": N_(
            "Crossref has no element for the year of an issue, only for its publication dates"
            " (`publication_date`)."
        ),
        "no-journal-identifiers": N_(
            "Crossref has no element for the identifiers of a journal at indexes"
            " (`journal_metadata`)."
        ),
        "no-keywords": N_("Crossref has no element for keywords (`journal_article`)."),
        "no-last-page": N_(
            "Crossref has no element for the last page of a cited work (`citation`)."
        ),
        "no-linking-issn": N_(
            "Crossref allows only the print ISSN and the electronic ISSN of a journal"
            " (`issn/@media_type`)."
        ),
        "no-link-language": N_(
            "Crossref has no attribute for the language of a full-text link (`resource`)."
        ),
        "no-position": N_(
            "Crossref has no element for the position of a contributor (`person_name`)."
        ),
        "no-publisher": N_(
            "Crossref has no element for the publisher of a journal (`journal_metadata`). The"
            " deposit names the `registrant` instead."
        ),
        "no-relation-date": N_(
            "Crossref has no element for the date of a related work (`rel:related_item`)."
        ),
        "no-roles": N_("Crossref {version} has no element for roles of a person (`role`)."),
        "no-section": N_(
            "Crossref has no element for the section of an article (`journal_article`)."
        ),
        "no-subject-codes": N_("Crossref has no element for subject codes (`journal_article`)."),
        "no-whole-number": N_(
            "Crossref allows only one number of an issue (`issue`). The element `special_numbering`"
            " is only for supplements and special issues."
        ),
        "one-language": N_(
            "Crossref does not support translations of `{element}`. Only one language is included."
        ),
        "one-affiliation-language": N_(
            "Crossref has no attribute for the language of an institution (`institution`). All its"
            " parts are included in one language."
        ),
        "orcid-form": N_("An ORCID iD (`ORCID`) must have the form NNNN-NNNN-NNNN-NNNX."),
        "organization-name-only": N_("Crossref allows only the name of a group (`organization`)."),
        "pages-without-first": N_("Crossref requires a first page (`pages/first_page`)."),
        "plain-text": N_(
            "Crossref allows only plain text in `{element}`. The text is included without markup."
        ),
        "relation-doi-form": N_(
            "The DOI of a related work (`rel:related_item`) must have the form 10.NNNN/suffix. The"
            " URL is included instead."
        ),
        "relation-form": N_(
            "A related work (`rel:related_item`) requires a relation type from Crossref's list, and"
            " a DOI or a URL."
        ),
        "relation-identifier-limit": N_(
            "Crossref allows only one identifier of a related work (`rel:related_item`). The DOI is"
            " included."
        ),
        "ror-form": N_("A ROR id (`institution_id`) must have the form https://ror.org/0abcdef12."),
        "special-numbering-limit": N_(
            "Crossref allows only one `special_numbering` of an issue. The supplement is included."
        ),
        "start-date-form": N_(
            "The start date of a license (`license_ref/@start_date`) must be a full date:"
            " YYYY-MM-DD."
        ),
        "subtitle-without-title": N_(
            "Crossref requires a title in the same language before a subtitle (`titles`)."
        ),
        "text-not-chosen": N_(
            "Crossref allows only one text of a reference (`unstructured_citation`). The option"
            " `references` selects the text."
        ),
        "titles-limit": N_(
            "Crossref limits the number of titles of an article (`titles`). Maximum: {limit}."
        ),
        "update-doi-only": N_("Crossref allows only the DOI of an updated work (`update`)."),
        "update-form": N_(
            "Crossref requires the DOI of an updated work and the full date of the update:"
            " YYYY-MM-DD (`update`)."
        ),
        "url-form": N_(
            "A URL in `{element}` must have only ASCII characters and begin with http://, https://"
            " or ftp://."
        ),
    }
)
"""The English sentence of each code."""
