"""The records of a deposit (``doi_batch``).

The file is read twice, and is not kept in memory: an article is returned with its complete issue,
which is known only at the end of the file. An issue may be repeated for each of its articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from jatsx import Finding, FrozenMap, InputFile, Level, Locate, Place, Record, UnreadableSource
from jatsx.model import Issue
from jatsx.model.fieldpath import parse_path
from jatsx_crossref.options import NAME
from jatsx_crossref.reader.article import article
from jatsx_crossref.reader.issue import PATH, issue
from jatsx_crossref.reader.journal import (
    ArticleSettings,
    article_settings,
    head_options,
    journal,
)
from jatsx_crossref.reader.naming import article_id, file_name, free_name, issue_id
from jatsx_crossref.reader.notes import DepositNotes
from jatsx_crossref.reader.tree import SourceNode, one_line
from jatsx_crossref.reader.unread import described, note_unread, shortened
from jatsx_crossref.reader.xml_tree import parts as deposit_parts

DepositParts: TypeAlias = Callable[[InputFile], Iterator[SourceNode]]
"""Returns the parts of a file in order, as elements of a deposit."""

MAX_ARTICLES: Final = 20_000
"""The maximum number of articles of a file."""

MAX_PARTS: Final = 5 * MAX_ARTICLES
"""The maximum number of articles, journals, issues and other contents of a file."""

ABSENT: Final = (
    *("type", "keywords", "subject_codes", "section"),
    *("contributors.email", "contributors.degree", "contributors.position"),
)
"""Fields of an article that journals print and Crossref does not hold."""


@dataclass(slots=True)
class IssueFound:
    """An issue of a deposit: its notes, the ids of its articles, and the journal's settings."""

    issue: Issue
    notes: DepositNotes
    articles: list[str] = field(default_factory=list)
    settings: ArticleSettings = field(default_factory=ArticleSettings)


@dataclass(slots=True)
class Survey:
    """The first pass over a deposit: its issues, and for each article its issue and id."""

    file: str
    stem: str
    notes: DepositNotes
    head: dict[str, str] = field(default_factory=dict)
    issues: dict[object, IssueFound] = field(default_factory=dict)
    entries: list[tuple[IssueFound, str]] = field(default_factory=list)
    fault: Finding | None = None
    metadata: SourceNode | None = None
    issue: SourceNode | None = None
    has_articles: bool = False
    parts: int = 0

    def add(self, part: SourceNode) -> None:
        """Adds a part of the deposit.

        Raises:
            UnreadableSource: there are too many parts.
        """
        self.parts += 1
        if self.parts > MAX_PARTS:
            raise UnreadableSource("crossref-file-articles", part.line, limit=str(MAX_ARTICLES))
        if part.name == "head":
            self.head = head_options(part)
            note_unread(part, self.notes)
        elif part.name == "journal":
            self.end_journal()
        elif part.name == "journal_metadata":
            self.metadata = part
        elif part.name == "journal_issue":
            self.issue = part
        elif part.name == "journal_article":
            self.add_article(part)
        else:
            params = {"name": part.name, "value": shortened(described(part))}
            self.notes.warn("crossref-content-type", (), part, **params)

    def end_journal(self) -> None:
        """Warns of a journal without articles, and forgets the metadata of the last journal."""
        if self.metadata and not self.has_articles:
            params = {"name": "journal", "value": shortened(described(self.metadata))}
            self.notes.warn("crossref-content-type", (), self.metadata, **params)
        self.metadata = self.issue = None
        self.has_articles = False

    def add_article(self, element: SourceNode) -> None:
        found = self.current(element)
        doi = element.find("doi_data", "doi")
        id = article_id(one_line(doi.text) if doi else None, found.articles)
        found.articles.append(id)
        self.has_articles = True
        found.settings = _first(found.settings, article_settings(element))
        self.entries.append((found, id))
        if len(self.entries) > MAX_ARTICLES:
            self.entries.pop()
            raise UnreadableSource("crossref-file-articles", element.line, limit=str(MAX_ARTICLES))

    def current(self, element: SourceNode) -> IssueFound:
        """The issue of the metadata that were read last."""
        key = tuple(part.key() if part else None for part in (self.metadata, self.issue))
        if key not in self.issues:
            at = self.issue or self.metadata or element
            notes = DepositNotes(self.file, at.line)
            metadata = self.metadata or SourceNode("journal_metadata", element.line)
            described = issue(self.issue, journal(metadata, self.head, notes), notes)
            note_unread(metadata, notes)
            if self.issue:
                note_unread(self.issue, notes)
            notes.warn("crossref-fields-absent", PATH, at, fields=", ".join(ABSENT))
            self.issues[key] = IssueFound(described, notes)
        return self.issues[key]

    def complete(self) -> None:
        """Gives each issue its id, the order of its articles and the settings of its journal."""
        self.end_journal()
        ids: list[str] = []
        for found in self.issues.values():
            ids.append(free_name(issue_id(found.issue, self.stem), ids))
            found.issue = with_settings(found.issue, found.settings).model_copy(
                update={"id": ids[-1], "articles": tuple(found.articles)}
            )


def read(path: InputFile, parts: DepositParts = deposit_parts) -> Iterator[Record]:
    """A record of the file and its issues, then a record of each article, in order.

    No content of the file raises an exception. If the file is incomplete, the complete articles
    are read.

    Raises:
        OSError: the file cannot be opened or read.
    """
    found = survey(path, parts)
    yield Record(found.file, findings=_findings(found), is_article=False)
    articles = (part for part in parts(path) if part.name == "journal_article")
    try:
        for (entry, id), element in zip(found.entries, articles, strict=False):
            made, notes = article(element, id, entry.issue, entry.settings, found.file)
            yield Record(found.file, made, id, notes.findings, locator(notes, entry.notes))
    except UnreadableSource:
        return  # already reported by the first pass


def survey(path: InputFile, parts: DepositParts) -> Survey:
    """The issues of a deposit and the ids of its articles, up to its end or an error."""
    file = str(path)
    found = Survey(file, file_name(path.stem) or "issue", DepositNotes(file, 1))
    try:
        for part in parts(path):
            found.add(part)
    except UnreadableSource as unreadable:
        found.fault = unreadable.finding(file)
    found.complete()
    return found


def with_settings(issue: Issue, settings: ArticleSettings) -> Issue:
    """The issue, with the settings that the articles show in its journal."""
    journal = issue.journal
    names = ("crossmark_policy", "crossmark_domains", "collections")
    options = {name: value for name in names if (value := getattr(settings, name))}
    updates: dict[str, object] = {}
    if options:
        own = journal.formats.get(NAME, FrozenMap())
        updates["formats"] = FrozenMap({NAME: FrozenMap({**own, **options})})
    if settings.archives:
        updates["archives"] = tuple(dict.fromkeys((*journal.archives, *settings.archives)))
    if not updates:
        return issue
    values = {name: getattr(journal, name) for name in journal.model_fields_set}
    return issue.model_copy(update={"journal": type(journal)(**{**values, **updates})})


def locator(notes: DepositNotes, of_issue: DepositNotes) -> Locate:
    """Finds the place of a field in the notes on the article, or in those on its issue."""

    def locate(field: str, excerpt: str) -> Place | None:  # noqa: ARG001
        path = parse_path(field)
        return (of_issue if path[:1] == PATH else notes).place(path)

    return locate


def _findings(found: Survey) -> list[Finding]:
    """The findings about the file and its issues."""
    findings = list(found.notes.findings)
    for one in found.issues.values():
        findings += (replace(finding, issue=one.issue.id) for finding in one.notes.findings)
    if found.fault is not None:
        return [found.fault, *findings]
    if not found.entries:
        absent = Finding("crossref-file-no-articles", Level.ERROR, place=Place(found.file, 1))
        return [absent, *findings]
    return findings


def _first(known: ArticleSettings, own: ArticleSettings) -> ArticleSettings:
    """The settings, completed with those of a further article."""
    names = ArticleSettings.__slots__
    return ArticleSettings(**{name: getattr(known, name) or getattr(own, name) for name in names})
