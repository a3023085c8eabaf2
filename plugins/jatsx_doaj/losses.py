"""The losses of DOAJ's JSON: the sentence of each code.

Source: DOAJ's source code, ``IncomingArticleDO``, and its API documentation, version 4.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import N_, FrozenMap

LOSSES: Final[Mapping[str, str]] = FrozenMap(
    {
        "address-form": N_("DOAJ allows only URLs that begin with http:// or https://."),
        "affiliation-unused": N_(
            "DOAJ has affiliations only of authors. No author has this affiliation."
        ),
        "article-doi-only": N_("DOAJ has a field only for the DOI of an article."),
        "author-fields": N_(
            "DOAJ has fields only for the name, the affiliation and the ORCID iD of an author."
        ),
        "author-name-missing": N_("DOAJ requires the name of an author."),
        "authors-only": N_("DOAJ has a field only for authors, not for other contributors."),
        "content-type": N_("DOAJ allows only the content types PDF, HTML, ePUB and XML."),
        "country-name": N_("DOAJ has no field for a country code. An affiliation is only a text."),
        "date-form": N_("DOAJ requires a valid year and a valid month of publication."),
        "doi-form": N_("A DOI must have the form 10.NNNN/suffix."),
        "doi-only": N_(
            "DOAJ allows only the DOI and the publisher's own number (`publisher-id`) as the"
            " identifiers of an article."
        ),
        "first-and-last-page": N_("DOAJ has fields only for the first page and the last page."),
        "full-text-link": N_(
            "DOAJ has a field only for full-text links, and the article has such links. The landing"
            " page is not included."
        ),
        "issn-form": N_("An ISSN must have the form NNNN-NNNX."),
        "journal-record": N_("DOAJ takes this value from its own record of the journal."),
        "link-language": N_("DOAJ has no field for the language of a full-text link."),
        "no-article-number": N_("DOAJ has fields only for pages, not for an article number."),
        "no-article-order": N_("DOAJ has no field for the order of articles."),
        "no-field": N_("DOAJ has no field for this value."),
        "no-institution-identifier": N_("DOAJ has no field for the identifier of an institution."),
        "no-title": N_(
            "DOAJ allows the subtitle, the abstract and the keywords only in the language of the"
            " title. The article has no title."
        ),
        "one-abstract": N_("DOAJ allows only one abstract."),
        "one-affiliation-text": N_("DOAJ allows only one text of an affiliation, in one language."),
        "one-date": N_(
            "DOAJ allows only one date of publication. The date of `{field}` is included."
        ),
        "one-issue-number": N_("DOAJ allows only one number of an issue."),
        "one-language": N_(
            "DOAJ allows the title, the abstract and the keywords in only one language. Included"
            " language: {language:language}."
        ),
        "one-name": N_("DOAJ allows only one name of an author."),
        "orcid-form": N_("An ORCID iD must have the form NNNN-NNNN-NNNN-NNNX."),
        "plain-text": N_("DOAJ allows only plain text. The text is included without markup."),
        "print-and-online-issn": N_(
            "DOAJ has fields only for the print ISSN and the online ISSN of a journal."
        ),
        "publication-date-only": N_("DOAJ has fields only for the date of publication."),
        "year-and-month": N_(
            "DOAJ has fields only for the year and the month of publication. The day is not"
            " included."
        ),
    }
)
"""The English sentence of each code. Its placeholders are the ``params`` of the loss."""
