"""The records of an export."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jatsx import Finding, InputFile, Level, Locate, Place, Record, UnreadableSource
from jatsx.model.fieldpath import parse_path
from jatsx_ojs.article import article
from jatsx_ojs.issue import PATH, IssueDescription
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.parsing import elements
from jatsx_ojs.survey import ExportSurvey, survey
from jatsx_ojs.tree import XmlNode


def read(path: InputFile) -> Iterator[Record]:
    """A record of the file and its issues, then a record of each article, in order.

    No content of the file raises an exception. If the file is incomplete, the complete articles and
    issues are read.

    Raises:
        OSError: the file cannot be opened or read.
    """
    found = survey(path)
    yield Record(found.file, findings=_findings(found), is_article=False)
    n = 0
    try:
        for element in elements(path):
            if element.name == "article" and n < len(found.frames):
                yield _record(element, n, found)
                n += 1
    except UnreadableSource:
        return  # already reported by the first pass


def _findings(found: ExportSurvey) -> list[Finding]:
    """The findings about the file and its issues."""
    findings = [
        replace(finding, issue=frame.issue.id)
        for frame in found.issues
        for finding in frame.notes.findings
    ]
    place = Place(found.file, 1)
    if found.frames:
        findings.insert(
            0, Finding("ojs-journal-absent", Level.WARNING, field="issue.journal", place=place)
        )
    elif found.fault is None:
        findings.append(Finding("ojs-file-no-articles", place=place))
    return findings if found.fault is None else [found.fault, *findings]


def _record(element: XmlNode, n: int, found: ExportSurvey) -> Record:
    entry, frame = found.entries[n], found.frames[n]
    section = frame.sections.get(entry.section, entry.section) if entry.section else None
    read, notes = article(element, entry.id, frame.issue, section, found.file)
    return Record(found.file, read, entry.id, notes.findings, _locate(notes, frame))


def _locate(notes: OjsNotes, frame: IssueDescription) -> Locate:
    def locate(field: str, excerpt: str) -> Place | None:  # noqa: ARG001
        path = parse_path(field)
        return frame.notes.place(path) if path[:1] == PATH else notes.place(path)

    return locate
