"""The contents pages: titles, names and pages, as a witness beside the articles themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from jatsx_draft.bylines import read_byline
from jatsx_draft.issue_text import IssueText, page_at_end, section_label, stands_out
from jatsx_draft.labels import USUAL
from jatsx_draft.letters import folded, is_in_capitals, language_of, likeness, spaced
from jatsx_draft.names import PrintedName, read_name
from jatsx_draft.printed import Gap, Mark, PrintedLine
from jatsx_draft.words.labels import Kind

LONGEST: Final = 400
"""The maximum number of lines of a contents page."""

LONGEST_ARTICLE: Final = 60
"""The maximum number of pages of an article whose names cannot be told from its title."""

ALIKE: Final = 0.85
"""How alike a title in the contents and the title of an article must be."""

_ENDS: Final = (Kind.ABSTRACT, Kind.KEYWORDS, Kind.REFERENCES, Kind.GUIDELINES)
_WORD_CHARACTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents that lists an article.

    Args:
        text: the whole text without the page.
        names: the authors; empty if they cannot be told from the title.
        title: the title, with the authors before it if they cannot be told from it.
        page: the first page.
        lines: the lines, for their places.
        section: the number of its section in the list of sections; None if there are none.
        is_article: whether it lists an article: it has names, or stands like those that have.
    """

    text: str
    names: tuple[PrintedName, ...]
    title: str
    page: str
    lines: tuple[PrintedLine, ...]
    section: int | None = None
    is_article: bool = True

    def title_like(self, title: str) -> str | None:
        """The part of the text that is this title, if it ends with it."""
        words = self.text.split(" ")
        wanted = len(folded(title))
        best, found = 0.0, None
        for start in range(len(words)):
            part = " ".join(words[start:])
            length = len(folded(part))
            if length > 1.2 * wanted + 5:
                continue
            if length < 0.8 * wanted - 5:
                break
            score = likeness(part, title)
            if score > best:
                best, found = score, part
        return found if best >= ALIKE else None


@dataclass(slots=True)
class Section:
    """A section of the contents: its titles by language, and their lines."""

    titles: dict[str, str] = field(default_factory=dict)
    lines: dict[str, PrintedLine] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, slots=True)
class Contents:
    """All contents pages of an issue.

    Args:
        entries: the articles that they list.
        sections: the sections.
        inside: the numbers of the lines between the first and last line of each page.
    """

    entries: Sequence[Entry] = ()
    sections: Sequence[Section] = ()
    inside: frozenset[int] = frozenset()

    @property
    def names(self) -> Iterator[PrintedName]:
        """All names."""
        return (name for entry in self.entries for name in entry.names)


def read_contents(text: IssueText) -> Contents:
    """The contents pages of an issue."""
    entries: list[Entry] = []
    sections: list[Section] = []
    inside: set[int] = set()
    starts = [n for n in range(len(text.lines)) if text.kind(n) is Kind.CONTENTS]
    for start in starts:
        page = _Page(text, sections)
        found = page.entries(start + 1, _end(text, start, starts))
        entries += _told_apart(found)
        if found:
            inside |= set(range(start, page.last + 1))
    used = [n for n in range(len(sections)) if any(entry.section == n for entry in entries)]
    kept = [
        entry if entry.section is None else replace(entry, section=used.index(entry.section))
        for entry in entries
    ]
    return Contents(kept, [sections[n] for n in used], frozenset(inside))


def _told_apart(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries of a page; those without names are articles only if they follow one in order."""
    page = None
    for entry in entries:
        is_next = page is not None and page <= int(entry.page) <= page + LONGEST_ARTICLE
        is_labelled = USUAL.of(entry.title) is not None
        is_article = bool(entry.names) or (is_next and not is_labelled and len(entry.title) > 15)
        yield replace(entry, is_article=is_article)
        page = int(entry.page) if is_article else page


def _end(text: IssueText, start: int, starts: Sequence[int]) -> int:
    """Where a contents page ends at the latest."""
    end = min(len(text.lines), start + LONGEST)
    for n in range(start + 1, end):
        if n in starts or (text.kind(n) in _ENDS and not page_at_end(text.lines[n].text)):
            return n
    return end


@dataclass(slots=True)
class _Page:
    """A contents page while it is read."""

    text: IssueText
    sections: list[Section]
    before: list[PrintedLine] = field(default_factory=list)
    current: list[PrintedLine] = field(default_factory=list)
    section: int | None = None
    last: int = 0

    def entries(self, start: int, end: int) -> list[Entry]:
        found: list[Entry] = []
        for n in range(start, end):
            line = self.text.lines[n]
            if line.gap is not Gap.NONE and self.current:
                self.before, self.current = self.current, []
                self._keep_section()
            cells = [cell for cell in line.text.split("\t") if cell.strip()]
            if self._is_section(line, cells):
                self._add_section(line, cells)
                continue
            self.current.append(line)
            if page_at_end(line.text):
                entry = self._entry()
                if entry:
                    found.append(entry)
                    self.last = n
                self.current, self.before = [], []
        return found

    def _is_section(self, line: PrintedLine, cells: Sequence[str]) -> bool:
        if page_at_end(line.text):
            return False
        return len(cells) > 1 and len({language_of(cell) for cell in cells}) > 1

    def _keep_section(self) -> None:
        """Makes a heading between entries a section."""
        text = spaced(" ".join(line.text for line in self.before))
        is_heading = all(stands_out(line) for line in self.before) or is_in_capitals(text)
        is_labelled = section_label(text) is not None
        if (is_labelled or (is_heading and self.last)) and len(text) < 200:
            if not read_byline(text, lambda name: name.has_initials):
                self._add_section(self.before[0], [text])
                self.before = []

    def _add_section(self, line: PrintedLine, cells: Sequence[str]) -> None:
        section = Section()
        for cell in cells:
            label = section_label(cell)
            title = spaced(cell[label[1] :] if label else cell)
            language = language_of(title)
            if title and language:
                section.titles.setdefault(language, title)
                section.lines.setdefault(language, line)
        if section.titles:
            self.section = len(self.sections)
            self.sections.append(section)
        self.current = []

    def _entry(self) -> Entry | None:
        lines = list(self.current)
        last = page_at_end(lines[-1].text)
        assert last is not None  # noqa: S101 - the caller has seen the page
        texts = [*(line.text for line in lines[:-1]), last[0]]
        names, start = self._names(lines, texts)
        title = self.text.joiner.text(texts[start:]) if start < len(texts) else ""
        whole = self.text.joiner.text(texts)
        if not title or not _WORD_CHARACTER.search(title):
            return None
        if not names:
            inner = _leading_names(lines[0], title)
            if inner:
                names, title = inner
        own = (*self.before, *lines) if start == 0 and names and self.before else tuple(lines)
        entry = Entry(whole, tuple(names), title, last[1], own, self.section)
        return entry if names or len(title) > 15 else None

    def _names(
        self, lines: Sequence[PrintedLine], texts: Sequence[str]
    ) -> tuple[tuple[PrintedName, ...], int]:
        """The names in the paragraph before, or in the first lines."""
        if self.before:
            byline = _names_of(self.text.joiner.text(line.text for line in self.before))
            if byline:
                return byline, 0
        for length in range(len(texts) - 1, 0, -1):
            byline = _names_of(self.text.joiner.text(texts[:length]))
            if byline and lines:
                return byline, length
        return (), 0


def _names_of(text: str) -> tuple[PrintedName, ...]:
    """The names of a line that has nothing else."""
    byline = read_byline(text, lambda name: True)  # noqa: ARG005
    return byline.names if byline and not byline.rest and not byline.roles else ()


def _leading_names(line: PrintedLine, text: str) -> tuple[tuple[PrintedName, ...], str] | None:
    """The names at the start of a line, and the title after them."""
    for span in line.spans:
        if span.start == 0 and span.mark in (Mark.ITALIC, Mark.BOLD):
            names = _names_of(line.text[: span.end])
            title = spaced(text[len(spaced(line.text[: span.end])) :])
            if names and title:
                return names, title
    return _initialled(text)


_INITIALLED = re.compile(
    r"(?:[^\W\d_][\w’'-]+\s+(?:[^\W\d_]\w?\.\s?){1,3}|(?:[^\W\d_]\w?\.\s?){1,3}[^\W\d_][\w’'-]+)"
    r"\s*(?P<comma>[,;])?\s*"
)


def _initialled(text: str) -> tuple[tuple[PrintedName, ...], str] | None:
    """Names with initials at the start of a line, and the title after them."""
    names: list[PrintedName] = []
    at = 0
    while found := _INITIALLED.match(text, at):
        name = read_name(found[0].rstrip(" ,;"))
        if not name or not name.has_initials:
            break
        names.append(name)
        at = found.end()
        if not found["comma"]:
            break
    title = spaced(text[at:])
    return (tuple(names), title) if names and title else None


def with_title(entry: Entry, title: str) -> Entry:
    """The entry of an article whose title is known: what is before it are the authors."""
    own = entry.title_like(title)
    if not own or entry.names:
        return entry
    before = spaced(entry.text[: len(entry.text) - len(own)]).strip(" ,;")
    return replace(entry, names=_names_of(before), title=own)
