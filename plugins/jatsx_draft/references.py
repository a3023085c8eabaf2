"""Reference lists: their entries, whether numbered, with bullets or a paragraph each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from jatsx_draft.addresses import LONGEST, Address, doi_of, goes_on_in, url_of
from jatsx_draft.issue_text import IssueText, is_bibliographic, stands_out
from jatsx_draft.joining import goes_on
from jatsx_draft.letters import CAPITALS, KAZAKH_LETTERS, is_cyrillic, language_of
from jatsx_draft.patterns import URL
from jatsx_draft.printed import Gap, PrintedLine

_NUMBER = re.compile(r"\s*\[?(\d{1,3})(?:[\].)]|\s(?=[^\W\d])|\t)\s*(?!\d{1,2}[.)]?\d)")
_AGAIN = re.compile(r"\s*\[?(\d{1,3})[\].)]\s+")
MOST_SKIPPED: Final = 3
"""The maximum step from one number to the next."""

INITIAL: Final = rf"[{CAPITALS}]\w?\."
FAMILY_AND_INITIAL: Final = rf"[{CAPITALS}][^\s,.;]+,?\s+(?:{INITIAL})"
"""A family name and the first initial, at the beginning of an entry."""

_RUSSIAN_PAGES = re.compile(r"(?<!\w)[СсCc]\.\s?\d|\d\s?[сc]\.")
"""Pages as Russian entries have them: one word with Kazakh letters may be a publisher then."""

_COMPLETE = re.compile(r"[.\])»”\"\d]$")
_FAMILY_FIRST = re.compile(FAMILY_AND_INITIAL)
_AUTHOR = re.compile(rf"(?:{FAMILY_AND_INITIAL}|{INITIAL}\s?)")


@dataclass(frozen=True, slots=True)
class ReferenceEntry:
    """An entry of a reference list.

    Args:
        text: the text without its number.
        label: the number as printed; empty if there is none.
        lines: its lines.
    """

    text: str
    label: str
    lines: tuple[PrintedLine, ...]

    @property
    def language(self) -> str:
        """The language of the entry, as far as its letters tell."""
        language = language_of(URL.sub(" ", self.text)) or "en"
        is_one_word = sum(bool(KAZAKH_LETTERS & set(word)) for word in self.text.split()) == 1
        return "ru" if is_one_word and _RUSSIAN_PAGES.search(self.text) else language

    @property
    def is_cyrillic(self) -> bool:
        """Whether most of its letters are Cyrillic."""
        return is_cyrillic(URL.sub(" ", self.text))

    @property
    def url(self) -> Address | None:
        """The first address in it."""
        return url_of(self.text, self.lines)

    @property
    def doi(self) -> Address | None:
        """The first DOI in it."""
        return doi_of(self.text, self.lines)


def entries(text: IssueText, lines: Sequence[PrintedLine]) -> list[ReferenceEntry]:
    """The entries of a list, without what follows it."""
    numbered = _numbered(lines)
    groups = numbered if numbered else list(_unnumbered(lines))
    return [_entry(text, group) for group in groups if "".join(line.text for line in group).strip()]


def _numbered(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """The lines of each entry of a numbered list; empty if the list is not numbered."""
    starts: list[int] = []
    for n, line in enumerate(lines):
        number = _number(line)
        if number == len(starts) + 1:
            starts.append(n)
        elif number is not None and starts and _skips(lines[n - 1], line, number - len(starts)):
            starts.extend([n] * (number - len(starts)))
    starts = list(dict.fromkeys(starts))
    if len(starts) < 2:
        return []
    ends = [*starts[1:], _end_of_last(lines, starts[-1])]
    return [list(lines[start:end]) for start, end in zip(starts, ends, strict=True)]


def _number(line: PrintedLine) -> int | None:
    """The number of an entry: in the text, or the mark of a list."""
    mark = re.match(r"\[?(\d{1,3})[\].)]?\Z", line.bullet)
    if mark:
        return int(mark[1])
    found = _NUMBER.match(line.text)
    return int(found[1]) if found else None


def _skips(before: PrintedLine, line: PrintedLine, step: int) -> bool:
    """Whether a line begins an entry although a number or two are missing before it."""
    is_apart = line.gap is not Gap.NONE or bool(line.bullet) or _looks_new(before, line)
    return 1 < step <= MOST_SKIPPED and is_apart


def _looks_new(before: PrintedLine, line: PrintedLine) -> bool:
    return before.text.rstrip().endswith((".", ")", "]", "/")) and bool(_AGAIN.match(line.text))


def _end_of_last(lines: Sequence[PrintedLine], start: int) -> int:
    """The line after the last entry of a numbered list."""
    for n in range(start + 1, len(lines)):
        before, line = lines[n - 1], lines[n]
        is_apart = line.gap is not Gap.NONE and not goes_on(before, line)
        if is_apart and not goes_on_in(before.text, line.text):
            return n
    return len(lines)


def _unnumbered(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """The lines of each entry of a list without numbers: a paragraph, a bullet, an author."""
    current: list[PrintedLine] = []
    for line in lines:
        if current and line.gap is not Gap.NONE and _is_foreign(line):
            break
        if current and _begins(current, line):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _begins(current: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether a line begins an entry."""
    if line.bullet:
        return True
    is_rest = (
        line.gap is Gap.PAGE and bool(current[0].bullet) and not _FAMILY_FIRST.match(line.text)
    )
    if is_rest or goes_on_in(current[-1].text, line.text):
        return False
    if line.gap is Gap.NONE:
        is_end = bool(re.search(r"[.\])/\d]$", current[-1].text.rstrip()))
        return is_end and bool(_AUTHOR.match(line.text))
    first = line.text.lstrip()[:1]
    if first.islower() or first in ",;:)":
        return False
    if line.page is not None and not _may_end(current[-1].text.rstrip(), line.text):
        return False
    return not _is_cut(current[-1].text) or bool(_AUTHOR.match(line.text))


def _may_end(text: str, following: str) -> bool:
    """Whether an entry of a page may end. Paragraphs are told by indents, which may deceive."""
    if following.lstrip()[:1].isdigit():
        return False
    is_complete = bool(_COMPLETE.search(text)) or "://" in text[-LONGEST:]
    return is_complete or bool(_FAMILY_FIRST.match(following))


def _is_cut(text: str) -> bool:
    """Whether a text breaks off: after a comma, a small word or a hyphen."""
    return bool(re.search(r"(?:[,(–—-]|\b(?:of|the|and|in|for|и|в|на|мен|және|с))\s*\Z", text))


def _is_foreign(line: PrintedLine) -> bool:
    """Whether a line is no reference: a heading, or bold text that is not bibliographic."""
    return line.heading is not None or (stands_out(line) and not is_bibliographic(line.text))


def _entry(text: IssueText, lines: Sequence[PrintedLine]) -> ReferenceEntry:
    whole = text.text(lines)
    number = _number(lines[0])
    label = ""
    if number is not None:
        label = str(number)
        if not lines[0].bullet or _AGAIN.match(whole):
            whole = _without_number(whole, number)
    return ReferenceEntry(whole, label, tuple(lines))


def _without_number(text: str, number: int) -> str:
    """An entry without its number, which may be printed twice."""
    bare = _NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text
    again = _AGAIN.match(bare)
    return bare[again.end() :] if again and int(again[1]) == number else bare
