"""The first pass over the file: its issues, with their sections and the order of their articles.

An article is returned with its complete issue, which is known only at the end of the issue. So the
file is read twice, and is not kept in memory.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from jatsx import Finding, InputFile, Place, UnreadableSource
from jatsx.model import IssueSection
from jatsx_ojs.context import (
    article_id,
    is_in_issue,
    issue_identification,
    section_of,
    seq_of,
)
from jatsx_ojs.identifiers import file_name
from jatsx_ojs.issue import PATH, IssueDescription, identified_issue, whole_issue
from jatsx_ojs.parsing import elements
from jatsx_ojs.publications import current
from jatsx_ojs.tree import XmlNode

MAX_ARTICLES: Final = 100_000
"""The maximum number of articles, and of issues, in a file."""


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article in the first pass."""

    id: str
    section: str | None
    seq: int
    place: Place


@dataclass(slots=True)
class ExportSurvey:
    """The result of the first pass. ``frames`` contains the issue of each article."""

    file: str
    stem: str
    entries: list[ArticleEntry] = field(default_factory=list)
    frames: list[IssueDescription] = field(default_factory=list)
    issues: list[IssueDescription] = field(default_factory=list)
    fault: Finding | None = None
    identified: dict[tuple[object, ...], IssueDescription] = field(default_factory=dict)

    def add_article(self, element: XmlNode) -> None:
        """Adds an article, and its issue if no issue of the file contains the article."""
        publication = current(element)
        entry = ArticleEntry(
            article_id(element, publication, len(self.entries)),
            section_of(element, publication),
            seq_of(element, publication),
            Place(self.file, element.line),
        )
        self.entries.append(entry)
        if not is_in_issue(element):
            frame = self._identified(issue_identification(element, publication), entry)
            _add_section(frame, entry)
            self.frames.append(frame)
        _limit(len(self.entries), element)

    def add_issue(self, element: XmlNode) -> None:
        """Adds an issue. It contains the articles since the last issue."""
        frame = whole_issue(element, self.file, self.stem)
        own = self.entries[len(self.frames) :]
        set_order(frame, own)
        self.frames += [frame] * len(own)
        self.issues.append(frame)
        _limit(len(self.issues), element)

    def _identified(self, found: XmlNode | None, entry: ArticleEntry) -> IssueDescription:
        """The issue that is described in an article."""
        children = found.children if found else ()
        key = tuple((one.name, *one.attributes.items(), one.text) for one in children)
        if key not in self.identified:
            frame = identified_issue(found, entry.place.line, self.file, self.stem)
            self.identified[key] = frame
            self.issues.append(frame)
        return self.identified[key]


def survey(path: InputFile) -> ExportSurvey:
    """The articles and issues of a file, up to its end or an error."""
    found = ExportSurvey(str(path), file_name(path.stem) or "issue")
    try:
        for element in elements(path):
            if element.name == "article":
                found.add_article(element)
            else:
                found.add_issue(element)
    except UnreadableSource as unreadable:
        found.fault = unreadable.finding(found.file)
    for frame in found.identified.values():
        frame.complete(sections=tuple(IssueSection(id=id) for id in frame.sections))
    return found


def set_order(frame: IssueDescription, articles: list[ArticleEntry]) -> None:
    """Sets the order of an issue's articles: by section, then by position in the section."""
    order = {id: n for n, id in enumerate(dict.fromkeys(frame.sections.values()))}
    places = {name: order[id] for name, id in frame.sections.items()}
    ranked = sorted(articles, key=lambda one: (places.get(one.section or "", len(order)), one.seq))
    frame.complete(articles=tuple(entry.id for entry in ranked))


def _add_section(frame: IssueDescription, entry: ArticleEntry) -> None:
    """Adds the section of a single article. Only its abbreviation is known."""
    if entry.section is None or entry.section in frame.sections:
        return
    path = (*PATH, "sections", len(frame.sections))
    frame.sections[entry.section] = entry.section
    frame.notes.places[path] = entry.place
    frame.notes.warn("ojs-section-title-absent", (*path, "title"), section=entry.section)


def _limit(count: int, element: XmlNode) -> None:
    if count > MAX_ARTICLES:
        raise UnreadableSource("ojs-file-articles", element.line, limit=str(MAX_ARTICLES))
