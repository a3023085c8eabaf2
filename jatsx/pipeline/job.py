"""A request made ready for work: its formats, its rules, its journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jatsx.pipeline.request import Request
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.registry import Registry
from jatsx.readers.journal_file import JournalFile, read_journal_file
from jatsx.rules.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Job:
    """All that the work on any part of the input needs.

    Args:
        request: what is asked for.
        registry: what the plugins offer.
        exporters: the exporters of the formats asked for, by name.
        rulebook: the rules of the core, and of the formats asked for.
        journal: the journal of articles that name none.
        has_several_issues: whether each issue gets a folder of its own in the output.
    """

    request: Request
    registry: Registry
    exporters: Mapping[str, Exporter]
    rulebook: Rulebook
    journal: JournalFile | None = None
    has_several_issues: bool = False


def open_job(request: Request, registry: Registry, *, has_several_issues: bool = False) -> Job:
    """The job of a request. Reads the file of the journal, if the request names one."""
    wanted = {None, *request.targets}
    return Job(
        request,
        registry,
        {target: registry.exporters[target] for target in request.targets},
        Rulebook(rule for rule in registry.rules.values() if rule.target in wanted),
        read_journal_file(request.journal) if request.journal else None,
        has_several_issues,
    )
