"""The result of a deposit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from jatsx.deposit.as_data import VERSION, findings_data
from jatsx.deposit.standing import EXIT_CODES, DepositedArticle, Standing
from jatsx.findings.exit_codes import ExitCode, exit_code
from jatsx.findings.finding import Finding, errors_and_warnings
from jatsx.pipeline.result import RunResult, Worded
from jatsx.plugin.agency import Agency
from jatsx.plugin.registry import Registry


@dataclass(slots=True)
class DepositResult(Worded):
    """What became of the articles of a deposit.

    Args:
        agency: the agency.
        is_test: whether it is its test system.
        run: the findings, and the counts of the check.
        registry: the plugins, with the sentences of findings.
        articles: the articles, in order.
        journals: what differs from the agency's records of the journals.
        is_declined: whether the user did not want it to be sent.
        is_dry_run: whether nothing was to be sent.
    """

    agency: Agency
    is_test: bool
    run: RunResult
    registry: Registry
    articles: Sequence[DepositedArticle] = ()
    journals: Sequence[Finding] = ()
    is_declined: bool = False
    is_dry_run: bool = False

    def count(self, standing: Standing) -> int:
        """The number of articles with a standing."""
        return sum(1 for one in self.articles if one.standing is standing)

    @property
    def findings(self) -> list[Finding]:
        """The errors and warnings: about files, servers and issues, then about articles."""
        return errors_and_warnings(self.run.findings)

    def to_dict(self) -> dict[str, Any]:
        """The result as plain data, as ``--format json`` shows it."""
        return {
            "version": VERSION,
            "agency": self.agency.name,
            "test": self.is_test,
            "exit_code": int(self.exit_code),
            "articles": [one.to_dict(self.registry) for one in self.articles],
            "findings": findings_data(self.run.shared_findings, self.registry),
        }

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command with this result."""
        return exit_code((self.run.exit_code, *_codes(self.articles)))

    @property
    def ok(self) -> bool:
        """Whether all published articles are registered."""
        return self.exit_code is ExitCode.SUCCESS and not self.count(Standing.READY)


def _codes(articles: Iterable[DepositedArticle]) -> set[ExitCode]:
    return {EXIT_CODES[one.standing] for one in articles if one.standing in EXIT_CODES}
