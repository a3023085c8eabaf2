"""The result of a conversion to issue folders."""

from __future__ import annotations

from collections.abc import Sequence
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
        of_readers = (found for one in self.tracked.articles for found in one.record.findings)
        read = [*self.tracked.findings, *of_readers]
        is_whole = all(finding.level is not Level.ERROR for finding in read)
        number = sum(len(issue.articles) for issue in self.issues)
        codes = {finding.code for finding in self.tracked.all_findings}
        is_unreachable = not codes.isdisjoint(UNREACHABLE)
        holding = {
            ExitCode.USAGE: not self.tracked.issues and not is_unreachable,
            ExitCode.AGENCY: is_unreachable,
            ExitCode.PLUGIN: any(code.startswith("plugin-") for code in codes),
            ExitCode.REFUSED: not (is_whole and number == len(self.tracked.articles)),
        }
        return exit_code(code for code, holds in holding.items() if holds)
