"""DataCite's messages, and what each means. They are read as ``source: title``.

Source: DataCite documentation, "API error codes", and the source code of its API (``lupo``).
"""

from __future__ import annotations

from typing import Final

from jatsx import AgencyMessage

FIELDS: Final = {
    "creators": "contributors",
    "titles": "title",
    "publisher": "issue.journal.publisher.name",
    "publicationYear": "dates.published",
    "publication_year": "dates.published",
    "types": "type",
    "url": "url",
}
"""The field of each property that DataCite requires."""

REFUSALS: Final = (
    *(
        AgencyMessage(rf"^(?P<name>{name}): can't be blank", "datacite-value-missing", field)
        for name, field in FIELDS.items()
    ),
    AgencyMessage(r"^doi: .*already been taken", "datacite-doi-taken", "doi"),
    AgencyMessage(r"^doi: ", "datacite-doi-invalid", "doi"),
    AgencyMessage(r"^url: (?P<detail>.+)", "datacite-url-refused", "url"),
    AgencyMessage(r"not authorized to access this resource", "datacite-prefix-foreign", "doi"),
    AgencyMessage(r"^state: draft", "datacite-doi-draft"),
    AgencyMessage(r"payload following the JSONAPI spec", "datacite-file-invalid"),
    AgencyMessage(r"^(?P<name>[A-Za-z_.]+): (?P<detail>\S.*)", "datacite-value-refused"),
)
