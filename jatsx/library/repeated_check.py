"""The check of an issue folder that is repeated after each change of a file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from jatsx.library.requests import NO_SETTINGS, request_of
from jatsx.library.result import Result
from jatsx.library.session import Session
from jatsx.pipeline import run
from jatsx.pipeline.kept_findings import NOTHING_KEPT, KeptFindings
from jatsx.pipeline.request import Request
from jatsx.pipeline.run import Progress
from jatsx.readers.alike import with_alike_once
from jatsx.readers.file_state import FileState, file_state
from jatsx.readers.issue_context import (
    IssueContext,
    journal_files,
    named_files,
    read_issue_context,
)
from jatsx.readers.issue_folder import article_files, article_record, article_source, folder_records
from jatsx.readers.journal_values import with_journal_values
from jatsx.readers.notes_file import NAME
from jatsx.readers.reader import Record
from jatsx.readers.source_file import Source


@dataclass(frozen=True, slots=True)
class ArticleOnDisk:
    """An article file as it was read: its content, its record and its state on disk."""

    file: Path
    source: Source
    record: Record
    state: FileState | None


class RepeatedCheck:
    """Checks an issue folder again and again. Only what was changed is read and checked again.

    The results are those of :func:`check` of the folder.

    Args:
        folder: the issue folder.
        session: the session.
        to: the names of formats; empty for the default formats.
    """

    def __init__(self, folder: Path, session: Session, to: Collection[str] = ()) -> None:
        self.folder = folder
        self.session = session
        self.targets = session.targets(to)
        self._kept = KeptFindings()
        self._context: IssueContext | None = None
        self._context_states: list[tuple[Path, FileState | None]] = []
        self._articles: dict[Path, ArticleOnDisk] = {}
        self._single: dict[Path, tuple[ArticleOnDisk, Result]] = {}
        self._result: Result | None = None
        self._files: list[Path] = []

    @property
    def changed(self) -> int:
        """The number of articles that have to be read and checked again."""
        return self._changed(article_files(self.folder))

    @property
    def is_stale(self) -> bool:
        """Whether the result of the last check is not that of the folder as it is now."""
        files = article_files(self.folder)
        return self._result is None or files != self._files or self._changed(files) > 0

    def _changed(self, files: list[Path]) -> int:
        if self._context is None or self._states() != self._context_states:
            return len(files)
        kept = self._articles
        return sum(1 for file in files if file not in kept or kept[file].state != file_state(file))

    @property
    def last(self) -> Result | None:
        """The result of the last check; None before the first one."""
        return self._result

    def context(self) -> IssueContext:
        """The issue and journal of the folder as they are now."""
        states = self._states()
        if self._context is None or states != self._context_states:
            self._context = read_issue_context(self.folder)
            self._context_states = states
            self._articles = {}
        return self._context

    def article(self, file: Path) -> ArticleOnDisk:
        """An article file of the folder as it is now.

        Raises:
            InputChanged: it was deleted or changed meanwhile.
        """
        context, state = self.context(), file_state(file)
        kept = self._articles.get(file)
        if kept is None or kept.state != state:
            source = article_source(file)
            record = article_record(context, source, file, article_files(self.folder))
            kept = ArticleOnDisk(file, source, with_journal_values(record), state)
            self._articles[file] = kept
        return kept

    def last_read(self, file: Path) -> ArticleOnDisk | None:
        """An article file as it was last read; None if it was changed since, or not read yet."""
        kept = self._articles.get(file)
        return kept if kept is not None and kept.state == file_state(file) else None

    def result(self, progress: Progress | None = None) -> Result:
        """The result of the check of the folder as it is now.

        Args:
            progress: called with the number of articles done and the number of all articles, while
                they are read and then checked. If it returns False, the check ends.

        Raises:
            InputChanged: a file was changed while it was being read.
            OSError: the system fails, for example because too many files are open.
        """
        files = article_files(self.folder)
        if self._result is not None and not self.is_stale:
            return self._result
        request = self._request(list(self._records(files)))
        self._kept.begin()
        result = Result(run.check(request, self.session.registry, progress))
        if not result.is_cancelled:
            self._kept.end()
            self._result, self._files = result, files
        return result

    def of_article(self, file: Path) -> Result:
        """The result of one article as it is now, without what is found in all articles together.

        Raises:
            InputChanged: a file was changed while it was being read.
            OSError: the system fails, for example because too many files are open.
        """
        article = self.article(file)
        kept = self._single.get(file)
        if kept is None or kept[0] is not article:
            context = self.context()
            shared = [context.record] if context.record.findings else []
            request = replace(self._request([*shared, article.record]), kept=NOTHING_KEPT)
            kept = article, Result(run.check(request, self.session.registry))
            self._single[file] = kept
        return kept[1]

    def _records(self, files: list[Path]) -> Iterator[Record]:
        context = self.context()
        records = [self.article(file).record for file in files]
        self._articles = {file: self._articles[file] for file in files}
        yield from with_alike_once(folder_records(self.folder, context, files, records))

    def _request(self, records: list[Record]) -> Request:
        request = request_of(
            (),
            self.session,
            to=self.targets,
            settings=NO_SETTINGS,
            reader=None,
            journal=None,
            include=(),
            keep_articles=True,
        )
        return replace(request, inputs=[records], kept=self._kept)

    def _states(self) -> list[tuple[Path, FileState | None]]:
        """The states of the files that all articles depend on."""
        files = [*journal_files(self.folder), *named_files(self.folder, "issue")]
        return [(file, file_state(file)) for file in (*files, self.folder / NAME)]
