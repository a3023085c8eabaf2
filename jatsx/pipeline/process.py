"""Processing one part of the input: read → check → export → validate."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from jatsx.findings.finding import Finding
from jatsx.findings.process_state import working_folder_kept
from jatsx.findings.surroundings import InputChanged
from jatsx.model import Journal
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.activity import Activity, note
from jatsx.pipeline.check import check_articles, track_articles
from jatsx.pipeline.concerned_formats import for_formats
from jatsx.pipeline.export import DocumentBatch, export_articles, packed_in_memory
from jatsx.pipeline.job import Job
from jatsx.pipeline.open_input import guarded
from jatsx.pipeline.result import ArticleResult, File, IssueResult
from jatsx.pipeline.scan import InputPart, LineRange, part_size
from jatsx.pipeline.tracked import TrackedArticle, TrackedIssue
from jatsx.readers.file_state import content_state
from jatsx.readers.reader import Reader, Record


@dataclass(frozen=True, slots=True)
class WrittenFolder:
    """What was done in the folder of an issue. All paths are in the output folder.

    ``line`` is the line of the issue in the report of the run; None if the issue has no folder.
    """

    line: Mapping[str, Any] | None = None
    removed: Sequence[str] = ()
    renamed: Mapping[str, str] = FrozenMap()


@dataclass(slots=True)
class PartResult:
    """The results of the articles of a part and of its issue, and the documents to write.

    ``folder`` is the folder of the issue, empty if its id cannot be the name of a folder;
    ``journal`` are the identifiers and titles of the journal. ``written`` is what was done in the
    folder, if the documents are already written.
    """

    articles: list[ArticleResult]
    issue: IssueResult | None
    batches: list[DocumentBatch]
    folder: str = ""
    journal: tuple[str, ...] = ()
    written: WrittenFolder | None = None

    def pack(self) -> None:
        """Makes the ZIP files in memory."""
        for batch in self.batches:
            packed_in_memory(batch)

    @property
    def files(self) -> Iterator[File]:
        """The valid documents, whose ZIP files must have been made."""
        for batch in self.batches:
            for file, content in batch.documents if batch.articles else ():
                assert isinstance(content, bytes)
                path = f"{self.folder}/{file.name}"
                yield File(path, file.format, content, tuple(file.articles))


@working_folder_kept()
def process_part(
    part: InputPart, job: Job, *, exports: bool, lost: Collection[Activity] | None = None
) -> PartResult:
    """Reads, checks and, with ``exports``, exports the articles of a part.

    ``lost`` is what processes were doing that ended at this part, see :func:`export_articles`.
    """
    note(Activity(""))
    articles = read_and_check(part, job)
    batches = list(_documents(part, articles, job, lost)) if exports else []
    for one in articles:
        one.note_blocked(job.request.targets)
        if job.request.keep_articles:
            one.result.article = one.article
    issue = _issue(articles)
    is_first = issue is not None and part.run == 1
    return PartResult(
        [one.result for one in articles],
        issue.result if issue and is_first else None,
        batches,
        part.issue.folder,
        journal_keys(issue.issue.journal) if issue else (),
    )


def read_and_check(part: InputPart, job: Job) -> list[TrackedArticle]:
    """The articles of a part, read and checked."""
    articles = track_articles(_records(part, job), job)
    for position, finding in part.duplicates:
        if articles[position].article is not None and not articles[position].is_held_back:
            for one in for_formats(finding, job.exporters.values()):
                articles[position].note(one)
    issue = _issue(articles)
    if issue is not None:
        for finding in (*part.issue.findings, *_too_large(part, job)):
            for one in for_formats(finding, job.exporters.values()):
                issue.note(one)
    check_articles(articles, job)
    return articles


def _documents(
    part: InputPart,
    articles: Sequence[TrackedArticle],
    job: Job,
    lost: Collection[Activity] | None,
) -> Iterator[DocumentBatch]:
    for exporter in job.exporters.values():
        for batch in export_articles(articles, exporter, job, part, lost):
            if batch.documents:
                yield batch


def journal_keys(journal: Journal) -> tuple[str, ...]:
    """The identifiers and titles by which a journal is recognised."""
    issn = journal.issn
    keys = (issn.print, issn.electronic, issn.linking, journal.doi, *journal.title.values())
    return tuple(dict.fromkeys(key for key in keys if key))


def _records(part: InputPart, job: Job) -> Iterator[Record]:
    for content in part.content:
        if isinstance(content, LineRange):
            yield from _read(content, job)
        else:
            yield content


def _read(lines: LineRange, job: Job) -> Iterable[Record]:
    """A record for each article in some lines, also for those at which the reader failed.

    Raises:
        InputChanged: the source was changed since it was scanned.
    """
    reader = job.registry.readers[lines.reader]
    records = partial(_records_of_lines, lines, reader)
    given = list(guarded(records, Record, lines.path, reader, job.registry))
    if content_state(lines.path) != lines.state:
        raise InputChanged(str(lines.path))
    read = [record for record in given if record.is_article]
    for failure in (record for record in given if not record.is_article):
        kept = read if len(read) < lines.count else []
        read = [*kept, *[replace(failure, is_article=True)] * (lines.count - len(kept))]
    return map(job.completed, read)


def _records_of_lines(lines: LineRange, reader: Reader) -> Iterator[Record]:
    """The records of the articles in some lines.

    Raises:
        ValueError: the reader returns more or fewer records than its scan.
    """
    assert reader.bulk is not None
    count = 0
    for record in reader.bulk.read(lines.path, lines.start, lines.end, lines.line):
        yield record
        count += 1
    if count != lines.count:
        raise ValueError(f"expected {lines.count} records, got {count}")


def _too_large(part: InputPart, job: Job) -> Iterator[Finding]:
    """The findings that an issue has too many articles for formats with one file per issue."""
    for exporter in job.exporters.values():
        if exporter.whole and part.issue.parts > 1:
            params = FrozenMap({"format": exporter.name, "limit": str(part_size(job))})
            yield Finding("format-issue-large", params=params, field="issue", target=exporter.name)


def _issue(articles: Iterable[TrackedArticle]) -> TrackedIssue | None:
    """The issue of articles of one issue; None if none of them could be read."""
    return next((one.issue for one in articles if one.issue is not None), None)
