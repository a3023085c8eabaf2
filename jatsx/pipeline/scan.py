"""The whole input at a glance: what it is cut into, and what clashes in it.

A large source is looked at and not held; others are read here, once. What comes of it is a list of
pieces: articles of one issue, wherever they stand, at most a batch of them, to be worked on one by
one, or side by side in several processes. Where a format asked for takes whole issues, a piece is
one, and as large as the issue is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from jatsx.findings.finding import Finding
from jatsx.model import Issue
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import shown
from jatsx.pipeline.duplicates import Duplicates, Position
from jatsx.pipeline.open_input import guarded, reader_of
from jatsx.pipeline.request import Request
from jatsx.plugin.registry import Registry
from jatsx.readers.base import Reader, Record, RecordHead
from jatsx.readers.journal_file import JournalFile
from jatsx.readers.parsing import parsed_part

LARGEST_ISSUE = 10_000
"""How many articles of an issue are held at once where a format takes whole issues."""


@dataclass(frozen=True, slots=True)
class LineRange:
    """Where articles stand side by side in a large source, and the reader that takes them."""

    path: Path
    reader: str
    start: int
    end: int
    line: int
    count: int = 1


@dataclass(slots=True)
class InputPart:
    """Articles of one issue, at most a batch of them: read already, or where they stand.

    ``number`` counts the pieces of the input from 0, ``run`` those of the issue from 1. ``clashes``
    are what an article shares with others, by its place in the piece.
    """

    issue: IssueSeen
    number: int
    run: int
    content: list[LineRange | Record] = field(default_factory=list)
    count: int = 0
    clashes: list[tuple[int, Finding]] = field(default_factory=list)

    def add(self, content: LineRange | Record) -> None:
        """Adds an article; lines that follow on the last ones are joined with them."""
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
    """An issue of the input: its id, the source that first told of it, its pieces and articles."""

    id: str
    source: str
    pieces: int = 0
    count: int = 0
    last: InputPart | None = None
    clashes: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class InputScan:
    """The pieces of the input, and what was found of files and plugins on the way."""

    pieces: list[InputPart]
    findings: list[Finding]
    number: int
    """How many articles there are."""
    issues: int
    """How many issues there are."""


def piece_size(request: Request, registry: Registry) -> int:
    """How many articles a piece holds at most: a batch, or several where an issue must be whole."""
    if any(registry.exporters[target].whole for target in request.targets):
        return request.batch * max(1, LARGEST_ISSUE // request.batch)
    return request.batch


def scan_input(request: Request, registry: Registry, journal: JournalFile | None) -> InputScan:
    """Looks at all that the paths hold."""
    scanner = _Scanner(piece_size(request, registry), journal)
    for path in request.paths:
        scanner.take_path(path, registry)
    return scanner.scan()


class _Scanner:
    """Takes articles in order and cuts them into pieces."""

    def __init__(self, size: int, journal: JournalFile | None) -> None:
        self.size = size
        self.journal = journal
        self.clashes = Duplicates()
        self.issues = _Issues()
        self.pieces: list[InputPart] = []
        self.findings: list[Finding] = []
        self.number = 0

    def take_path(self, path: Path, registry: Registry) -> None:
        reader, findings = reader_of(path, registry)
        self.findings += findings
        if reader is None:
            return
        if reader.bulk is not None and path.is_file():
            self.take_bulk(path, reader, registry)
        else:
            for record in guarded(lambda: reader.read(path), Record, path, reader, registry):
                self.take_record(record)

    def take_bulk(self, path: Path, reader: Reader, registry: Registry) -> None:
        assert reader.bulk is not None
        look, name, is_empty = reader.bulk.look, shown(str(path)), True
        for item in guarded(lambda: look(path), RecordHead, path, reader, registry):
            if isinstance(item, Record):
                self.findings += item.findings
                continue
            is_empty = False
            source = f"{name}:{item.line}"
            issue = self.issues.described(item.issue, source) or self.last_issue(source)
            lines = LineRange(path, reader.name, item.start, item.end, item.line)
            place = self.take_article(issue, lines)
            self.clashes.take(place, source, issue.id, item.id, item.doi, item.url)
        if is_empty and not self.findings:
            for record in guarded(lambda: reader.read(path), Record, path, reader, registry):
                self.take_record(record)

    def take_record(self, record: Record) -> None:
        if not record.is_article:
            self.findings += record.findings
            return
        if self.journal is not None:
            record = self.journal.given_to(record)
        article = record.article
        if article is None:
            self.take_article(self.last_issue(record.source), record)
            return
        issue = self.issues.read(article.issue, record.source)
        place = self.take_article(issue, record)
        self.clashes.take(place, record.source, issue.id, article.id, article.doi, article.url)

    def last_issue(self, source: str) -> IssueSeen:
        """The issue to which an article is put that doesn't tell its own."""
        return self.pieces[-1].issue if self.pieces else self.issues.unknown(source)

    def take_article(self, issue: IssueSeen, content: LineRange | Record) -> Position:
        """Adds an article to the last piece of its issue, or to a new one where that is full."""
        piece = issue.last
        if piece is None or piece.count == self.size:
            issue.pieces += 1
            piece = issue.last = InputPart(issue, len(self.pieces), issue.pieces)
            self.pieces.append(piece)
        piece.add(content)
        issue.count += 1
        self.number += 1
        return piece.number, piece.count - 1

    def scan(self) -> InputScan:
        for (piece, position), findings in self.clashes.findings().items():
            self.pieces[piece].clashes += [(position, finding) for finding in findings]
        self.issues.note_clashes()
        return InputScan(self.pieces, self.findings, self.number, len(self.issues.known))


class _Issues:
    """The issues met so far, each once, however often it is described."""

    def __init__(self) -> None:
        self.known: dict[bytes, IssueSeen] = {}
        self._last: tuple[object, IssueSeen | None] = None, None

    def described(self, issue: Mapping[str, object], source: str) -> IssueSeen | None:
        """The issue that input describes; None where nobody can read it."""
        if self._last[0] != issue:
            parsed, _ = parsed_part(Issue, issue) if issue else (None, ())
            self._last = issue, self._known(parsed, source) if parsed else None
        return self._last[1]

    def read(self, issue: Issue, source: str) -> IssueSeen:
        """The issue that a reader has read."""
        last, seen = self._last
        if last is not issue or seen is None:
            seen = self._known(issue, source)
            self._last = issue, seen
        return seen

    def unknown(self, source: str) -> IssueSeen:
        """The issue of an article that can't be read, before any other."""
        return IssueSeen("", source)

    def note_clashes(self) -> None:
        """Notes, of several issues with one id, which others have it: files would mix."""
        by_id: dict[str, list[IssueSeen]] = {}
        for issue in self.known.values():
            by_id.setdefault(issue.id.casefold(), []).append(issue)
        for same in by_id.values():
            for issue in same if len(same) > 1 else ():
                others = ", ".join(one.source for one in same if one is not issue)
                params = FrozenMap({"id": issue.id, "other": others})
                issue.clashes.append(Finding("issue-id-duplicate", params=params, field="issue.id"))

    def _known(self, issue: Issue, source: str) -> IssueSeen:
        return self.known.setdefault(_mark(issue), IssueSeen(issue.id, source))


def _mark(issue: Issue) -> bytes:
    """The same for equal issues."""
    from hashlib import blake2b

    return blake2b(repr(issue).encode("utf-8", "backslashreplace")).digest()
