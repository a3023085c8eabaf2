"""Exporting: articles of one issue without errors into valid documents of one format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jatsx.documents.document import ExportContext
from jatsx.documents.loss import Loss
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.build import BuildResult, build_documents
from jatsx.pipeline.request import Request
from jatsx.pipeline.result import ArticleResult, Status, TargetResult
from jatsx.pipeline.tracked import TrackedArticle
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.registry import Registry


@dataclass(slots=True)
class DocumentBatch:
    """Documents that are written together or not at all: paths in the output folder, and bytes.

    ``articles`` are those described; none where the documents are only kept for a look.
    """

    target: str
    documents: Sequence[tuple[str, bytes]]
    articles: Sequence[ArticleResult] = ()


class FormatExport:
    """The export of one issue's articles to one format."""

    def __init__(self, target: str, request: Request, registry: Registry) -> None:
        self.target = target
        self.request = request
        self.exporter: Exporter = registry.exporters[target]
        self.plugin = str(registry.plugin_of(self.exporter))

    def batches(
        self, articles: Sequence[TrackedArticle], run: int, folder: str
    ) -> Iterator[DocumentBatch]:
        """The documents of the articles. Notes what becomes of each article.

        ``run`` is the number of their first run, 0 where the issue is one; ``folder`` is the
        issue's own in the output, or empty.
        """
        for one in articles:
            if one.is_blocked(self.target):
                one.outcome.targets[self.target] = TargetResult(Status.REFUSED)
        for number, ones in self._runs(articles, run):
            by_id = {one.id: one for one in ones}
            described = [one.article for one in ones if one.article is not None]
            context = self._deposit(described[0], number)
            for attempt in build_documents(self.exporter, described, context, self.plugin):
                concerned = [by_id[article.id] for article in attempt.articles]
                batch = self._written if attempt.is_sound else self._refused
                yield batch(attempt, concerned, folder)

    def _runs(
        self, articles: Sequence[TrackedArticle], first: int
    ) -> Iterator[tuple[int, Sequence[TrackedArticle]]]:
        """The articles that no error blocks, as they go together, each with its run's number."""
        is_each = self.exporter.per == "article"
        is_one = self.exporter.whole or not first
        size = len(articles) if is_one else self.request.batch
        size = 1 if is_each else size
        for start in range(0, len(articles), size or 1):
            run = articles[start : start + size]
            ready = [one for one in run if self.target not in one.outcome.targets]
            if ready:
                yield 0 if is_each or is_one else first + start // size, ready

    def _deposit(self, article: Article, run: int) -> ExportContext:
        options = article.issue.journal.formats.get(self.target, FrozenMap())
        timestamp = self.request.timestamp
        batch_id = f"{article.issue.id}-{timestamp}" + (f"-{run}" if run else "")
        version = options.get("version") or self.exporter.version
        return ExportContext(timestamp, batch_id, run, version, options, self.request.batch)

    def _refused(
        self, attempt: BuildResult, concerned: Sequence[TrackedArticle], folder: str
    ) -> DocumentBatch:
        """Notes why; gives the documents only where they are to be kept for a look."""
        findings = [finding for made in attempt.made for finding in made.findings]
        status = Status.FAILED if attempt.failure else Status.REFUSED
        for one in concerned:
            one.outcome.targets[self.target] = TargetResult(status)
            for finding in (attempt.failure, *findings):
                if finding is not None:
                    one.note(finding)
        is_one_of_many = self.exporter.per == "issue" and len(concerned) == 1
        own = concerned[0].id or "" if is_one_of_many else ""
        kept = attempt.made if self.request.keep_refused else ()
        names = (_path("refused", self.target, folder, own, made.document.name) for made in kept)
        return DocumentBatch(
            self.target, [*zip(names, (made.content for made in kept), strict=True)]
        )

    def _written(
        self, attempt: BuildResult, concerned: Sequence[TrackedArticle], folder: str
    ) -> DocumentBatch:
        outcomes = {one.id: one.outcome for one in concerned}
        losses: dict[str | None, list[Loss]] = {id: [] for id in outcomes}
        documents = []
        for made in attempt.made:
            name = _path(self.target, folder, made.document.name)
            documents.append((name, made.content))
            for id in made.document.articles or outcomes:
                own = losses[id]
                outcomes[id].targets[self.target] = TargetResult(Status.VALID, name, own)
            for id, lost in made.document.losses.items():
                losses[id].extend(lost)
        return DocumentBatch(self.target, documents, list(outcomes.values()))


def _path(*parts: str) -> str:
    """A path in the output folder; empty parts are left out."""
    return "/".join(filter(None, parts))
