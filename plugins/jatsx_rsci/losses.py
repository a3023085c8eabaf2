"""Why the file for RSCI doesn't include a field: the English sentence of each code.

Source: eLIBRARY's schema and its explanations of it, whose elements the sentences name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import FrozenMap

LOSSES: Final[Mapping[str, str]] = FrozenMap(
    {
        "abstract-headings": "abstract has no headings: each is a line",
        "address-only": "furl has an address, and no title or date",
        "article-language": "langPubl has the language that the article names itself",
        "article-type": "artType has no code for {type}: {code} is the code for miscellaneous",
        "code-only": "codes and rubrics have codes, and no headings",
        "code-scheme": "anycode has a code, and no name of its classification",
        "country-code": "country has a name, and no code",
        "credit-role": "role has codes of its own, and none of CRediT",
        "date-form": "dates have the form dd.mm.yyyy",
        "doi-and-edn-only": "codes has only the DOI and the EDN of an article's identifiers",
        "doi-form": "{element} has the form 10.NNNN/…",
        "edn-form": "edn has six Latin capital letters, and occurs once",
        "first-page-missing": "{element} needs a first page",
        "funding-language": "funding needs a language, and this one has none",
        "genre-code": "GenreId has codes that eLIBRARY doesn't list",
        "institution-missing": "it needs an institution's name in the same language",
        "issn-form": "{element} has the form NNNN-NNNX",
        "issue-year-only": "dateUni has only the year of an issue's date",
        "journal-numbers": "journal has only titleid and ISSNs",
        "journal-title-only": "journalInfo has only the title",
        "keywords-language": "kwdGroup needs a language, and lang has no code for {tag}",
        "kind-missing": "role needs a kind of contributor, and there is none",
        "language-code": "lang has no code for {tag}: {code} is the code for any language",
        "language-only": "lang has only the language of {tag}: {code}",
        "link-type": "furl distinguishes only PDF from other types",
        "no-article-number": "article has pages, and no article number besides",
        "no-cited-field": "element has no field for it",
        "no-field": "the file has no element for it",
        "no-funding-identifier": "funding is text, without identifiers",
        "no-institution-identifier": "orgName has a name, and no identifier",
        "no-label": "reference has no label: its number is its position in the list",
        "no-revision-date": "dates has no date of revision",
        "no-suffix": "individInfo has no suffix",
        "no-supplement": "issue has neither a type nor an element for supplements",
        "obsolete-place": "the field PlacePubl of element is obsolete",
        "one-abstract-kind": "abstracts has one kind of abstract",
        "one-address": "furl has one address, here that of the DOI",
        "one-code": "codes has one {element}",
        "one-language": "{element} occurs once, in one language",
        "one-per-language": "{element} occurs once for each language code, and another has {code}",
        "one-publication-date": "datePublication occurs once, with the first day",
        "one-surname": "individInfo has one surname, here the person's",
        "one-year": "dateUni has one year, in four digits",
        "orcid-confirmed": "orcid does not say whether it was confirmed",
        "orcid-form": "orcid has the form NNNN-NNNN-NNNN-NNNX",
        "other-info-language": "otherInfo needs a surname in the same language",
        "pages-form": "pages has only digits or only letters: 7-8, 27 or iv-x",
        "person-language": "orgName is in the languages of persons, and no person has this one",
        "places-incomplete": "town and country need one for each institution of the person",
        "plain-text": "{element} has plain text: the characters are kept",
        "print-and-online-issn": "issn is the ISSN of the print journal, eissn of the online one",
        "reference-text-missing": "refInfo needs the text of the reference, and there is none",
        "related-address-missing": "furl needs an address, and there is none",
        "related-doi-form": "furl needs an address, and this is not a valid DOI",
        "relation-code": "furl has no code for {type}",
        "relation-order": "furl has the code {code}, whichever of the two works came first",
        "role-code": "role has no code for {kind}",
        "romanised-language": "lang has the code {code}, and not the language of the original",
        "romanised-none": "the option romanised is none",
        "rubric-form": "rubric has the form NN, NN.NN or NN.NN.NN",
        "section-empty": "section has articles, and this one has none",
        "section-order": "section has no end: articles without one are before those with one",
        "section-title-missing": "section needs a title, and this one has none",
        "special-name": "issue has a type for special issues, and no element for their names",
        "surname-missing": "individInfo needs a surname",
        "tag-depth": "{element} allows tags {depth} deep: the characters are kept",
        "tags-unsupported": "{element} does not allow {tags}: the characters are kept",
        "three-languages": "author has at most {number} individInfo",
        "transliteration-language": "lang has the code {code} for transliterations, not {tag}",
        "volume-form": "volume has only digits",
    }
)
"""Each sentence completes "not included in the file for RSCI, because"."""
