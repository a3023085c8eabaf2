"""A request with its exporters, rules and journal."""

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
    """Everything that is needed to process a part of the input.

    Args:
        request: the request.
        registry: the loaded plugins.
        exporters: the exporters of the requested formats, by name.
        rulebook: the rules of jatsx itself and of the requested formats.
        journal: the journal of articles without one.
    """

    request: Request
    registry: Registry
    exporters: Mapping[str, Exporter]
    rulebook: Rulebook
    journal: JournalFile | None = None


def open_job(request: Request, registry: Registry) -> Job:
    """The job of a request. Reads the journal file, if the request has one."""
    wanted = {None, *request.targets}
    return Job(
        request,
        registry,
        {target: registry.exporters[target] for target in request.targets},
        Rulebook(rule for rule in registry.rules.values() if rule.target in wanted),
        read_journal_file(request.journal) if request.journal else None,
    )
