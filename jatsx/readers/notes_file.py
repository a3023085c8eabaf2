"""notes.yaml: what a reader doubted or could not place when an issue folder was made.

Each note is reported until the value that it is about changes, or the note is deleted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from jatsx.findings.finding import Finding, Level, Place
from jatsx.findings.sentences import NOTE, NOTED_AT
from jatsx.model import Article, FrozenMap, Issue, Part
from jatsx.model.fieldpath import Path as FieldPath
from jatsx.model.fieldpath import parse_path
from jatsx.model.part import Count, Line
from jatsx.model.value_hash import ValueHashes
from jatsx.readers.parsing import parsed_part
from jatsx.readers.source_file import Source, source_file

NAME: Final = "notes.yaml"
VERSION: Final = 1
"""The version of the file's structure."""


class Note(Part):
    """A note: a finding of the reader, and the hash of the value that it is about."""

    article: Line | None = None
    """The id of the article; none if the note is about the issue or the journal."""
    field: Line | None = None
    """The path of the value, from the article; none if the note is about the whole article."""
    code: Line
    """The code of the finding."""
    level: Line | None = None
    """error, if the note blocks every format. By default warning."""
    params: FrozenMap[Line] = FrozenMap()
    """The params of the finding."""
    place: Line | None = None
    """The file and line that the value was read from."""
    hash: Line | None = None
    """The hash of the value."""


class NotedOrigin(Part):
    """Where a value was found, and how sure it is. It is kept for people, and not reported."""

    article: Line | None = None
    """The id of the article; none for the issue or the journal."""
    field: Line
    """The path of the value, from the article."""
    place: Line | None = None
    """The file, page and line that the value was read from."""
    sure: Line
    """two (two places agree), one, doubt or derived."""
    rule: Line | None = None
    """The rule that made a derived value."""


class NotesFile(Part):
    """The content of notes.yaml."""

    version: Count
    """The version of the file's structure."""
    notes: tuple[Note, ...] = ()
    """The notes."""
    origins: tuple[NotedOrigin, ...] = ()
    """Where the values were found."""


Locate = Callable[[str], Place | None]


@dataclass(frozen=True, eq=False, slots=True)
class Notes:
    """The notes of an issue folder, with their positions, by the id of the article.

    ``findings`` are the errors in the file itself.
    """

    source: Source | None = None
    by_article: Mapping[str | None, Sequence[tuple[int, Note]]] = field(default_factory=dict)
    findings: Sequence[Finding] = ()

    def of_article(self, article: Article, locate: Locate) -> list[Finding]:
        """The findings of the notes about an article whose values are unchanged."""
        return list(self._findings(article.id, lambda: ValueHashes(article), 0, locate))

    def of_issue(self, issue: Issue, locate: Locate) -> list[Finding]:
        """The findings of the notes about an issue and its journal, likewise."""
        found = self._findings(None, lambda: ValueHashes(issue), 1, locate)
        return [replace(finding, issue=issue.id) for finding in found]

    def _findings(
        self, article: str | None, hashes: Callable[[], ValueHashes], skip: int, locate: Locate
    ) -> Iterator[Finding]:
        """``skip``: how many steps of a path lead to what the hashes are of."""
        known: ValueHashes | None = None
        for position, note in self.by_article.get(article, ()):
            path = note_path(note.field)
            if path and note.hash is not None:
                known = known or hashes()
                if known.of(path[skip:]) != note.hash:
                    continue
            yield self._finding(note, position, locate)

    def _finding(self, note: Note, position: int, locate: Locate) -> Finding:
        own = self.source.locate(f"notes[{position}]") if self.source else None
        where = f"{own.file}:{own.line}" if own else NAME
        noted_at = {NOTED_AT: note.place} if note.place else {}
        params = FrozenMap({**note.params, NOTE: where, **noted_at})
        level = Level.ERROR if note.level == Level.ERROR else Level.WARNING
        field = note.field if note_path(note.field) else None
        place = (locate(field) if field else None) or own
        return Finding(note.code, level, params, field, note.article, place=place)


def note_path(field: str | None) -> FieldPath:
    """The path of a note's field; empty if there is none or it is not a path."""
    try:
        return parse_path(field or "")
    except ValueError:
        return ()


def read_notes(folder: Path) -> Notes:
    """The notes of an issue folder; none if it has no notes.yaml."""
    path = folder / NAME
    if not path.is_file():
        return Notes()
    source = source_file(path)
    findings = source.form_findings()
    version = source.data.get("version")
    if isinstance(version, str) and version.isdecimal() and int(version[:9]) > VERSION:
        params = FrozenMap({"name": NAME, "version": version, "known": str(VERSION)})
        newer = Finding("file-version-newer", params=params, place=source.locate("version"))
        return Notes(source, findings=[*findings, newer])
    read, faults = parsed_part(NotesFile, source.data)
    findings += source.shape_findings(faults)
    own = [replace(finding, field=None) for finding in findings]
    by_article: dict[str | None, list[tuple[int, Note]]] = {}
    for position, note in enumerate(read.notes if read and not own else ()):
        by_article.setdefault(note.article, []).append((position, note))
    return Notes(source, by_article, own)
