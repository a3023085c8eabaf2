"""The issue and the journal of an issue folder, which all its articles share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jatsx.findings.finding import Finding, Level, Place
from jatsx.model import Article, Issue, Journal
from jatsx.model.fieldpath import format_path, parse_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import shown
from jatsx.readers.notes_file import Notes, read_notes
from jatsx.readers.parsing import parsed_part
from jatsx.readers.reader import Locate, Record
from jatsx.readers.source_file import SUFFIXES, Source, source_file

JOURNAL, ISSUE = ("issue", "journal"), ("issue",)


def named_files(folder: Path, stem: str) -> list[Path]:
    """The files ``stem.yaml``, ``stem.yml`` and ``stem.json`` that exist in a folder."""
    candidates = (folder / f"{stem}{suffix}" for suffix in SUFFIXES)
    return [path for path in candidates if path.is_file()]


def folder_above(folder: Path) -> Path:
    """The folder that contains a folder, as it is shown to users.

    >>> folder_above(Path("journal/2024-2")).as_posix(), folder_above(Path(".")).as_posix()
    ('journal', '..')
    """
    return folder.parent if folder.name not in ("", "..") else folder / ".."


def journal_files(folder: Path) -> list[Path]:
    """The journal files of an issue folder: its own, else those of the folder above it."""
    return named_files(folder, "journal") or named_files(folder_above(folder), "journal")


def twin_finding(path: Path, other: Path) -> Finding:
    """The finding that two files of a folder have the same name with different suffixes."""
    params = FrozenMap({"name": shown(path.name), "other": shown(other.name)})
    return Finding("file-twin", params=params, place=Place(shown(str(path))))


@dataclass(frozen=True, eq=False, slots=True)
class IssueContext:
    """The issue and journal of a folder, and the findings about their files.

    ``issue`` is None if there are findings. ``notes`` are those of notes.yaml. ``folder`` is the
    absolute path.
    """

    name: str
    journal_file: Source | None
    issue_file: Source | None
    issue: Issue | None
    findings: Sequence[Finding]
    notes: Notes = field(default_factory=Notes)
    folder: Path | None = None

    @property
    def record(self) -> Record:
        """The record of the folder, with the findings and notes about its issue and journal."""
        noted = self.notes.of_issue(self.issue, self.locate) if self.issue else ()
        findings = (*self.findings, *noted)
        return Record(self.name, findings=findings, locate=self.locate, is_article=False)

    def article_record(self, file: Source, twins: Iterable[Finding] = ()) -> Record:
        """The record of an article of this folder, given its file.

        ``twins`` are findings that other files have the same name.
        """
        data = file.article_data(self._language)
        identifier = data.get("id")
        findings = [*twins, *file.form_findings()]
        if "issue" in data:
            place = file.locate_key(("issue",))
            findings.append(Finding("field-of-issue", field="issue", place=place))
        described = {**data, "issue": Issue() if self.issue is None else self.issue}
        article, faults = parsed_part(Article, described)
        findings += file.shape_findings(faults)
        locate = self._locate_from(file)
        read = None if findings or self.issue is None else article
        noted = self.notes.of_article(read, lambda field: locate(field, "")) if read else ()
        return Record(
            file.name,
            read,
            shown(identifier) if isinstance(identifier, str) else None,
            [*findings, *file.comment_findings(), *file.pair_findings(), *noted],
            locate,
            incomplete=None if read or not self.issue else file.incomplete(described, faults),
            folder=self.folder,
        )

    @property
    def _language(self) -> str | None:
        """The language of articles that have none of their own."""
        return (self.issue.language or self.issue.journal.language) if self.issue else None

    def locate(self, field: str, excerpt: str = "") -> Place | None:
        """The place of a field of the issue or journal. The path starts at the article."""
        path = parse_path(field)
        if path[:2] == JOURNAL and self.journal_file is not None:
            return self.journal_file.locate(format_path(path[2:]), excerpt)
        if path[:1] == ISSUE and self.issue_file is not None:
            return self.issue_file.locate(format_path(path[1:]), excerpt)
        return Place(self.name)

    def _locate_from(self, file: Source) -> Locate:
        def locate(field: str, excerpt: str) -> Place | None:
            is_of_issue = parse_path(field)[:1] == ISSUE
            return (self if is_of_issue else file).locate(field, excerpt)

        return locate


def read_issue_context(folder: Path) -> IssueContext:
    """The issue and journal of an issue folder."""
    name = shown(str(folder))
    journal_file, journal_findings = _file(journal_files(folder), JOURNAL)
    issue_file, issue_findings = _file(named_files(folder, "issue"), ISSUE)
    described = issue_file.data if issue_file else {}
    data = {"id": shown(folder.resolve().name), **described}
    notes = read_notes(folder)
    findings = [*journal_findings, *issue_findings, *notes.findings]
    if journal_file is not None and issue_file and "journal" in described:
        place = issue_file.locate_key(("journal",))
        findings.append(Finding("field-of-journal", field="issue.journal", place=place))
    if journal_file is not None:
        journal, errors = parsed_part(Journal, journal_file.data)
        findings += journal_file.shape_findings(errors, JOURNAL)
        data["journal"] = Journal() if journal is None else journal
    elif "journal" not in data:
        params = FrozenMap({"path": name})
        findings.append(Finding("folder-no-journal", params=params, place=Place(name)))
    issue, errors = parsed_part(Issue, data)
    if issue_file is not None:
        findings += issue_file.shape_findings(errors, ISSUE)
    issue = None if findings else issue
    own = (journal_file, issue_file, issue, findings, notes)
    return IssueContext(name, *own, folder.absolute())


def unused_journal(folder: Path) -> Iterator[Finding]:
    """The finding that the journal file of the folder above is not used: the issue has its own."""
    own, above = (named_files(one, "journal") for one in (folder, folder_above(folder)))
    if own and above:
        names = {"used": shown(str(own[0])), "other": shown(str(above[0]))}
        place = Place(names["used"])
        yield Finding("journal-file-unused", Level.WARNING, FrozenMap(names), place=place)


def _file(paths: list[Path], prefix: tuple[str, ...]) -> tuple[Source | None, list[Finding]]:
    """The first of these files, and the findings about its syntax and about the others."""
    findings = [twin_finding(other, paths[0]) for other in paths[1:]]
    file = source_file(paths[0]) if paths else None
    if file is not None:
        findings += (*file.form_findings(prefix), *file.comment_findings(prefix))
    return file, findings
