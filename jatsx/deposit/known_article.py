"""An article, or another DOI, as it was last sent to an agency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jatsx.deposit.as_data import findings_data
from jatsx.deposit.ledger import AgencySystem, DepositStatus, ItemKind, SubmissionState
from jatsx.deposit.refusals import at_article, findings_of, findings_of_shared
from jatsx.deposit.standing import Standing
from jatsx.findings.finding import Finding
from jatsx.pipeline.tracked import TrackedArticle
from jatsx.plugin.agency import Agency
from jatsx.plugin.outcome import Outcome
from jatsx.plugin.registry import Registry


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article at an agency, as it was last sent; or an issue or a journal whose DOI was refused.

    Args:
        status: what the ledger knows.
        is_changed: whether it was changed since then. None: there is no source to compare it with.
        findings: what the agency said of it, in plain words. Empty if its plugin is not installed.
    """

    status: DepositStatus
    is_changed: bool | None = None
    findings: Sequence[Finding] = ()

    @property
    def standing(self) -> Standing:
        """What became of it when it was last sent."""
        last = self.status.last
        if last.submission.state is SubmissionState.WAITING:
            return Standing.WAITING
        if last.submission.state is SubmissionState.GIVEN_UP:
            return Standing.NOT_SENT
        return Standing(last.outcome.value) if last.outcome else Standing.UNKNOWN

    @property
    def is_shown(self) -> bool:
        """Whether it is an article, or is missing at the agency although the articles are there."""
        return self.status.last.item.kind is ItemKind.ARTICLE or self.standing is Standing.REFUSED

    @property
    def message(self) -> str:
        """What the agency said of it, or of the whole submission, in its words."""
        last = self.status.last
        is_answered = last.submission.state is SubmissionState.ANSWERED
        return last.message or (last.submission.message if is_answered else "")

    def explained(self, agency: Agency) -> KnownArticle:
        """The article with what the agency said in plain words."""
        return replace(self, findings=tuple(self._explanations(agency)))

    def placed(self, tracked: Mapping[str, TrackedArticle]) -> KnownArticle:
        """The article with its findings at the files of the user, given the articles by id."""
        one = tracked.get(self.status.last.item.article)
        if one is None or not self.findings:
            return self
        return replace(self, findings=tuple(at_article(found, one) for found in self.findings))

    def to_dict(self, registry: Registry) -> dict[str, Any]:
        """The article as plain data."""
        last = self.status.last
        place = last.submission.place
        return {
            **system_data(place.system),
            "journal": place.journal,
            "issue": place.issue,
            "id": last.item.article,
            "kind": last.item.kind.value,
            "identifier": last.item.identifier,
            "outcome": self.standing.value,
            "message": self.message,
            "code": last.code or last.submission.code,
            "sent": last.submission.sent,
            "changed": self.is_changed,
            "findings": findings_data(self.findings, registry),
        }

    def _explanations(self, agency: Agency) -> Iterator[Finding]:
        item, outcome = self.status.last.item, self.status.last.outcome
        if outcome in (None, Outcome.REGISTERED) or not self.message:
            return
        if item.kind is ItemKind.ARTICLE:
            yield from findings_of(agency, outcome, self.message)
        else:
            yield from findings_of_shared(agency, item, self.message)


def system_data(system: AgencySystem) -> dict[str, Any]:
    """The system of an agency as plain data."""
    return {"agency": system.agency, "test": system.is_test}
