"""The contents pages: titles, names and pages, as a witness beside the articles themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from jatsx_draft.bylines import read_byline
from jatsx_draft.issue_text import SECTION, IssueText, page_at_end, section_label, stands_out
from jatsx_draft.labels import USUAL
from jatsx_draft.letters import folded, is_in_capitals, language_of, likeness, spaced
from jatsx_draft.names import PrintedName, read_name
from jatsx_draft.printed import Gap, PrintedLine, TextMark
from jatsx_draft.words.labels import LabelKind

LONGEST: Final = 400
"""The maximum number of lines of a contents page."""

MOST_ABOVE: Final = 6
"""The maximum number of paragraphs between the names and the page of an article."""

LONGEST_TITLE: Final = 200
"""The maximum number of characters of the line of a section."""

MOST_DIGITS: Final = 3
"""The maximum number of digits of a title, without years."""

LONGEST_ARTICLE: Final = 60
"""The maximum number of pages of an article whose names cannot be told from its title."""

ALIKE: Final = 0.85
"""How alike a title in the contents and the title of an article must be."""

_ENDS: Final = (LabelKind.ABSTRACT, LabelKind.KEYWORDS, LabelKind.REFERENCES, LabelKind.GUIDELINES)
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
class ContentsSection:
    """A section: its number, its titles by language, and their lines."""

    number: str = ""

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
    sections: Sequence[ContentsSection] = ()
    inside: frozenset[int] = frozenset()

    @property
    def names(self) -> Iterator[PrintedName]:
        """All names."""
        return (name for entry in self.entries for name in entry.names)


def read_contents(text: IssueText) -> Contents:
    """The contents pages of an issue."""
    entries: list[Entry] = []
    sections: list[ContentsSection] = []
    inside: set[int] = set()
    starts = [n for n in range(len(text.lines)) if text.kind(n) is LabelKind.CONTENTS]
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


@dataclass(frozen=True, slots=True)
class Divider:
    """The title of a section in the text, above its first article, in one language."""

    at: int
    number: str
    title: str
    line: PrintedLine


def dividers(text: IssueText, contents: Contents) -> list[Divider]:
    """The titles of sections in the text, outside the contents pages."""
    found: list[Divider] = []
    for n, line in enumerate(text.lines):
        label = section_label(line.text) if n not in contents.inside else None
        if not label or len(line.text) > LONGEST_TITLE:
            continue
        own = [line.text[label[1] :]]
        for after in text.lines[n + 1 : n + 6]:
            is_apart = after.gap is not Gap.NONE and after.page is None and len(own) > 1
            if own[0].strip() or section_label(after.text) or not _is_title(after) or is_apart:
                break
            if read_byline(after.text, lambda name: name.has_initials):
                break
            own.append(after.text)
        title = text.joiner.text(one for one in own if one.strip())
        if title:
            found.append(Divider(n, label[0], title, line))
    return found


def _is_title(line: PrintedLine) -> bool:
    return is_in_capitals(line.text) or stands_out(line)


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
    sections: list[ContentsSection]
    before: list[list[PrintedLine]] = field(default_factory=list)
    current: list[PrintedLine] = field(default_factory=list)
    section: int | None = None
    last: int = 0
    own_before: list[PrintedLine] = field(default_factory=list)

    def entries(self, start: int, end: int) -> list[Entry]:
        found: list[Entry] = []
        for n in range(start, end):
            line = self.text.lines[n]
            if self.current and (line.gap is not Gap.NONE or self._ends_section(line)):
                self.before.append(self.current)
                self.current = []
                self._keep_section()
            self.current.append(line)
            if self._is_section(line):
                self._add_section(self.current)
                self.current = []
            elif page_at_end(line.text):
                entry = self._entry()
                if entry:
                    found.append(entry)
                    self.last = n
                self.current, self.before = [], []
        return found

    def _is_section(self, line: PrintedLine) -> bool:
        """Whether a line is a whole section: cells in several languages."""
        cells = [cell for cell in line.text.split("\t") if cell.strip()]
        is_row = len(cells) > 1 and len({language_of(cell) for cell in cells}) > 1
        is_broken = line.page is not None and section_label(self.current[0].text) is not None
        return is_row and not page_at_end(line.text) and not is_broken

    def _ends_section(self, line: PrintedLine) -> bool:
        """Whether a line begins an entry after the lines of a section."""
        if not section_label(self.current[0].text):
            return False
        text = self.text.joiner.text(one.text for one in self.current)
        return len(SECTION.findall(text)) > 1 and _initialled(f"{line.text} x") is not None

    def _keep_section(self) -> None:
        """Makes a heading between entries a section."""
        lines = self.before[-1]
        text = spaced(" ".join(line.text for line in lines))
        is_heading = all(stands_out(line) for line in lines) or is_in_capitals(text)
        is_labelled = section_label(text) is not None
        is_short = len(text) < (600 if is_labelled else 200)
        is_section = (is_labelled or (is_heading and bool(self.last))) and is_short
        if is_section and not read_byline(text, lambda name: name.has_initials):
            self._add_section(lines)
            self.before.pop()

    def _add_section(self, lines: Sequence[PrintedLine]) -> None:
        """Adds a section: its titles stand in cells, or each after its label."""
        section = ContentsSection()
        for cell in section_cells(
            self.text.joiner.text(line.text for line in lines), lines[0].text
        ):
            label = section_label(cell)
            section.number = section.number or (label[0] if label else "")
            title = spaced(cell[label[1] :] if label else cell)
            language = language_of(title)
            if title and language:
                section.titles.setdefault(language, title)
                section.lines.setdefault(language, lines[0])
        if section.titles:
            self.section = len(self.sections)
            self.sections.append(section)

    def _entry(self) -> Entry | None:
        names, lines = self._with_names_above()
        last = page_at_end(lines[-1].text)
        assert last is not None
        texts = [*(line.text for line in lines[:-1]), last[0]]
        start = 0
        if not names:
            names, start = self._names(lines, texts)
        title = self.text.joiner.text(texts[start:]) if start < len(texts) else ""
        whole = self.text.joiner.text(texts)
        if not title or not _WORD_CHARACTER.search(title) or _is_address(title):
            return None
        if not names:
            inner = _leading_names(lines[0], title)
            if inner:
                names, title = inner
        own = (*(self.own_before if names and start == 0 else ()), *lines)
        entry = Entry(whole, tuple(names), title, last[1], own, self.section)
        return entry if names or len(title) > 15 else None

    def _with_names_above(self) -> tuple[tuple[PrintedName, ...], list[PrintedLine]]:
        """The names in a paragraph above, and the lines after it to the page."""
        self.own_before = []
        for n in range(len(self.before) - 1, max(len(self.before) - MOST_ABOVE, 0) - 1, -1):
            names = _names_of(self.text.joiner.text(line.text for line in self.before[n]))
            if names:
                between = [line for paragraph in self.before[n + 1 :] for line in paragraph]
                self.own_before = self.before[n]
                return names, [*between, *self.current]
        return (), list(self.current)

    def _names(
        self, lines: Sequence[PrintedLine], texts: Sequence[str]
    ) -> tuple[tuple[PrintedName, ...], int]:
        """The names in the first lines."""
        for length in range(len(texts) - 1, 0, -1):
            byline = _names_of(self.text.joiner.text(texts[:length]))
            if byline and lines:
                return byline, length
        return (), 0


def section_cells(text: str, first: str) -> list[str]:
    """The titles of a section in several languages: its cells, or the parts after each label."""
    starts = [found.start() for found in SECTION.finditer(text)]
    if len(starts) > 1:
        return [text[one:two] for one, two in zip(starts, [*starts[1:], len(text)], strict=True)]
    return first.split("\t") if "\t" in first else [text]


def _is_address(title: str) -> bool:
    """Whether a text is an address, a telephone number or a certificate, not a title."""
    digits = re.sub(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)", "", title)
    return "@" in title or sum(one.isdigit() for one in digits) > MOST_DIGITS


def _names_of(text: str) -> tuple[PrintedName, ...]:
    """The names of a line that has nothing else."""
    byline = read_byline(text, lambda name: True)  # noqa: ARG005
    return byline.names if byline and not byline.rest and not byline.roles else ()


def _leading_names(line: PrintedLine, text: str) -> tuple[tuple[PrintedName, ...], str] | None:
    """The names at the start of a line, and the title after them."""
    for span in line.spans:
        if span.start == 0 and span.mark in (TextMark.ITALIC, TextMark.BOLD):
            names = _names_of(line.text[: span.end])
            title = spaced(text[len(spaced(line.text[: span.end])) :])
            if names and title:
                return names, title
    return _initialled(text)


_INITIAL: Final = r"(?:[CSZKYTPDG]h|Y[aeou]|Ts|D[zj]|Sch|Дж|Дз|[^\W\d_])\."
"""An initial of one letter or of those that write one sound: ``Ан.`` is a family name."""

_FAMILY: Final = r"[^\W\d_][\w’'-]+"
_INITIALLED = re.compile(
    rf"(?P<name>{_FAMILY}\s+(?:{_INITIAL}\s?){{1,3}}|(?:{_INITIAL}\s?){{1,3}}{_FAMILY})"
    r"\.?\s*(?P<comma>[,;])?\s*"
)


def _initialled(text: str) -> tuple[tuple[PrintedName, ...], str] | None:
    """Names with initials at the start of a line, and the title after them."""
    names: list[PrintedName] = []
    at = 0
    while found := _INITIALLED.match(text, at):
        name = read_name(found["name"].strip())
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
