"""Reads an issue of the export."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from jatsx.model import Issue, IssueSection, Published
from jatsx_ojs.identifiers import doi, file_name, internal_id
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.texts import line, url, words
from jatsx_ojs.tree import XmlNode, ordinal
from jatsx_ojs.unread import note_unread

PATH = ("issue",)


@dataclass(slots=True)
class IssueDescription:
    """An issue, the notes on it, and the ids of its sections by their names in OJS."""

    issue: Issue
    notes: OjsNotes
    sections: dict[str, str] = field(default_factory=dict)

    def complete(self, **values: Any) -> None:
        """Adds values that are known only after the articles have been read."""
        self.issue = self.issue.model_copy(update=values)


def whole_issue(element: XmlNode, file: str, fallback: str) -> IssueDescription:
    """The issue of an ``issue`` element, without the order of its articles."""
    notes = OjsNotes(file, None if element.address else element.line)
    number = internal_id(element)
    identification = element.take("issue_identification") or element
    read = _identified(identification, notes)
    sections, names = _sections(element, notes)
    date = line(element.take("date_published"), notes, (*PATH, "published", "online"))
    issue = Issue(
        id=file_name(element.take_attribute("url_path"))
        or issue_id(read)
        or (f"issue-{number}" if number else fallback),
        **read,
        doi=doi([element], notes, (*PATH, "doi")),
        url=url(element.take("publishedUrl"), notes, (*PATH, "url")),
        published=Published(online=date),
        sections=sections,
    )
    if element.attributes.get("published") in ("0", "false"):
        notes.warn("ojs-issue-unpublished", PATH, element)
    note_unread(element, notes, PATH)
    return IssueDescription(issue, notes, names)


def identified_issue(
    identification: XmlNode | None, line: int | None, file: str, fallback: str
) -> IssueDescription:
    """The issue of an article that is exported by itself."""
    notes = OjsNotes(file, identification.line if identification else line)
    if identification is None:
        return IssueDescription(Issue(id=fallback), notes)
    read = _identified(identification, notes)
    note_unread(identification, notes, PATH)
    return IssueDescription(Issue(id=issue_id(read) or fallback, **read), notes)


def issue_id(read: dict[str, Any]) -> str:
    """An id for file names: year, volume and number."""
    parts = (read[name] for name in ("year", "volume", "number"))
    return file_name("-".join(part for part in parts if part))


def section_name(section: XmlNode) -> str:
    """The name with which articles refer to a section: its ``ref``, else its abbreviation, else its
    line."""
    abbreviations = (child.text.strip() for child in section.children if child.name == "abbrev")
    return (
        section.attributes.get("ref", "").strip() or next(abbreviations, "") or f"s{section.line}"
    )


def _identified(element: XmlNode, notes: OjsNotes) -> dict[str, Any]:
    notes.record(PATH, element)
    plain = ("volume", "number", "year")
    read = {name: line(element.take(name), notes, (*PATH, name)) for name in plain}
    return {**read, "title": words(element.take_all("title"), notes, (*PATH, "title"))}


def _sections(issue: XmlNode, notes: OjsNotes) -> tuple[tuple[IssueSection, ...], dict[str, str]]:
    """The sections in order, and the id of each section by all its names."""
    around = issue.take("sections") or issue
    sections: list[IssueSection] = []
    names: dict[str, str] = {}
    found = around.take_all("section")
    ordered = sorted(found, key=lambda section: ordinal(section.attributes.get("seq")))
    for n, element in enumerate(ordered):
        id, path = section_name(element), (*PATH, "sections", n)
        element.take_attribute("ref")
        notes.record(path, element)
        title = words(element.take_all("title"), notes, (*path, "title"))
        sections.append(IssueSection(id=id, title=title))
        names.setdefault(id, id)
        for abbreviation in element.take_all("abbrev"):
            notes.tag(abbreviation)
            names.setdefault(abbreviation.take_line() or id, id)
    return tuple(sections), names
