"""Export: from articles of one issue without errors to valid documents of one format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jatsx.documents.document import ExportContext
from jatsx.documents.loss import Loss
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.job import Job
from jatsx.pipeline.request import Request
from jatsx.pipeline.result import ArticleResult, Status, TargetResult
from jatsx.pipeline.run_exporter import ExportedRun, export_run
from jatsx.pipeline.tracked import TrackedArticle
from jatsx.plugin.exporter import Exporter


@dataclass(slots=True)
class DocumentBatch:
    """Documents that are written together or not at all.

    ``documents`` are paths in the output folder, with contents. ``articles`` are the articles that
    they describe; empty if the documents were refused and are only kept for inspection.
    """

    target: str
    documents: Sequence[tuple[str, bytes]]
    articles: Sequence[ArticleResult] = ()


def export_articles(
    articles: Sequence[TrackedArticle], exporter: Exporter, job: Job, first_run: int, folder: str
) -> Iterator[DocumentBatch]:
    """The documents of articles in one format. Records the status of each article.

    Args:
        articles: articles of one issue, read and checked.
        exporter: the format.
        job: the request and the plugins.
        first_run: the number of their first run; 0 if the whole issue is one run.
        folder: the folder of the issue in the output, or empty.
    """
    target, plugin = exporter.name, str(job.registry.plugin_of(exporter))
    for one in articles:
        if one.is_blocked(target):
            one.result.targets[target] = TargetResult(Status.REFUSED)
    for number, run in _runs(articles, exporter, first_run, job.request.batch):
        by_id = {one.id: one for one in run}
        given = [one.article for one in run if one.article is not None]
        context = _context(given[0], exporter, number, job.request)
        for exported in export_run(exporter, given, context, plugin):
            concerned = [by_id[article.id] for article in exported.articles]
            if exported.is_valid:
                yield _valid(exported, concerned, target, folder)
            else:
                kept = _refused(exported, concerned, exporter, folder)
                yield DocumentBatch(target, kept if job.request.keep_refused else ())


def _runs(
    articles: Sequence[TrackedArticle], exporter: Exporter, first: int, batch: int
) -> Iterator[tuple[int, Sequence[TrackedArticle]]]:
    """The articles without blocking errors, in runs, each with its number."""
    is_each = exporter.per == "article"
    is_one = exporter.whole or not first
    size = 1 if is_each else len(articles) if is_one else batch
    for start in range(0, len(articles), size or 1):
        run = articles[start : start + size]
        ready = [one for one in run if exporter.name not in one.result.targets]
        if ready:
            yield 0 if is_each or is_one else first + start // size, ready


def _context(article: Article, exporter: Exporter, run: int, request: Request) -> ExportContext:
    options = article.issue.journal.formats.get(exporter.name, FrozenMap())
    batch_id = f"{article.issue.id}-{request.timestamp}" + (f"-{run}" if run else "")
    version = options.get("version") or exporter.version
    return ExportContext(request.timestamp, batch_id, run, version, options, request.batch)


def _refused(
    exported: ExportedRun, articles: Sequence[TrackedArticle], exporter: Exporter, folder: str
) -> Sequence[tuple[str, bytes]]:
    """Records why articles were refused. Returns the documents, with paths in ``refused``."""
    findings = [finding for one in exported.documents for finding in one.findings]
    status = Status.FAILED if exported.failure else Status.REFUSED
    for one in articles:
        one.result.targets[exporter.name] = TargetResult(status)
        for finding in (exported.failure, *findings):
            if finding is not None:
                one.note(finding)
    is_one_of_many = exporter.per == "issue" and len(articles) == 1
    own = articles[0].id or "" if is_one_of_many else ""
    return [
        (_path("refused", exporter.name, folder, own, one.document.name), one.content)
        for one in exported.documents
    ]


def _valid(
    exported: ExportedRun, articles: Sequence[TrackedArticle], target: str, folder: str
) -> DocumentBatch:
    """Records the document and the losses of each article."""
    results = {one.id: one.result for one in articles}
    losses: dict[str | None, list[Loss]] = {id: [] for id in results}
    documents = []
    for validated in exported.documents:
        name = _path(target, folder, validated.document.name)
        documents.append((name, validated.content))
        for id in validated.document.articles or results:
            results[id].targets[target] = TargetResult(Status.VALID, name, losses[id])
        for id, own in validated.document.losses.items():
            losses[id].extend(own)
    return DocumentBatch(target, documents, list(results.values()))


def _path(*parts: str) -> str:
    """A path in the output folder, without empty parts."""
    return "/".join(filter(None, parts))
