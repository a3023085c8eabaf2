"""Articles as files of a format, whatever rules say about them: for people who edit the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jatsx.pipeline.export import export_context
from jatsx.pipeline.request import Request
from jatsx.pipeline.result import Status, TargetResult
from jatsx.pipeline.run_exporter import ExportedRun, export_run
from jatsx.pipeline.tracked import Tracked, TrackedArticle, TrackedIssue
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.registry import Registry


@dataclass(frozen=True, slots=True)
class ConvertedFile:
    """A file of a format: its name, its bytes, and the issue that it describes."""

    name: str
    content: bytes
    issue: TrackedIssue


def converted_files(
    tracked: Tracked, exporter: Exporter, registry: Registry, request: Request
) -> Iterator[ConvertedFile]:
    """The files of all issues. Records the status and the losses of each article.

    All articles that could be read are in the files. What makes a file invalid is added to the
    findings of its articles.
    """
    plugin = str(registry.plugin_of(exporter))
    for issue in tracked.issues:
        given = [one for one in issue.articles if one.article is not None]
        for run in _runs(given, exporter):
            articles = [one.article for one in run if one.article is not None]
            context = export_context(articles[0], exporter, 0, request)
            for exported in export_run(exporter, articles, context, plugin):
                yield from _files(exported, issue, run, exporter)


def _runs(
    articles: Sequence[TrackedArticle], exporter: Exporter
) -> Iterator[Sequence[TrackedArticle]]:
    if exporter.per == "issue":
        yield from [articles] if articles else []
    else:
        yield from ([one] for one in articles)


def _files(
    exported: ExportedRun,
    issue: TrackedIssue,
    run: Sequence[TrackedArticle],
    exporter: Exporter,
) -> Iterator[ConvertedFile]:
    ids = {article.id for article in exported.articles}
    concerned = [one for one in run if one.id in ids]
    status = Status.VALID if exported.is_valid else Status.FAILED
    for one in concerned:
        losses = [
            loss
            for validated in exported.documents
            for loss in validated.document.losses.get(one.id or "", ())
        ]
        name = exported.documents[0].document.name if exported.documents else None
        one.result.targets[exporter.name] = TargetResult(status, name, losses)
        if exported.failure is not None:
            one.note(exported.failure)
    for validated in exported.documents:
        yield ConvertedFile(validated.document.name, validated.content, issue)
