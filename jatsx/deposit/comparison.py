"""The result of comparing articles with what an agency has registered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from jatsx.deposit.as_data import VERSION, findings_data
from jatsx.deposit.compared_fields import ComparedField, FieldState
from jatsx.findings.exit_codes import ExitCode, exit_code
from jatsx.findings.finding import Finding, errors_and_warnings
from jatsx.pipeline.result import ArticleResult, RunResult, Worded
from jatsx.plugin.agency import Agency
from jatsx.plugin.registry import Registry

NOT_SAME: Final = (FieldState.DIFFERENT, FieldState.OLDER, FieldState.MISSING, FieldState.ADDED)


class Likeness(StrEnum):
    """How an article compares with the record of the agency."""

    SAME = "same"
    """All fields that are compared are the same."""
    DIFFERENT = "different"
    """Some are not."""
    UNREGISTERED = "not-registered"
    """The agency has no record of its DOI."""
    BLOCKED = "blocked"
    """It has an error, and cannot be compared."""
    HELD_BACK = "held-back"
    """It is not published and was not asked for."""
    UNKNOWN = "unknown"
    """The agency could not be asked, or its record cannot be read."""


EXIT_CODES: Final[Mapping[Likeness, ExitCode]] = MappingProxyType(
    {
        Likeness.DIFFERENT: ExitCode.REFUSED,
        Likeness.UNREGISTERED: ExitCode.REFUSED,
        Likeness.BLOCKED: ExitCode.REFUSED,
        Likeness.UNKNOWN: ExitCode.AGENCY,
    }
)
"""The exit codes of a comparison with such an article. The others are a success."""


@dataclass(slots=True)
class ComparedArticle:
    """An article and the record of the agency.

    Args:
        result: the article, with the findings about it.
        likeness: how it compares with the record.
        doi: its DOI; empty if it has none.
        fields: the fields that were compared.
        deposited: when the record was last deposited (UTC), if it says that.
    """

    result: ArticleResult
    likeness: Likeness
    doi: str = ""
    fields: Sequence[ComparedField] = ()
    deposited: datetime | None = None

    @property
    def differences(self) -> list[ComparedField]:
        """The fields that are not the same."""
        return [one for one in self.fields if one.state in NOT_SAME]

    def to_dict(self, registry: Registry) -> dict[str, Any]:
        """The article as plain data."""
        return {
            "id": self.result.id,
            "source": self.result.source,
            "identifier": self.doi,
            "outcome": self.likeness.value,
            "deposited": self.deposited.isoformat() if self.deposited else None,
            "fields": [one.to_dict() for one in self.fields],
            "findings": findings_data(self.result.findings, registry),
        }


@dataclass(slots=True)
class Comparison(Worded):
    """How the articles of a source compare with what an agency has registered.

    Args:
        agency: the agency.
        run: the findings.
        registry: the plugins, with the sentences of findings.
        articles: the articles, in order.
    """

    agency: Agency
    run: RunResult
    registry: Registry
    articles: list[ComparedArticle] = field(default_factory=list)

    def count(self, likeness: Likeness) -> int:
        """The number of articles with a likeness."""
        return sum(1 for one in self.articles if one.likeness is likeness)

    @property
    def findings(self) -> list[Finding]:
        """The errors and warnings: about files, servers and issues, then about articles."""
        return errors_and_warnings(self.run.findings)

    def to_dict(self) -> dict[str, Any]:
        """The result as plain data, as ``--format json`` shows it."""
        return {
            "version": VERSION,
            "agency": self.agency.name,
            "exit_code": int(self.exit_code),
            "articles": [one.to_dict(self.registry) for one in self.articles],
            "findings": findings_data(self.run.shared_findings, self.registry),
        }

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command with this result."""
        codes = (EXIT_CODES.get(one.likeness, ExitCode.SUCCESS) for one in self.articles)
        return exit_code((self.run.exit_code, *codes))
