"""An issue on the desk: its files, what is found in them, and the work that is done on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import Final

from jatsx.deposit.fault import DepositFault
from jatsx.deposit.ledger import Ledger
from jatsx.deposit.result import DepositResult
from jatsx.desk.deposits import Deposit, ledger_of, refusals
from jatsx.desk.files import FileKey, FileKind, FileOnDesk
from jatsx.desk.forms.form import USUAL_LANGUAGES, FileForm
from jatsx.desk.forms.row_texts import row_texts
from jatsx.desk.standings import states_by_format
from jatsx.desk.work import Work
from jatsx.desk.writing import Writer
from jatsx.findings.finding import Finding
from jatsx.findings.sentences import NOTE
from jatsx.issue_folder.file_names import is_bare_name
from jatsx.library.deposits import status
from jatsx.library.repeated_check import RepeatedCheck
from jatsx.library.result import Result
from jatsx.library.session import Session
from jatsx.model import Issue, IssueContents
from jatsx.model.fieldpath import Path as FieldPath
from jatsx.model.fieldpath import parse_path
from jatsx.model.text import shown
from jatsx.pipeline.duplicates import CODES as DUPLICATES
from jatsx.pipeline.options import known_options
from jatsx.pipeline.result import ArticleResult
from jatsx.pipeline.run import Progress
from jatsx.readers.file_state import FileState, file_state
from jatsx.readers.issue_context import ISSUE, JOURNAL, journal_files, named_files
from jatsx.readers.issue_folder import article_files, article_source
from jatsx.readers.notes_file import note_path
from jatsx.readers.source_file import SUFFIXES
from jatsx.report_page.overview import StateShown

PATIENCE: Final = 0.2
"""How many seconds a page waits for a check before it shows the last one."""


class IssueDesk:
    """An issue folder on the desk.

    Args:
        folder: the issue folder.
        root: the folder of the desk, outside which nothing is written.
        session: the session.
        to: the names of formats; empty for the default formats.
        ledger: the ledger of deposits; None for that of the journal, or else of this user.
    """

    def __init__(
        self,
        folder: Path,
        root: Path,
        session: Session,
        to: Sequence[str] = (),
        ledger: Path | None = None,
    ) -> None:
        self.folder = folder
        self.root = root
        self.session = session
        self.lock = RLock()
        self.writer = Writer()
        self.export: Work[Result] | None = None
        self.deposit: Deposit | None = None
        self.known: dict[tuple[str, str], StateShown] = {}
        """What became of articles at agencies, by id and format."""
        self._ledger = ledger
        self._refusals: dict[Path, tuple[FileState | None, list[Finding]]] = {}
        self._is_known_stale = True
        self._ids: dict[Path, tuple[FileState | None, str]] = {}
        self._one = RepeatedCheck(folder, session, to)
        self._all = RepeatedCheck(folder, session, to)
        self._work: Work[Result] | None = None

    @property
    def name(self) -> str:
        """The name of the folder."""
        return self.folder.name

    @property
    def targets(self) -> tuple[str, ...]:
        """The names of the formats."""
        return self._one.targets

    @property
    def issue(self) -> Issue | None:
        """The issue; None if it or its journal has errors."""
        return self._one.context().issue

    @property
    def articles(self) -> list[FileKey]:
        """The article files."""
        return [FileKey(FileKind.ARTICLE, file.name) for file in article_files(self.folder)]

    def path(self, key: FileKey) -> Path:
        """The path of a file, which may not exist yet if it is that of the issue or journal.

        Raises:
            LookupError: there is no such article.
        """
        if key.kind is FileKind.ARTICLE:
            return self._article_file(key.name)
        named = {
            FileKind.ISSUE: named_files(self.folder, "issue"),
            FileKind.JOURNAL: journal_files(self.folder),
        }[key.kind]
        return next(iter(named), self.folder / f"{key.kind}.yaml")

    def _article_file(self, name: str) -> Path:
        """The article file with a name.

        Raises:
            LookupError: there is none.
        """
        file = self.folder / "articles" / name
        is_ours = is_bare_name(name) and not name.startswith(".")
        if not is_ours or file.suffix.lower() not in SUFFIXES or not file.is_file():
            raise LookupError(name)
        return file

    def article_id(self, file: Path) -> str:
        """The id of the article in a file as it is now.

        Raises:
            LookupError: it has none.
        """
        state, kept = file_state(file), self._ids.get(file)
        if kept is None or kept[0] != state:
            read = self._all.last_read(file)
            source = read.source if read else article_source(file)
            kept = self._ids[file] = (state, str(source.data["id"]))
        return kept[1]

    def is_inside(self, path: Path) -> bool:
        """Whether a file is inside the folder of the desk."""
        return path.resolve().is_relative_to(self.root.resolve())

    def file(self, key: FileKey) -> FileOnDesk:
        """A file as it is now, with what is found in it.

        Raises:
            LookupError: there is no such article.
            InputChanged: the file was changed while it was being read.
        """
        path, check = self.path(key), self._one
        if key.kind is FileKind.ARTICLE:
            read = check.article(path)
            data = read.source.form.data or read.source.data
            return FileOnDesk(key, path, read.source, data, tuple(self._of_article(path)))
        context = check.context()
        is_issue = key.kind is FileKind.ISSUE
        source = context.issue_file if is_issue else context.journal_file
        data = source.data if source else {}
        return FileOnDesk(key, path, source, data, tuple(self._of_context(key.kind)))

    def form(self, file: FileOnDesk, opened: FieldPath = ()) -> FileForm:
        """The form of a file; ``opened`` is the path of the row that is open."""
        issue, registry = self.issue, self.session.registry
        languages = tuple(dict.fromkeys(issue.journal.languages)) if issue else ()
        sections = tuple(one.id for one in issue.sections) if issue else ()
        own = issue.journal.formats if issue else ()
        formats = [name for name in (*self.targets, *own) if name in registry.exporters]
        options = {name: known_options(registry.exporters[name]) for name in formats}
        return FileForm(
            file.key.kind.root,
            file.data,
            languages or USUAL_LANGUAGES,
            {("section",): sections, ("contributors", "affiliations"): self._affiliations(file)},
            {name: [one.name for one in known] for name, known in options.items()},
            opened,
        )

    def _affiliations(self, file: FileOnDesk) -> tuple[str, ...]:
        """The affiliations that an article can name: each with its id and its first names."""
        written = file.data.get("affiliations")
        own = written if isinstance(written, list) else []
        source = self._one.context().journal_file
        shared = source.data.get("affiliations") if source else None
        rows = [*own, *(shared if isinstance(shared, list) else [])]
        return tuple(" · ".join(row_texts(row)) for row in rows)

    def grid(self, wait: float = PATIENCE) -> tuple[Result | None, Work[Result] | None]:
        """The result of the last check of all articles, and the check that is under way."""
        if self._work is None or (not self._work.is_running and self._is_stale):
            self._work = Work(self._checked)
            self._work.wait(wait)
        running = self._work if self._work.is_running else None
        return self._all.last, running

    @property
    def _is_stale(self) -> bool:
        return self._all.is_stale or self._is_known_stale

    def _checked(self, progress: Progress) -> Result:
        """Checks all articles, and looks up what became of those that were sent."""
        result = self._all.result(progress)
        self._is_known_stale = False
        try:
            known = status(self.folder, ledger=self._ledger, session=self.session)
        except DepositFault:
            return result
        self.known = states_by_format(known)
        return result

    def take_refusals(self, result: DepositResult) -> None:
        """Keeps what an agency said of articles, until their files are changed."""
        self._is_known_stale = True
        for file, found in refusals(result).items():
            self._refusals[file] = (file_state(file), found)

    def ledger(self) -> Ledger | None:
        """The ledger, opened; None if there is none yet.

        Raises:
            LedgerFault: it cannot be used.
        """
        files = article_files(self.folder)
        record = self._one.article(files[0]).record if files else None
        return ledger_of(self._ledger, self.issue, record)

    @property
    def check_error(self) -> str:
        """Why the last check failed; empty if it did not."""
        error = self._work.error if self._work else None
        return f"{type(error).__name__}: {error}" if error else ""

    def article_result(self, file: Path) -> ArticleResult:
        """The result of an article as it is now."""
        result = self._one.of_article(file)
        return result.articles[0]

    def _of_article(self, path: Path) -> Iterator[Finding]:
        """What is found in an article alone, and what was last found in all articles together."""
        of_all = self._codes_of_all
        state, said = self._refusals.get(path, (None, []))
        if state == file_state(path):
            yield from said
        own = self.article_result(path)
        yield from (found for found in own.findings if found.code not in of_all)
        source = shown(str(path))
        for one in self._all.last.articles if self._all.last else ():
            if one.source == source:
                yield from (found for found in one.findings if found.code in of_all)

    @cached_property
    def _codes_of_all(self) -> frozenset[str]:
        """The codes of what is found in all articles together."""
        rules = self.session.registry.rules.values()
        of_contents = (rule.code for rule in rules if rule.on is IssueContents)
        return frozenset((*of_contents, *DUPLICATES.values()))

    def _of_context(self, kind: FileKind) -> Iterator[Finding]:
        """What is found in the issue or in the journal."""
        context, files = self._one.context(), article_files(self.folder)
        shared = (
            self._one.of_article(files[0]).run.shared_findings if files else context.record.findings
        )
        for finding in shared:
            path = parse_path(finding.field or "")
            is_of_journal = path[: len(JOURNAL)] == JOURNAL
            if path[:1] == ISSUE and is_of_journal is (kind is FileKind.JOURNAL):
                yield finding

    def origins(self, id: str) -> list[tuple[FieldPath, str]]:
        """Where the drafted values of an article were printed, as notes.yaml says."""
        source = self._one.context().notes.source
        written = source.data.get("origins") if source else None
        rows = written if isinstance(written, list) else []
        own = [one for one in rows if isinstance(one, dict) and one.get("article") == id]
        return [(note_path(one.get("field")), str(one.get("place") or "")) for one in own]

    def note_position(self, finding: Finding) -> int | None:
        """The position of the note in notes.yaml that a finding comes from."""
        source = self._one.context().notes.source
        written = source.data.get("notes") if source else None
        for position in range(len(written) if isinstance(written, list) else 0):
            place = source.locate(f"notes[{position}]") if source else None
            if place and f"{place.file}:{place.line}" == finding.params.get(NOTE):
                return position
        return None
