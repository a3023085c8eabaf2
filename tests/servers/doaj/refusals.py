"""DOAJ's refusals, and its messages as its source code has them."""

from __future__ import annotations

from typing import Final

NAMES: Final = {400: "bad_request", 401: "unauthorised", 403: "forbidden", 404: "not_found"}
KEY_MISSING: Final = "An API Key is required to access this."
NOT_JSON: Final = "Supplied data was not valid JSON"
NO_JOURNAL: Final = (
    "No journal found to attach article to. Each article in DOAJ must belong to a journal and the "
    "(E)ISSNs provided in the bibjson.identifiers section of this article record do not match any "
    "DOAJ journal."
)
NOT_THE_ACCOUNTS: Final = (
    "It is not possible to create an article for this journal. Have you included in the upload an "
    "ISSN which is not associated with any journal in your account? ISSNs must match exactly the "
    "ISSNs against the journal record."
)
OVERRIDE: Final = (
    "Cannot update the article. An article with this URL and DOI already exists. If you are sure "
    "you want to replace it please delete it and then re-create it."
)
BATCH_DUPLICATE: Final = "One or more articles in this batch have duplicate identifiers"
BATCH_FAIL: Final = "One or more articles failed to ingest; entire batch ingest halted"
UNANTICIPATED: Final = "Unanticipated error when importing articles"
UPLOADING: Final = (
    "Your article bulk upload is being processed.  Please check the status link for progress."
)


class Refused(Exception):
    """DOAJ refuses a request, with a status and a message."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
