"""The result of a conversion to issue folders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jatsx.findings.exit_codes import ExitCode, exit_code
from jatsx.findings.finding import Level
from jatsx.http.faults import UNREACHABLE
from jatsx.issue_folder import WrittenIssue
from jatsx.library.result import Result
from jatsx.pipeline.tracked import Tracked


@dataclass(frozen=True, slots=True)
class Conversion:
    """The issue folders that were written, and what was found in their articles.

    Args:
        issues: the issues, each with its folder.
        result: the findings of the reader and of the rules.
        tracked: the articles as they were read.
    """

    issues: Sequence[WrittenIssue]
    result: Result
    tracked: Tracked

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command; what the rules found in articles does not change it."""
        number = sum(len(issue.articles) for issue in self.issues)
        return exit_code(read_exit_codes(self.tracked, number))


def read_exit_codes(tracked: Tracked, written: int) -> Iterator[ExitCode]:
    """The exit codes that hold after articles were read and this number of them was written."""
    of_readers = (found for one in tracked.articles for found in one.record.findings)
    read = [*tracked.findings, *of_readers]
    is_whole = all(finding.level is not Level.ERROR for finding in read)
    codes = {finding.code for finding in tracked.all_findings}
    if not codes.isdisjoint(UNREACHABLE):
        yield ExitCode.AGENCY
    elif not tracked.issues:
        yield ExitCode.USAGE
    if any(code.startswith("plugin-") for code in codes):
        yield ExitCode.PLUGIN
    if not is_whole or written != len(tracked.articles):
        yield ExitCode.REFUSED
