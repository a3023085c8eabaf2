"""The losses of a JATS document: the sentence of each code.

Each sentence is true of the DTD of JATS Journal Publishing 1.3 and 1.4, unless it names one of
them. Its placeholders are the ``params`` of the loss.
"""

from __future__ import annotations

from typing import Final

from jatsx import N_, FrozenMap

LOSSES: Final = FrozenMap(
    {
        "affiliation-unknown": N_(
            "An `xref` must refer to an `aff` element. The document has none for the affiliation"
            " “{id}”."
        ),
        "authenticated-without-orcid": N_(
            "JATS allows `authenticated` only as an attribute of `contrib-id`. The contributor has"
            " no ORCID iD."
        ),
        "award-name-limit": N_(
            "JATS {version} allows only one title of a funded project (`award-name`) and one"
            " description (`award-desc`). The other titles are included together, without their"
            " languages."
        ),
        "citation-empty": N_(
            "JATS requires a citation in a `ref`. The reference has no text, structure, DOI, URL or"
            " access date."
        ),
        "contrib-empty": N_(
            "A `contrib` element would be empty: the contributor has no name and no identifier."
        ),
        "copyright-language": N_(
            "JATS {version} allows only one copyright notice (`permissions`). A second holder in it"
            " is another holder, not a translation."
        ),
        "date-form": N_("“{date}” is not a valid date for `{element}`."),
        "formula-ids": N_(
            "An `id` must be unique in a document. Formulas are included without their ids."
        ),
        "institution-missing": N_(
            "An `aff` without an institution names no workplace. The affiliation has an institution"
            " only in other languages."
        ),
        "language-tag": N_("“{tag}” is not a valid language tag for the attribute `{attribute}`."),
        "license-without-url": N_("JATS requires the URL of a license (`ali:license_ref`)."),
        "markup": N_(
            "JATS does not allow these tags in `{element}`: {tags}. The text is included without"
            " them."
        ),
        "no-headings": N_(
            "JATS allows only paragraphs in a footnote (`fn`). Headings are included as paragraphs."
        ),
        "notice-date": N_(
            "A date in `related-article` is the date of the other work. The date of the notice is"
            " the publication date of the article (`pub-date`)."
        ),
        "pages-or-elocation-id": N_(
            "JATS allows either pages (`fpage`) or an article number (`elocation-id`). The pages"
            " are included."
        ),
        "pages-without-first": N_(
            "JATS requires a first page (`fpage`) before `lpage` and `page-range`."
        ),
        "place-without-name": N_(
            "JATS requires the name of the publisher (`publisher-name`) before its place"
            " (`publisher-loc`). There is no name in the same language."
        ),
        "section-ambiguous": N_(
            "JATS requires the heading of a section (`subject`). Several sections of the issue have"
            " the id “{section}”."
        ),
        "section-title-missing": N_(
            "JATS requires the heading of a section (`subject`). The section “{section}” has no"
            " title."
        ),
        "section-unknown": N_(
            "JATS requires the heading of a section (`subject`). The issue has no section"
            " “{section}”."
        ),
        "section-untitled": N_(
            "JATS requires a title in a `sec`. A section without a title is joined to the section"
            " before."
        ),
        "seq-without-element": N_(
            "JATS has the attribute `seq` only in `fpage`, `elocation-id`, `issue` and `volume`."
            " The article has none of these elements."
        ),
        "start-date-form": N_(
            "The start date of a license (`ali:license_ref/@start_date`) must be a full date:"
            " YYYY-MM-DD."
        ),
        "subtitle-without-title": N_(
            "A subtitle requires a title in the same language (`article-title` or `trans-title`)."
        ),
        "suffix-only": N_("JATS requires a surname or given names before a suffix (`name`)."),
    }
)
"""The English sentence of each code."""
