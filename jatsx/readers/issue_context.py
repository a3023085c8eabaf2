"""What the articles of a folder have in common: their issue and its journal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jatsx.findings.finding import Finding, Place
from jatsx.model import Article, Issue, Journal
from jatsx.model.fieldpath import format_path, parse_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import shown
from jatsx.readers.base import Locate, Record
from jatsx.readers.files import SUFFIXES, Source, source_file
from jatsx.readers.parsing import parsed_part

JOURNAL, ISSUE = ("issue", "journal"), ("issue",)


def named_files(folder: Path, stem: str) -> list[Path]:
    """The files of a folder with that name, in any of the syntaxes. More than one is a fault."""
    candidates = (folder / f"{stem}{suffix}" for suffix in SUFFIXES)
    return [path for path in candidates if path.is_file()]


def twin_finding(path: Path, other: Path) -> Finding:
    """That two files of a folder describe the same."""
    params = FrozenMap({"name": shown(path.name), "other": shown(other.name)})
    return Finding("file-twin", params=params, place=Place(shown(str(path))))


class IssueContext:
    """The issue and journal that a folder describes. Faults of theirs stand in ``findings``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = shown(str(folder))
        self.findings: list[Finding] = []
        self.journal_file = self._file("journal", JOURNAL)
        self.issue_file = self._file("issue", ISSUE)
        self.issue = self._issue()

    @property
    def record(self) -> Record:
        """The folder's own record, which tells the faults of its issue and journal."""
        return Record(self.name, findings=self.findings, locate=self.locate, is_article=False)

    def article_record(self, file: Source, twins: Iterable[Finding] = ()) -> Record:
        """The record of an article of this folder; ``twins`` are the findings of its file."""
        data = file.data
        identifier = data.get("id")
        findings = [*twins, *file.form_findings()]
        if "issue" in data:
            place = file.locate_key(("issue",))
            findings.append(Finding("field-of-issue", field="issue", place=place))
        article, faults = parsed_part(
            Article, {**data, "issue": Issue() if self.issue is None else self.issue}
        )
        findings += file.shape_findings(faults)
        return Record(
            file.name,
            None if findings or self.issue is None else article,
            shown(identifier) if isinstance(identifier, str) else None,
            findings,
            self._locate_from(file),
        )

    def locate(self, field: str, excerpt: str = "") -> Place | None:
        """Where a field of the issue or journal stands; the field is a path from the article."""
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

    def _file(self, stem: str, prefix: tuple[str, ...]) -> Source | None:
        paths = named_files(self.folder, stem)
        self.findings += [twin_finding(other, paths[0]) for other in paths[1:]]
        file = source_file(paths[0]) if paths else None
        self.findings += file.form_findings(prefix) if file else []
        return file

    def _issue(self) -> Issue | None:
        described = self.issue_file.data if self.issue_file else {}
        data = {"id": shown(self.folder.resolve().name), **described}
        if self.journal_file is not None and self.issue_file and "journal" in described:
            place = self.issue_file.locate_key(("journal",))
            self.findings.append(Finding("field-of-journal", field="issue.journal", place=place))
        if self.journal_file is not None:
            journal, faults = parsed_part(Journal, self.journal_file.data)
            self.findings += self.journal_file.shape_findings(faults, JOURNAL)
            data["journal"] = Journal() if journal is None else journal
        elif "journal" not in data:
            params = FrozenMap({"path": self.name})
            self.findings.append(
                Finding("folder-no-journal", params=params, place=Place(self.name))
            )
        issue, faults = parsed_part(Issue, data)
        if self.issue_file is not None:
            self.findings += self.issue_file.shape_findings(faults, ISSUE)
        return None if self.findings else issue
