"""What became of each article of a deposit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from jatsx.deposit.as_data import findings_data
from jatsx.deposit.ledger.shapes import SubmissionItem
from jatsx.findings.exit_codes import ExitCode
from jatsx.pipeline.result import ArticleResult
from jatsx.plugin.registry import Registry


class Standing(StrEnum):
    """What became of an article."""

    REGISTERED = "registered"
    """The agency has registered or updated it."""
    CONFLICT = "conflict"
    """It is registered, and the agency reports a conflict with another DOI."""
    UNCHANGED = "unchanged"
    """The agency already has it with this content, so it was not sent again."""
    READY = "ready"
    """It would be sent."""
    HELD_BACK = "held-back"
    """It is not published and was not asked for."""
    BLOCKED = "blocked"
    """It has an error, and was not sent."""
    REFUSED = "refused"
    """The agency has refused it."""
    NOT_MENTIONED = "not-mentioned"
    """The agency has answered, but says nothing of it."""
    NOT_SENT = "not-sent"
    """The agency could not be reached. It has certainly not been processed."""
    WAITING = "waiting"
    """The agency has it, and has not answered yet."""
    UNKNOWN = "unknown"
    """It may have reached the agency: ask again before sending."""


EXIT_CODES: Final[Mapping[Standing, ExitCode]] = MappingProxyType(
    {
        Standing.BLOCKED: ExitCode.REFUSED,
        Standing.REFUSED: ExitCode.REFUSED,
        Standing.NOT_MENTIONED: ExitCode.REFUSED,
        Standing.NOT_SENT: ExitCode.AGENCY,
        Standing.WAITING: ExitCode.AGENCY,
        Standing.UNKNOWN: ExitCode.AGENCY,
    }
)
"""The exit codes of a deposit with such an article. The others are a success."""


@dataclass(slots=True)
class DepositedArticle:
    """An article of a deposit.

    Args:
        result: the article, with the findings about it.
        standing: what became of it.
        item: what the ledger knows it by; None if it cannot be sent.
        size: the number of bytes of a document with this article only.
        message: what the agency says of it, in its words.
    """

    result: ArticleResult
    standing: Standing
    item: SubmissionItem | None = None
    size: int = 0
    message: str = ""

    @property
    def identifier(self) -> str:
        """Its DOI, or its address (URL) if it has none; empty if it has neither."""
        return self.item.identifier if self.item else ""

    def to_dict(self, registry: Registry) -> dict[str, Any]:
        """The article as plain data."""
        return {
            "id": self.result.id,
            "source": self.result.source,
            "identifier": self.identifier or self.result.doi,
            "outcome": self.standing.value,
            "message": self.message,
            "findings": findings_data(self.result.findings, registry),
        }
