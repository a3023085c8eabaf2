"""Why a JATS document does not include a value: the sentence of each code of a loss.

A sentence completes "not included because" and is true of the DTD of JATS Journal Publishing 1.3
and 1.4, unless it names one of them. Its placeholders are the loss's ``params``.
"""

from __future__ import annotations

from typing import Final

from jatsx import FrozenMap

LOSSES: Final = FrozenMap(
    {
        "affiliation-unknown": "xref must refer to an aff, and none is written for the id {id}",
        "authenticated-without-orcid": (
            "@authenticated is an attribute of contrib-id, and the contributor has no ORCID iD"
        ),
        "award-name-limit": "award-group of JATS {version} allows only one award-name",
        "citation-empty": "ref requires a citation, and the reference has no content for one",
        "contrib-empty": "contrib would be empty: the contributor has no name and no id",
        "date-form": (
            "{element} holds year, month and day elements, and {date} is not a valid date"
        ),
        "formula-ids": "an id must be unique in a document: those inside formulas are not written",
        "language-tag": "{attribute} requires a language tag, and {tag} is not one",
        "license-without-url": "ali:license_ref requires a URL",
        "markup": "{element} does not allow {tags}",
        "no-archives": "journal-meta has no element for archives",
        "no-headings": "fn allows only paragraphs, and headings are written as paragraphs",
        "no-issue-url": "article-meta has no element for the URL of the issue",
        "no-issue-year": (
            "article-meta has no element for the year of the issue besides its publication dates"
        ),
        "pages-or-elocation-id": "article-meta allows either fpage or elocation-id, not both",
        "pages-without-first": "lpage and page-range must follow fpage",
        "place-without-name": "publisher-loc must follow a publisher-name in the same language",
        "section-unknown": (
            "subject holds the heading of a section, and the issue does not have the section"
            " {section}"
        ),
        "section-untitled": (
            "sec requires a title, and a part without one is joined to the part before it"
        ),
        "seq-without-element": (
            "@seq is an attribute of fpage, elocation-id and issue, and the article has none of"
            " them"
        ),
        "start-date-form": "@start_date of ali:license_ref requires a full date: YYYY-MM-DD",
        "subtitle-without-title": (
            "subtitle requires article-title or trans-title in the same language"
        ),
        "suffix-only": "suffix requires surname or given-names",
    }
)
"""The English sentence of each code."""
