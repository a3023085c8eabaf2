"""Export: from articles of one issue without errors to valid documents of one format."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO

from jatsx.documents.document import Document, ExportContext
from jatsx.documents.loss import Loss
from jatsx.findings.finding import Finding, Place
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.activity import Activity
from jatsx.pipeline.job import Job
from jatsx.pipeline.manifest import ManifestFile
from jatsx.pipeline.package import Attached, AttachmentLost, Folders, Package, write_package
from jatsx.pipeline.request import Request
from jatsx.pipeline.result import ArticleResult, Status, TargetResult
from jatsx.pipeline.run_exporter import ExportedRun, export_run, process_lost, try_each
from jatsx.pipeline.scan import InputPart, IssueSeen, part_size
from jatsx.pipeline.tracked import TrackedArticle, placed
from jatsx.pipeline.validate import ValidatedDocument
from jatsx.plugin.exporter import Exporter


@dataclass(slots=True)
class DocumentBatch:
    """Documents that are written together or not at all.

    ``documents`` are files in the folder of the issue, with their contents; the hash of a ZIP file
    that is still to be written is empty. ``articles`` are the articles that they describe; empty if
    the documents were refused and are only kept for inspection.
    """

    target: str
    documents: Sequence[tuple[ManifestFile, bytes | Package]]
    articles: Sequence[ArticleResult] = ()


def export_articles(
    articles: Sequence[TrackedArticle],
    exporter: Exporter,
    job: Job,
    part: InputPart,
    lost: Collection[Activity] | None = None,
) -> Iterator[DocumentBatch]:
    """The documents of the articles of a part in one format. Records the status of each article.

    ``lost`` is what processes were doing that ended at this part: those articles are left out, and
    the others are first tried one by one.
    """
    target, plugin = exporter.name, str(job.registry.plugin_of(exporter))
    for one in articles:
        if one.is_blocked(target):
            status = Status.UNPUBLISHED if one.is_held_back else Status.REFUSED
            one.result.targets[target] = TargetResult(status)
    for one in articles:
        if lost and _is_lost(one, target, lost) and target not in one.result.targets:
            one.result.targets[target] = TargetResult(Status.FAILED)
            one.note(process_lost(plugin, target))
    for number, run in _runs(articles, exporter, job, part):
        by_id = {one.id: one for one in run}
        given = [one.article for one in run if one.article is not None]
        context = export_context(given[0], exporter, number, job.request)
        if part.issue.is_part:
            context = replace(context, run=0)
        if lost is not None:
            try_each(exporter, given, context, plugin)
        for exported in export_run(exporter, given, context, plugin, _folders(run)):
            concerned = [by_id[article.id] for article in exported.articles]
            if exported.is_valid:
                yield _valid(exported, concerned, exporter, part.issue)
            else:
                kept = _refused(exported, concerned, exporter)
                yield DocumentBatch(target, kept if job.request.keep_refused else ())


def _folders(run: Sequence[TrackedArticle]) -> Folders:
    """The folders of the files of the articles, and of their issue."""
    issue = run[0].issue
    of_issue = issue.record.folder if issue is not None else None
    return {None: of_issue, **{one.id: one.record.folder for one in run}}


def refuse_batch(batch: DocumentBatch, finding: Finding) -> None:
    """Records that a file for a ZIP file was lost. Nothing of the batch is written.

    The finding is that of the article that names the file; for a file of the issue, of them all.
    """
    batch.documents = ()
    for article in batch.articles:
        article.targets[batch.target] = TargetResult(Status.REFUSED)
        if finding.article in (None, article.id):
            article.findings.append(replace(finding, article=article.id))


def packed_in_memory(batch: DocumentBatch) -> None:
    """Makes the ZIP files of a batch, in memory."""
    packed: list[tuple[ManifestFile, bytes | Package]] = []
    for file, content in batch.documents:
        if isinstance(content, Package):
            written = BytesIO()
            try:
                write_package(content, written)
            except AttachmentLost as lost:
                refuse_batch(batch, lost.finding)
                return
            content = written.getvalue()
            file = replace(file, sha256=sha256(content).hexdigest())
        packed.append((file, content))
    batch.documents = packed


def _is_lost(one: TrackedArticle, target: str, lost: Collection[Activity]) -> bool:
    return Activity(target, one.id or "") in lost or Activity(target) in lost


def _runs(
    articles: Sequence[TrackedArticle], exporter: Exporter, job: Job, part: InputPart
) -> Iterator[tuple[int, Sequence[TrackedArticle]]]:
    """The articles without blocking errors, in runs, each with its number."""
    first, batch = _first_run(part, job), job.request.batch
    is_each = exporter.per == "article"
    is_one = exporter.whole or not first
    if part.issue.is_part and not is_each:
        first, batch, is_one = (part.run - 1) * part_size(job) + 1, 1, False
    size = 1 if is_each else len(articles) if is_one else batch
    for start in range(0, len(articles), size or 1):
        run = articles[start : start + size]
        ready = [one for one in run if exporter.name not in one.result.targets]
        if ready:
            yield 0 if is_each or is_one else first + start // size, ready


def _first_run(part: InputPart, job: Job) -> int:
    """The number of the first run of a part; 0 if the issue is a single run."""
    batch = job.request.batch
    if part.issue.count <= batch:
        return 0
    return (part.run - 1) * (part_size(job) // batch) + 1


def export_context(
    article: Article, exporter: Exporter, run: int, request: Request
) -> ExportContext:
    """The context of a run of articles of the issue of ``article``."""
    options = article.issue.journal.formats.get(exporter.name, FrozenMap())
    batch_id = f"{article.issue.id}-{request.timestamp}" + (f"-{run}" if run else "")
    version = options.get("version") or exporter.version
    return ExportContext(request.timestamp, batch_id, run, version, options, request.batch)


def _refused(
    exported: ExportedRun, articles: Sequence[TrackedArticle], exporter: Exporter
) -> Sequence[tuple[ManifestFile, bytes | Package]]:
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
    ids = [one.id or "" for one in articles]
    return [
        _file(("refused", exporter.name, own, *_kept(one.document)), exporter, one.content, ids)
        for one in exported.documents
    ]


def _kept(document: Document) -> tuple[str, ...]:
    """The path of a refused document. Of a ZIP file, only the content is kept, in a folder.

    >>> _kept(Document("2024-2.zip", b"", content_name="article.xml"))
    ('2024-2', 'article.xml')
    """
    if not document.content_name:
        return (document.name,)
    return (document.name.rpartition(".")[0], document.content_name)


def _valid(
    exported: ExportedRun, articles: Sequence[TrackedArticle], exporter: Exporter, issue: IssueSeen
) -> DocumentBatch:
    """Records the document and the losses of each article."""
    results = {one.id: one.result for one in articles}
    losses: dict[str | None, list[Loss]] = {id: [] for id in results}
    documents = []
    for validated in exported.documents:
        ids = list(validated.document.articles) or [id or "" for id in results]
        path = (exporter.name, validated.document.name)
        documents.append(_file(path, exporter, _written(validated, articles, exporter), ids))
        for id in ids:
            shown = _path(issue.folder, documents[-1][0].name)
            results[id].targets[exporter.name] = TargetResult(Status.VALID, shown, losses[id])
        for id, own in validated.document.losses.items():
            losses[id].extend(own)
    return DocumentBatch(exporter.name, documents, list(results.values()))


def _written(
    validated: ValidatedDocument, articles: Sequence[TrackedArticle], exporter: Exporter
) -> bytes | Package:
    """What is to be written for a document: its bytes, or a ZIP file."""
    document, content = validated.document, validated.content
    if not document.content_name:
        return content
    by_id: dict[str | None, TrackedArticle] = {one.id: one for one in articles}
    attached = [
        replace(one, place=_place(one, by_id.get(one.attachment.article, articles[0])))
        for one in validated.attached
    ]
    return Package(exporter.name, document.content_name, content, attached)


def _place(one: Attached, article: TrackedArticle) -> Place | None:
    """The place of an attachment's path in the source."""
    return placed(Finding("", field=one.attachment.field), article.record).place


def _file(
    path: Sequence[str],
    exporter: Exporter,
    content: bytes | Package,
    articles: Sequence[str],
) -> tuple[ManifestFile, bytes | Package]:
    digest = "" if isinstance(content, Package) else sha256(content).hexdigest()
    return ManifestFile(_path(*path), exporter.name, digest, tuple(articles)), content


def _path(*parts: str) -> str:
    """A path with ``/``. Empty parts are left out."""
    return "/".join(filter(None, parts))
