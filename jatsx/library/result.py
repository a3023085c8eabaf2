"""The result of a check or an export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jatsx.findings.exit_codes import ExitCode
from jatsx.findings.finding import Finding, Level
from jatsx.findings.translation import reader_language
from jatsx.pipeline.output import is_storage
from jatsx.pipeline.report import report_data
from jatsx.pipeline.result import (
    ArticleResult,
    File,
    IssueResult,
    RunResult,
    Worded,
    loss_findings,
)

if TYPE_CHECKING:
    from jatsx.pipeline.run import KeptExport

MOST_SHOWN: Final = 10
"""The maximum number of errors in the text of an exception."""


class ResultError(Exception):
    """Some articles have errors, or nothing could be read.

    ``result`` is the result; the text contains its first errors.
    """

    def __init__(self, result: Result) -> None:
        super().__init__("\n".join(_first_errors(result)))
        self.result = result


class Result(Worded):
    """The result of a check or an export: findings, and the documents in memory."""

    def __init__(self, run: RunResult, kept: KeptExport | None = None) -> None:
        self.run = run
        """The counts and lists of the whole run."""
        self.registry = run.registry
        self._kept = kept

    @property
    def ok(self) -> bool:
        """Whether everything was read and exported, without errors."""
        return self.exit_code is ExitCode.SUCCESS and not self.is_cancelled

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command with this result."""
        return self.run.exit_code

    @property
    def is_cancelled(self) -> bool:
        """Whether the run was cancelled by its progress function."""
        return self.run.is_cancelled

    @property
    def files(self) -> Sequence[File]:
        """The valid documents in memory; empty if they were written to a folder."""
        return self._kept.files if self._kept is not None else ()

    @property
    def articles(self) -> Sequence[ArticleResult]:
        """The results of the articles; without ``keep_clean``, only those with findings."""
        return self.run.articles

    @property
    def issues(self) -> Sequence[IssueResult]:
        """The results of the issues."""
        return self.run.issues

    @property
    def findings(self) -> list[Finding]:
        """The errors and warnings: about files, plugins and issues, then about articles."""
        of_articles = (finding for one in self.articles for finding in one.findings)
        return [*self.run.shared_findings, *of_articles]

    def losses(self, format: str) -> list[Finding]:
        """What the documents of a format do not contain: a finding for each value.

        Raises:
            KeyError: there is no such format.
        """
        exporters = {format: self.registry.exporters[format]}
        return [loss for one in self.articles for loss in loss_findings(one, exporters)]

    def to_dict(self) -> dict[str, Any]:
        """The report, with the structure of ``report.json``: ``jatsx schema report``."""
        return report_data(self.run)

    def page(self, *, language: str | None = None, emails: bool = False, date: str = "") -> str:
        """The report as an HTML page for people: the text of one file that needs no network.

        It has the records of the articles if the result was made with ``keep_articles``.

        Args:
            language: the language in which the page is shown first: ``en``, ``ru`` or ``kk``; None
                for the reader's language. The page has them all.
            emails: whether e-mail addresses are shown.
            date: the date of the report, as it is shown.
        """
        from jatsx.report_page.page import report_page

        return report_page(
            self.run, language=language or reader_language(), emails=emails, date=date
        )

    def write(self, folder: str | Path) -> None:
        """Writes the files to an output folder, as ``jatsx export`` does.

        Args:
            folder: the output folder, which is created if necessary, or an address of object
                storage.

        Raises:
            FolderLocked: another export is writing to the folder of an issue.
            FolderTaken: the folder of an issue has an issue of another journal.
            ManifestTooNew: a newer version of jatsx wrote to the folder of an issue.
            OSError: something cannot be written.
            ValueError: the result is not that of an export in memory.
        """
        if self._kept is None:
            raise ValueError("expected the result of an export in memory")
        self._kept.write(folder if is_storage(folder) else Path(folder))

    def raise_for_errors(self) -> None:
        """Raises an exception if something could not be read or exported.

        Raises:
            ResultError: the result is not ``ok``.
        """
        if not self.ok:
            raise ResultError(self)


def _first_errors(result: Result) -> Iterator[str]:
    errors = [one for one in result.findings if one.level is Level.ERROR]
    for finding in errors[:MOST_SHOWN]:
        place = f"{finding.place}: " if finding.place else ""
        yield f"{place}{result.message(finding)} [{finding.code}]"
    if len(errors) > MOST_SHOWN:
        yield f"and {len(errors) - MOST_SHOWN} more errors"
    if not errors:
        yield "the run was cancelled" if result.is_cancelled else "no article could be read"
