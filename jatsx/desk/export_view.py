"""The outcome of an export as its page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jatsx.desk.pages import OneLanguage
from jatsx.desk.shown_parts import DeskParts
from jatsx.findings.finding import Level
from jatsx.library.result import Result
from jatsx.pipeline.result import Status
from jatsx.report_page.losses import FormatLosses, format_losses
from jatsx.report_page.overview import ArticleLine, FindingShown


@dataclass(frozen=True, slots=True)
class ExportView:
    """What an export wrote.

    Args:
        files: the files, as paths in the output folder.
        steps: what to do with the files of each format.
        shared: the errors in files, the issue or the journal.
        refused: the articles that are not in every format, each with its findings that block.
        losses: what each format leaves out.
    """

    files: Sequence[str]
    steps: Sequence[tuple[str, str]]
    shared: Sequence[FindingShown]
    refused: Sequence[tuple[ArticleLine, Sequence[FindingShown]]]
    losses: Sequence[FormatLosses]


def export_view(result: Result, out: Path, folder: Path) -> ExportView:
    """What an export of an issue folder wrote to ``out``, and what it did not."""
    run, phrases = result.run, OneLanguage()
    parts = DeskParts(run, folder)
    made = (each.document for one in run.articles for each in one.targets.values())
    files = dict.fromkeys(path for path in made if path and (out / path).is_file())
    refused = []
    for n, one in enumerate(run.articles):
        if any(each.status is not Status.VALID for each in one.targets.values()) or not one.is_read:
            blocking = [found for found in one.findings if found.level is Level.ERROR]
            refused.append((parts.line(n + 1, one), parts.findings(blocking)))
    steps = [
        (name, " ".join(run.registry.exporters[name].next_steps(str(out / run.written[name]))))
        for name in run.targets
        if run.can_be_sent(name)
    ]
    shared = parts.findings(one for one in run.shared_findings if one.level is Level.ERROR)
    return ExportView(list(files), steps, shared, refused, format_losses(run, phrases))
