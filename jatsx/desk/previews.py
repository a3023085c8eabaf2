"""What a format makes of one article."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jatsx.desk.pages import OneLanguage
from jatsx.desk.shown_parts import DeskParts
from jatsx.desk.typed_text import is_text
from jatsx.library.exporting import export
from jatsx.library.session import Session
from jatsx.report_page.losses import LossReason, format_losses
from jatsx.report_page.overview import FindingShown


@dataclass(frozen=True, slots=True)
class Preview:
    """A document of a format.

    Args:
        name: its name; empty if there is none.
        text: its text; None if it is not text.
        reasons: what it leaves out.
        findings: what blocks it.
    """

    name: str
    text: str | None
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
    text = made.content.decode("utf-8") if is_text(made.content) else None
    return Preview(made.name, text, losses, [])
