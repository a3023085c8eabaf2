"""The losses of the file for RSCI: the sentence of each code.

Source: eLIBRARY's schema and its explanations. The sentences name the elements of this schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import N_, FrozenMap

LOSSES: Final[Mapping[str, str]] = FrozenMap(
    {
        "abstract-headings": N_(
            "RSCI has no headings inside an abstract (`abstract`). Each heading is included as a"
            " line."
        ),
        "address-only": N_(
            "RSCI has only the URL of a related work (`furl`), not its title and date."
        ),
        "article-language": N_(
            "RSCI has only the language of the article (`langPubl`). This article has a different"
            " language."
        ),
        "article-type": N_(
            "RSCI has no article type (`artType`) for “{type}”. The code {code} (miscellaneous) is"
            " included."
        ),
        "code-only": N_("RSCI has only subject codes, not their headings (`codes`, `rubrics`)."),
        "code-scheme": N_(
            "RSCI has no element for the name of a classification (`anycode`). Only the code is"
            " included."
        ),
        "country-code": N_("RSCI has only the name of a country (`country`), not its code."),
        "credit-role": N_(
            "RSCI has its own list of roles (`role`), which does not contain the CRediT roles."
        ),
        "cover-language": N_("RSCI has no language of a cover (`files/file`)."),
        "date-form": N_("RSCI requires a full date with day, month and year."),
        "doi-and-edn-only": N_(
            "RSCI allows only the DOI and the EDN as identifiers of an article (`codes`)."
        ),
        "doi-form": N_("A DOI in `{element}` must have the form 10.NNNN/suffix."),
        "edn-form": N_(
            "An EDN (`edn`) must have six capital Latin letters. Only one EDN is allowed."
        ),
        "file-kind": N_(
            "RSCI has no code for the file kind “{kind}” here (`file/@desc`). Articles may have a"
            " full text, a supplement or an illustration, issues a cover."
        ),
        "first-page-missing": N_("RSCI requires a first page in `{element}`."),
        "funding-language": N_(
            "RSCI requires the language of the funding (`funding`). The language is not known."
        ),
        "genre-code": N_(
            "RSCI has only codes for the type of a cited work (`GenreId`), and eLIBRARY does not"
            " publish the codes."
        ),
        "institution-missing": N_(
            "RSCI requires the name of the institution in the same language (`orgName`)."
        ),
        "issn-form": N_("An ISSN in `{element}` must have the form NNNN-NNNX."),
        "issue-year-only": N_(
            "RSCI has only the year of an issue (`dateUni`), not its month and day."
        ),
        "journal-numbers": N_(
            "RSCI identifies a journal only by its number at eLIBRARY (`titleid`) and its ISSNs."
        ),
        "journal-title-only": N_("RSCI has only the title of a journal (`journalInfo`)."),
        "keywords-language": N_(
            "RSCI requires the language of keywords (`kwdGroup`). It has no code for"
            " {tag:language}."
        ),
        "kind-missing": N_(
            "RSCI requires the kind of a contributor (`role`). The kind is missing."
        ),
        "language-code": N_(
            "RSCI has no code for {tag:language} (`lang`). The code {code} (any language) is"
            " included."
        ),
        "language-only": N_(
            "RSCI has only codes of languages (`lang`). The code {code} is included instead of the"
            " tag “{tag}”."
        ),
        "link-type": N_("RSCI distinguishes only PDF files from other full texts (`furl`)."),
        "no-article-number": N_(
            "RSCI has only pages (`pages`), no separate element for an article number."
        ),
        "no-cited-field": N_("RSCI has no field for this part of a cited work (`element`)."),
        "no-field": N_("RSCI has no element for this value."),
        "no-funding-identifier": N_(
            "RSCI has only a text for funding (`funding`), without identifiers."
        ),
        "no-institution-identifier": N_(
            "RSCI has only the name of an institution (`orgName`), not its identifier."
        ),
        "no-label": N_(
            "RSCI has no element for the label of a reference (`reference`). Its number is its"
            " position in the list."
        ),
        "no-revision-date": N_("RSCI has no element for the date of a revision (`dates`)."),
        "no-suffix": N_("RSCI has no element for the suffix of a name (`individInfo`)."),
        "no-supplement": N_("RSCI has no type and no element for supplements (`issue`)."),
        "obsolete-place": N_(
            "At eLIBRARY the field for the place of publication (`PlacePubl`) is obsolete."
        ),
        "one-abstract-kind": N_("RSCI allows only one kind of abstract (`abstracts`)."),
        "one-address": N_(
            "RSCI allows only one URL of a related work (`furl`). The URL of the DOI is included."
        ),
        "one-code": N_("RSCI allows only one `{element}` in `codes`."),
        "one-language": N_("RSCI allows `{element}` only once, in one language."),
        "one-per-language": N_(
            "RSCI allows `{element}` only once for each language code. Another language has the"
            " same code: {code}."
        ),
        "one-publication-date": N_(
            "RSCI allows only one date of publication (`datePublication`). The earliest full date"
            " is included."
        ),
        "one-surname": N_(
            "RSCI allows only one surname in a language (`individInfo`). The person's surname is"
            " included."
        ),
        "one-year": N_("RSCI requires the year of an issue as four digits (`dateUni`)."),
        "orcid-confirmed": N_(
            "RSCI has no element that tells whether an ORCID iD is confirmed (`orcid`)."
        ),
        "orcid-form": N_("An ORCID iD (`orcid`) must have the form NNNN-NNNN-NNNN-NNNX."),
        "other-info-language": N_(
            "RSCI requires a surname in the same language for a degree or a position (`otherInfo`)."
        ),
        "pages-form": N_(
            "RSCI allows only digits or only letters in pages (`pages`), such as 7-8, 27 or iv-x."
        ),
        "person-language": N_(
            "RSCI has affiliations only inside the data of a person (`individInfo`). No person with"
            " this affiliation is included in this language."
        ),
        "places-incomplete": N_(
            "RSCI has cities (`town`) and countries (`country`) only inside the data of a person."
            " Each institution of this person requires one in the same language."
        ),
        "plain-text": N_(
            "RSCI allows only plain text in `{element}`. The text is included without markup."
        ),
        "print-and-online-issn": N_(
            "RSCI has only the print ISSN (`issn`) and the online ISSN (`eissn`) of a journal."
        ),
        "reference-text-missing": N_(
            "RSCI requires the text of a reference (`refInfo`). The text is missing."
        ),
        "related-address-missing": N_(
            "RSCI requires the URL of a related work (`furl`). The DOI and the URL are missing."
        ),
        "related-doi-form": N_(
            "RSCI has only the URL of a related work (`furl`). The DOI is not valid, so it has no"
            " URL."
        ),
        "relation-code": N_("RSCI has no code for the relation “{type}” (`furl/@desc`)."),
        "relation-order": N_(
            "RSCI has the same code for several relations (`furl/@desc`). The code {code} is"
            " included."
        ),
        "role-code": N_("RSCI has no code for the contributor kind “{kind}” (`role`)."),
        "romanised-language": N_(
            "The option `romanised` gives this text the language code {code} (`lang`). The original"
            " language is not included."
        ),
        "romanised-none": N_("The option `romanised` excludes romanised texts."),
        "rubric-form": N_("An SRSTI code (`rubric`) must have the form NN, NN.NN or NN.NN.NN."),
        "section-ambiguous": N_(
            "RSCI requires the title of a section (`secTitle`). Several sections of the issue have"
            " the id “{section}”."
        ),
        "section-empty": N_(
            "RSCI has a section (`section`) only before its articles. This section has no articles."
        ),
        "section-order": N_(
            "RSCI has no element for the end of a section. Articles without a section come first."
        ),
        "section-title-missing": N_(
            "RSCI requires the title of a section (`secTitle`). The title is missing."
        ),
        "section-unknown": N_(
            "RSCI requires the title of a section (`secTitle`). The issue has no section"
            " “{section}”."
        ),
        "special-name": N_(
            "RSCI has a type for special issues (`issue/@type`), but no element for their names."
        ),
        "surname-missing": N_("RSCI requires a surname (`individInfo/surname`)."),
        "tag-depth": N_(
            "RSCI limits how deep tags can be nested in `{element}`. Maximum: {depth}. The text of"
            " deeper tags is included without them."
        ),
        "tags-unsupported": N_(
            "RSCI does not allow these tags in `{element}`: {tags}. The text is included without"
            " them."
        ),
        "three-languages": N_(
            "RSCI limits the number of languages of a contributor (`individInfo`). Maximum:"
            " {number}."
        ),
        "transliteration-language": N_(
            "RSCI has the same code for all transliterations (`lang`). The code {code} is included"
            " instead of the tag “{tag}”."
        ),
        "volume-form": N_("RSCI requires the volume of an issue as a number (`volume`)."),
    }
)
"""The English sentence of each code. Its placeholders are the ``params`` of the loss."""
