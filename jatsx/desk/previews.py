"""What a format makes of one article."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jatsx.desk.pages import OneLanguage
from jatsx.desk.shown_parts import DeskParts
from jatsx.library.exporting import export
from jatsx.library.session import Session
from jatsx.report_page.losses import LossReason, format_losses
from jatsx.report_page.overview import FindingShown

LONGEST: Final = 200_000
"""The largest number of characters of a document that is shown."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A document of a format: its name and its text; what it leaves out, and what blocks it."""

    name: str
    text: str
    reasons: list[LossReason]
    findings: list[FindingShown]


def document_preview(session: Session, file: Path, format: str) -> Preview:
    """The document of one article in a format."""
    result = export(file, to=[format], session=session, keep_articles=True)
    phrases = OneLanguage()
    parts = DeskParts(result.run, file.parent.parent)
    losses = [reason for one in format_losses(result.run, phrases) for reason in one.reasons]
    made = next(iter(result.files), None)
    blocking = [one for one in result.findings if one.blocks(format)]
    if made is None:
        return Preview("", "", losses, parts.findings(blocking))
    text = made.content[: LONGEST * 4].decode("utf-8", "replace")[:LONGEST]
    return Preview(made.name, text, losses, [])
