"""Articles and findings as the pages of the desk show them."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from jatsx.desk.pages import OneLanguage
from jatsx.findings.finding import Finding
from jatsx.findings.visible import visible
from jatsx.pipeline.result import RunResult
from jatsx.report_page.overview import FindingShown, PageParts


class DeskParts(PageParts):
    """The parts of a page in one language. Places are in the issue folder.

    Args:
        result: the result.
        folder: the issue folder.
    """

    def __init__(self, result: RunResult, folder: Path) -> None:
        super().__init__(result, OneLanguage(), visible, emails=True)
        self._start = f"{visible(str(folder))}{os.sep}"

    def finding(self, finding: Finding) -> FindingShown:
        """A finding, with its place in the issue folder."""
        shown = super().finding(finding)
        return replace(shown, place=shown.place.removeprefix(self._start))
