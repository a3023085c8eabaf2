"""Why DOAJ's JSON doesn't include a field: the English sentence of each code.

Source: DOAJ's source code, ``IncomingArticleDO``, and its API documentation, version 4.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import FrozenMap

LOSSES: Final[Mapping[str, str]] = FrozenMap(
    {
        "address-form": "DOAJ allows only addresses that begin with http:// or https://",
        "affiliation-unused": "DOAJ has affiliations only of authors, and no author has this one",
        "article-doi-only": "DOAJ has only the DOIs of articles",
        "author-fields": "DOAJ has only the name, the affiliation and the ORCID iD of an author",
        "author-name-missing": "DOAJ does not allow an author without a name",
        "authors-only": "DOAJ has only authors, not contributors of other kinds",
        "content-type": "DOAJ has only the content types PDF, HTML, ePUB and XML",
        "country-name": "DOAJ has the name of a country in the affiliation's text, and no code",
        "date-form": "DOAJ allows only a year and a month that exist",
        "doi-form": "DOAJ allows only DOIs of the form 10.NNNN/suffix",
        "doi-only": "DOAJ has only the DOI of an article's identifiers",
        "first-and-last-page": "DOAJ has only a first and a last page",
        "full-text-link": "DOAJ has only links to the full text, and the article has such links",
        "issn-form": "DOAJ allows only ISSNs of the form NNNN-NNNX",
        "journal-record": "DOAJ reads it from its own record of the journal",
        "link-language": "DOAJ's links have no language",
        "no-article-number": "DOAJ has pages, and no article numbers",
        "no-article-order": "DOAJ has no order of articles",
        "no-field": "DOAJ has no field for it",
        "no-institution-identifier": "DOAJ has no identifiers of institutions",
        "no-title": "DOAJ allows it only in the title's language, and there is no title",
        "one-abstract": "DOAJ allows one abstract",
        "one-affiliation-text": "DOAJ allows an affiliation as one text, in one language",
        "one-date": "DOAJ allows one date of publication, here {field}",
        "one-issue-number": "DOAJ allows one number of an issue",
        "one-language": "DOAJ allows title, abstract and keywords in one language, here {language}",
        "one-name": "DOAJ allows one name of an author",
        "orcid-form": "DOAJ allows only ORCID iDs of the form 0000-0000-0000-000X",
        "plain-text": "DOAJ allows only plain text: the characters are kept, without the markup",
        "print-and-online-issn": "DOAJ has only the ISSNs of the print and the online journal",
        "publication-date-only": "DOAJ has only the date of publication",
        "year-and-month": "DOAJ has the year and the month, and no day",
    }
)
"""Each sentence completes "not included in DOAJ's JSON, because"."""
