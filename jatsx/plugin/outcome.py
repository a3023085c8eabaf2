"""What becomes of a DOI that is sent to an agency."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What an agency says of a DOI."""

    REGISTERED = "registered"
    """It is registered or updated."""
    CONFLICT = "conflict"
    """It is registered, and the agency reports a conflict with another DOI."""
    REFUSED = "refused"
    """It is not registered, or not updated."""
    NOT_MENTIONED = "not-mentioned"
    """The agency has answered, but says nothing of it."""
    UNKNOWN = "unknown"
    """The agency has not answered, or its answer cannot be read: ask again before sending."""
