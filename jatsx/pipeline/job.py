"""A request with its exporters, rules and journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jatsx.pipeline.request import Request
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.registry import Registry
from jatsx.readers.journal_file import JournalFile, read_journal_file
from jatsx.readers.journal_values import with_journal_values
from jatsx.readers.reader import Record
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

    def completed(self, record: Record) -> Record:
        """The record with the journal of the request, and with what a journal gives articles."""
        given = record if self.journal is None else self.journal.given_to(record)
        return with_journal_values(given)

    @property
    def gives_identifiers(self) -> bool:
        """Whether the journal of the request has patterns of DOIs or URLs."""
        journal = self.journal.journal if self.journal else None
        return journal is not None and bool(journal.patterns)


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
