"""Scanning the input: it is divided into parts, and duplicate ids, DOIs and URLs are found.

Large sources are only scanned; other sources are read here, once. The result is a list of parts. A
part has articles of one issue, at most a batch of them. If a requested format needs whole issues,
a part has a whole issue. The parts are processed one after another or in several processes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from jatsx.findings.finding import Finding, Level, Place
from jatsx.findings.process_state import working_folder_kept
from jatsx.model import Issue
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import shown
from jatsx.pipeline.concerned_formats import CONCERNS
from jatsx.pipeline.duplicates import Duplicates, Position
from jatsx.pipeline.job import Job
from jatsx.pipeline.open_input import guarded, input_paths, reader_of, source_records
from jatsx.plugin.registry import Registry
from jatsx.readers.alike import with_alike_once
from jatsx.readers.file_state import FileState, content_state
from jatsx.readers.joined_issues import with_joined_issues
from jatsx.readers.memory_file import InputFile
from jatsx.readers.parsing import parsed_part
from jatsx.readers.reader import Reader, Record, RecordHead
from jatsx.readers.web_address import InputSource
from jatsx.rules.common import is_file_name

LARGEST_ISSUE = 10_000
"""The maximum number of articles of an issue in memory if a format needs whole issues."""


@dataclass(frozen=True, slots=True)
class LineRange:
    """Consecutive articles in a large source, the name of their reader, and the source's state."""

    path: InputFile
    reader: str
    start: int
    end: int
    line: int
    state: FileState | None
    count: int = 1


@dataclass(slots=True)
class InputPart:
    """Articles of one issue, at most a batch of them, as records or as lines of a source.

    ``number`` counts the parts of the input from 0, ``run`` those of the issue from 1.
    ``duplicates`` are findings about articles, with their positions in the part.
    """

    issue: IssueSeen
    number: int
    run: int
    content: list[LineRange | Record] = field(default_factory=list)
    count: int = 0
    duplicates: list[tuple[int, Finding]] = field(default_factory=list)

    def add(self, content: LineRange | Record) -> None:
        """Adds an article. Consecutive lines are merged."""
        last = self.content[-1] if self.content else None
        if (
            isinstance(last, LineRange)
            and isinstance(content, LineRange)
            and last.end == content.start
        ):
            self.content[-1] = replace(last, end=content.end, count=last.count + content.count)
        else:
            self.content.append(content)
        self.count += 1


@dataclass(slots=True)
class IssueSeen:
    """An issue of the input: its id, its first source, and the number of its articles.

    ``numbers`` are those of its parts. ``findings`` are about the issue as a whole. ``is_whole`` is
    True if its source always has all articles of an issue. ``read_ids`` are the ids of its articles
    in the input, if a former export wrote files with other articles of the issue.
    """

    id: str
    source: str
    numbers: list[int] = field(default_factory=list)
    count: int = 0
    last: InputPart | None = None
    findings: list[Finding] = field(default_factory=list)
    is_whole: bool = False
    read_ids: set[str] | None = None

    @property
    def parts(self) -> int:
        """The number of its parts."""
        return len(self.numbers)

    @property
    def is_part(self) -> bool:
        """Whether a former export wrote files with articles of the issue not in the input."""
        return self.read_ids is not None

    @property
    def folder(self) -> str:
        """The name of its folder in the output; empty if its id cannot be one."""
        name = self.id or "issue"
        return name if is_file_name(name) else ""


@dataclass(slots=True)
class InputScan:
    """The parts of the input, and the findings about files and plugins."""

    parts: list[InputPart]
    findings: list[Finding]
    number: int
    """The number of articles."""
    issues: int
    """The number of issues."""
    duplicates: Duplicates = field(default_factory=Duplicates)
    """The ids, DOIs and URLs of the articles."""

    def ids(self, issue: IssueSeen) -> set[str]:
        """The ids of the articles of an issue that were read."""
        return self.duplicates.ids(issue.numbers)


def part_size(job: Job) -> int:
    """The maximum number of articles in a part: a batch; more if a format needs whole issues."""
    batch = job.request.batch
    if any(exporter.whole for exporter in job.exporters.values()):
        return batch * max(1, LARGEST_ISSUE // batch)
    return batch


def scan_input(job: Job) -> InputScan:
    """Scans the whole input of the request, without keeping large sources in memory."""
    if job.journal is not None and job.journal.findings:
        return InputScan([], list(job.journal.findings), 0, 0)
    scanner = _InputScanner(part_size(job), job)
    for given in job.request.inputs:
        if isinstance(given, InputSource):
            for path in input_paths(given, job.request.reader):
                scanner.take_file(path, job)
        else:
            scanner.take_records(given)
    scanner.take_single()
    return scanner.scan()


class _InputScanner:
    """Takes articles in order and divides them into parts."""

    def __init__(self, size: int, job: Job) -> None:
        self.size = size
        self.job = job
        self.holds_back = job.request.holds_back
        self.duplicates = Duplicates()
        self.issues = _Issues()
        self.parts: list[InputPart] = []
        self.findings: list[Finding] = []
        self.of_issue: list[Finding] = []
        self.number = 0
        self.is_whole = False
        self.single: list[Record] = []

    @working_folder_kept()
    def take_file(self, path: InputSource, job: Job) -> None:
        registry = job.registry
        reader, findings = reader_of(path, registry, job.request.reader)
        self.findings += findings
        if reader is None:
            return
        self.is_whole = reader.whole_issues
        is_bulk = reader.bulk is not None and not job.gives_identifiers
        if is_bulk and isinstance(path, InputFile) and path.is_file():
            self.take_bulk(path, reader, registry)
        else:
            records = source_records(path, reader, registry, job.request.reader_options)
            is_silent = True
            for record in with_alike_once(records):
                is_silent = False
                if reader.joins_issues and record.article is not None:
                    self.single.append(record)
                else:
                    self.take_record(record)
            if is_silent:
                self.findings.append(_without_articles(path, reader))
        self._end_file()

    def take_records(self, records: Iterable[Record]) -> None:
        for record in records:
            self.take_record(record)
        self._end_file()

    def _end_file(self) -> None:
        """Ends a file: what was found about issues without articles is not about an article."""
        self.findings += (
            replace(one, level=Level.WARNING) if one.code in CONCERNS else one
            for one in self.of_issue
        )
        self.of_issue = []

    def take_bulk(self, path: InputFile, reader: Reader, registry: Registry) -> None:
        assert reader.bulk is not None
        scan, name, is_empty = reader.bulk.scan, shown(str(path)), True
        state = content_state(path)
        for item in guarded(lambda: scan(path), RecordHead, path, reader, registry):
            if isinstance(item, Record):
                self.findings += item.findings
                continue
            is_empty = False
            source = f"{name}:{item.line}"
            issue = self.issues.described(item.issue, source) or self.last_issue(source)
            lines = LineRange(path, reader.name, item.start, item.end, item.line, state)
            place = self.take_article(issue, lines)
            if not self.holds_back(item.status):
                self.duplicates.take(place, source, issue.id, item.id, item.doi, item.url)
        if is_empty and not self.findings:
            for record in guarded(lambda: reader.read(path), Record, path, reader, registry):
                self.take_record(record)

    def take_record(self, record: Record) -> None:
        if not record.is_article:
            self.of_issue += (one for one in record.findings if _is_of_issue(one))
            self.findings += (one for one in record.findings if not _is_of_issue(one))
            return
        record = self.job.completed(record)
        article = record.article
        if article is None:
            self.take_article(self.last_issue(record.source), record)
            return
        issue = self.issues.read(article.issue, record.source)
        issue.findings += (one for one in self.of_issue if one.issue in (None, issue.id))
        self.of_issue = [one for one in self.of_issue if one.issue not in (None, issue.id)]
        place = self.take_article(issue, record)
        if not self.holds_back(article.status):
            key = (issue.id, article.id, article.doi, article.url)
            self.duplicates.take(place, record.source, *key)

    def last_issue(self, source: str) -> IssueSeen:
        """The issue for an article whose own issue is unknown: that of the last part."""
        return self.parts[-1].issue if self.parts else self.issues.unknown(source)

    def take_article(self, issue: IssueSeen, content: LineRange | Record) -> Position:
        """Adds an article to the last part of its issue, or to a new part if that one is full."""
        part = issue.last
        if part is None or part.count == self.size:
            issue.numbers.append(len(self.parts))
            part = issue.last = InputPart(issue, len(self.parts), issue.parts)
            self.parts.append(part)
        part.add(content)
        issue.count += 1
        issue.is_whole |= self.is_whole
        self.number += 1
        return part.number, part.count - 1

    def take_single(self) -> None:
        """Takes the articles whose issues are joined."""
        self.is_whole = False
        for record in with_joined_issues(self.single):
            self.take_record(record)

    def scan(self) -> InputScan:
        for (part, position), findings in self.duplicates.findings().items():
            self.parts[part].duplicates += [(position, finding) for finding in findings]
        self.issues.note_duplicates()
        return InputScan(
            self.parts, self.findings, self.number, len(self.issues.known), self.duplicates
        )


def _without_articles(path: InputSource, reader: Reader) -> Finding:
    """The finding that a reader returned nothing for a file."""
    name = shown(str(path))
    params = FrozenMap({"path": name, "reader": reader.name})
    return Finding("file-articles-absent", params=params, place=Place(name))


def _is_of_issue(finding: Finding) -> bool:
    """Whether a finding about a file blocks the articles of an issue, or may block them."""
    return finding.code in CONCERNS or (finding.issue is not None and finding.level is Level.ERROR)


class _Issues:
    """The different issues found so far."""

    def __init__(self) -> None:
        self.known: dict[bytes, IssueSeen] = {}
        self._last: tuple[object, IssueSeen | None] = None, None

    def described(self, issue: Mapping[str, object], source: str) -> IssueSeen | None:
        """The issue that input describes; None if the description is invalid."""
        if self._last[0] != issue:
            parsed, _ = parsed_part(Issue, issue) if issue else (None, ())
            self._last = issue, self._known(parsed, source) if parsed else None
        return self._last[1]

    def read(self, issue: Issue, source: str) -> IssueSeen:
        """The issue of an article that a reader has read."""
        last, seen = self._last
        if last is not issue or seen is None:
            seen = self._known(issue, source)
            self._last = issue, seen
        return seen

    def unknown(self, source: str) -> IssueSeen:
        """The issue of an unreadable article at the start of the input."""
        return IssueSeen("", source)

    def note_duplicates(self) -> None:
        """Adds findings to different issues with the same id, whose files would be mixed up."""
        by_id: dict[str, list[IssueSeen]] = {}
        for issue in self.known.values():
            by_id.setdefault(issue.id.casefold(), []).append(issue)
        for same in by_id.values():
            for issue in same if len(same) > 1 else ():
                others = ", ".join(one.source for one in same if one is not issue)
                params = FrozenMap({"id": issue.id, "other": others})
                issue.findings.append(
                    Finding("issue-id-duplicate", params=params, field="issue.id")
                )

    def _known(self, issue: Issue, source: str) -> IssueSeen:
        return self.known.setdefault(_digest(issue), IssueSeen(issue.id, source))


def _digest(issue: Issue) -> bytes:
    """A hash that is the same for equal issues."""
    from hashlib import blake2b

    return blake2b(repr(issue).encode("utf-8", "backslashreplace")).digest()
