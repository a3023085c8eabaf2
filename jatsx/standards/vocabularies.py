"""The controlled vocabularies of the model: the allowed values of types, kinds and roles.

Plugins map them to the values of their formats. The docs list them in this order.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

__all__ = [
    "ABSTRACT_TYPES",
    "ARTICLE_TYPES",
    "CONTRIBUTOR_KINDS",
    "CREDIT_ROLES",
    "FILE_KINDS",
    "LICENSE_VERSIONS",
    "REFERENCE_TYPES",
    "RELATIONS",
    "STATUSES",
    "UNPUBLISHED",
    "UPDATES",
    "srsti_first_level",
    "subject_scheme",
]

ARTICLE_TYPES: Final = (
    "research-article",
    "review-article",
    "brief-report",
    "case-report",
    "rapid-communication",
    "data-paper",
    "methods-article",
    "editorial",
    "introduction",
    "article-commentary",
    "letter",
    "reply",
    "discussion",
    "book-review",
    "product-review",
    "translation",
    "obituary",
    "announcement",
    "meeting-report",
    "news",
    "interview",
    "correction",
    "retraction",
    "expression-of-concern",
    "addendum",
    "abstract",
    "dissertation",
    "other",
)
"""Types of article: the suggested values of ``article/@article-type`` (JATS Tag Library 1.3), and
``data-paper``, ``methods-article`` and ``interview``."""

UNPUBLISHED: Final = ("scheduled", "declined", "withdrawn")
"""The statuses of an article that is not published."""

STATUSES: Final = ("published", *UNPUBLISHED)
"""The statuses of an article."""

CONTRIBUTOR_KINDS: Final = ("author", "editor", "translator", "reviewer", "chair")
"""Kinds of contributors: Crossref ``contributor_role``, JATS ``contrib/@contrib-type``."""

FILE_KINDS: Final = ("full-text", "supplement", "illustration", "cover")
"""Kinds of files in the issue folder. A cover belongs to an issue, the others to articles."""

CREDIT_ROLES: Final = {
    "conceptualization": "Conceptualization",
    "data-curation": "Data curation",
    "formal-analysis": "Formal analysis",
    "funding-acquisition": "Funding acquisition",
    "investigation": "Investigation",
    "methodology": "Methodology",
    "project-administration": "Project administration",
    "resources": "Resources",
    "software": "Software",
    "supervision": "Supervision",
    "validation": "Validation",
    "visualization": "Visualization",
    "writing-original-draft": "Writing – original draft",
    "writing-review-editing": "Writing – review & editing",
}
"""The CRediT roles (ANSI/NISO Z39.104-2022) and their titles."""

ABSTRACT_TYPES: Final = (
    "executive-summary",
    "graphical",
    "key-points",
    "plain-language-summary",
    "summary",
    "teaser",
    "toc",
    "web-summary",
)
"""Types of other abstracts: the suggested values of JATS ``abstract/@abstract-type``."""

RELATIONS: Final = (
    "translation-of",
    "has-translation",
    "preprint-of",
    "has-preprint",
    "version-of",
    "has-version",
    "review-of",
    "has-review",
    "comment-on",
    "has-comment",
    "reply-to",
    "has-reply",
    "supplement-to",
    "has-supplement",
)
"""Relations of an article to another work. ``translation-of``: it is a translation of the work."""

UPDATES: Final = (
    "addendum-to",
    "clarification-of",
    "correction-of",
    "corrigendum-of",
    "erratum-of",
    "expression-of-concern-about",
    "new-edition-of",
    "new-version-of",
    "partial-retraction-of",
    "removal-of",
    "retraction-of",
    "withdrawal-of",
)
"""Relations of a notice to another work: the twelve types of update of Crossref."""

REFERENCE_TYPES: Final = (
    "journal",
    "book",
    "chapter",
    "conference",
    "thesis",
    "report",
    "preprint",
    "dataset",
    "software",
    "standard",
    "patent",
    "newspaper",
    "website",
    "other",
)
"""Types of cited works."""

LICENSE_VERSIONS: Final = ("vor", "am", "tdm")
"""Versions to which a license can apply: Crossref AccessIndicators, ``applies_to``."""

_SCHEMES: Final = {
    "SRSTI": ("SRSTI", "IRSTI", "GRNTI", "МРНТИ", "ГРНТИ", "ҒТАМР", "ХҒТАР"),
    "UDC": ("UDC", "УДК", "ӘОЖ"),
    "BBK": ("BBK", "ББК", "КБЖ"),
    "JEL": ("JEL",),
    "MSC": ("MSC",),
    "PACS": ("PACS",),
}


def subject_scheme(written: str) -> str:
    """The standard name of a classification: SRSTI for МРНТИ; an unknown name is unchanged."""
    upper = written.strip().upper()
    return next((name for name, aliases in _SCHEMES.items() if upper in aliases), written)


@cache
def srsti_first_level() -> frozenset[str]:
    """The first-level codes of SRSTI (rubricator of scientific and technical information)."""
    rows = files("jatsx.standards").joinpath("srsti.csv").read_text(encoding="utf-8").splitlines()
    return frozenset(row.partition(",")[0] for row in rows[1:])
