"""The fields that DataCite does not allow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import FrozenMap

ARTICLE_FIELDS: Final[Mapping[str, str]] = FrozenMap(
    {
        "section": "item-fields",
        "pages.other": "first-and-last-page",
        "statements": "no-statement",
        "issue.sections": "item-fields",
        "issue.journal.archives": "no-archive",
        "issue.journal.identifiers": "journal-identifier",
    }
)
"""The code of the loss of each field of an article."""

CONTRIBUTOR_FIELDS: Final[Mapping[str, str]] = FrozenMap(
    dict.fromkeys(
        (
            "orcid_authenticated",
            "email",
            "equal_contribution",
            "credit_roles",
            "degree",
            "position",
        ),
        "person-fields",
    )
)
"""The code of the loss of each field of a contributor."""

ITEM_FIELDS: Final[Mapping[str, str]] = FrozenMap(
    dict.fromkeys(("series", "place", "issn"), "no-item-field")
)
"""The code of the loss of each field of a cited work."""

REFERENCE_FIELDS: Final[Mapping[str, str]] = FrozenMap(
    dict.fromkeys(("label", "accessed"), "identifier-only")
)
"""The code of the loss of each field of a reference."""

LICENSE_FIELDS: Final[Mapping[str, str]] = FrozenMap(
    {"applies_to": "rights-version", "start_date": "rights-date"}
)
"""The code of the loss of each field of a license."""
