"""The names of the documents of each issue: no document replaces another one of the same run."""

from __future__ import annotations

from jatsx.pipeline.export import DocumentBatch
from jatsx.pipeline.process import PartResult
from jatsx.pipeline.result import Status, TargetResult
from jatsx.pipeline.run_exporter import plugin_failure
from jatsx.pipeline.scan import InputPart
from jatsx.plugin.registry import Registry


class DocumentNames:
    """The names that are used in the issues that are being exported."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._names: dict[int, set[str]] = {}

    def take(self, part: InputPart, done: PartResult) -> None:
        """Takes the names of the documents of a part.

        If a name of a batch is already used, the batch has no documents, and its plugin failed.
        """
        names = self._names.setdefault(id(part.issue), set())
        for batch in done.batches:
            own = {file.name.lower() for file, _ in batch.documents}
            if names & own:
                _fail(batch, self._registry)
            names |= own
        if part.run == part.issue.parts:
            del self._names[id(part.issue)]


def _fail(batch: DocumentBatch, registry: Registry) -> None:
    """Records that a plugin used the name of a document twice."""
    exporter = registry.exporters[batch.target]
    plugin = str(registry.plugin_of(exporter))
    failure = plugin_failure(plugin, batch.target, "it used the same name for two documents")
    batch.documents = ()
    for article in batch.articles:
        article.targets[batch.target] = TargetResult(Status.FAILED)
        article.findings.append(failure)
