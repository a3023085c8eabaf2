"""The states of a submission, and their order."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from jatsx.plugin.outcome import Outcome


class SubmissionState(StrEnum):
    """How far a submission has come."""

    PREPARED = "prepared"
    """It is in the ledger, and nothing has left."""
    SENDING = "sending"
    """It is being sent, and may have reached the agency."""
    WAITING = "waiting"
    """The agency has accepted it, and has not answered yet."""
    ANSWERED = "answered"
    """The agency has said what became of each item."""
    UNKNOWN = "unknown"
    """It may have reached the agency. Ask before anything is sent again."""
    GIVEN_UP = "given-up"
    """It was never sent (``KeptSubmission.sent`` is None), or nobody asks about it any longer."""


ALLOWED: Final[Mapping[SubmissionState, frozenset[SubmissionState]]] = {
    SubmissionState.PREPARED: frozenset({SubmissionState.SENDING, SubmissionState.GIVEN_UP}),
    SubmissionState.SENDING: frozenset(
        {
            SubmissionState.PREPARED,
            SubmissionState.WAITING,
            SubmissionState.ANSWERED,
            SubmissionState.UNKNOWN,
        }
    ),
    SubmissionState.WAITING: frozenset(
        {SubmissionState.ANSWERED, SubmissionState.UNKNOWN, SubmissionState.GIVEN_UP}
    ),
    SubmissionState.UNKNOWN: frozenset(
        {SubmissionState.WAITING, SubmissionState.ANSWERED, SubmissionState.GIVEN_UP}
    ),
    SubmissionState.ANSWERED: frozenset(),
    SubmissionState.GIVEN_UP: frozenset(),
}
"""The states that may follow each state."""

UNSETTLED: Final = (SubmissionState.SENDING, SubmissionState.WAITING, SubmissionState.UNKNOWN)
"""The states in which the agency must be asked before the same articles are sent again."""

AT_AGENCY: Final = (Outcome.REGISTERED, Outcome.CONFLICT)
"""The outcomes after which the agency has the item as it was sent."""
