"""Notes of the reader on an article or an issue, with the language of its texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jatsx import ReaderNotes

UNDETERMINED: Final = "und"
"""The language tag of a text in an undetermined language (BCP 47)."""


@dataclass(slots=True)
class DepositNotes(ReaderNotes):
    """The notes on an article or an issue.

    Args:
        language: the language tag of texts without a language.
    """

    language: str = UNDETERMINED
