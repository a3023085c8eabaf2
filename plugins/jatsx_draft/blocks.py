"""Blocks: the part of an article in one language, found by its labels of abstract and keywords."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from jatsx_draft.bylines import read_byline
from jatsx_draft.dates import has_dates
from jatsx_draft.issue_text import (
    PROSE,
    IssueText,
    has_leaders,
    is_bibliographic,
    section_label,
    stands_out,
)
from jatsx_draft.joining import goes_on, paragraphs
from jatsx_draft.letters import is_in_capitals, language_of
from jatsx_draft.patterns import EMAIL, is_footnote
from jatsx_draft.places import has_institution
from jatsx_draft.printed import Gap, PrintedLine
from jatsx_draft.words.labels import LabelKind

FARTHEST: Final = 120
"""The maximum number of lines between the abstract and the keywords of a block."""

HIGHEST: Final = 60
"""The maximum number of lines above the abstract of a block."""

_SENTENCE_ENDS = re.compile(r"[^\W\d_]{3,}[.!?](?=\s|$)")
_BARRIERS: Final = frozenset(
    [
        LabelKind.REFERENCES,
        LabelKind.AUTHOR_DATA,
        LabelKind.FUNDING,
        LabelKind.THANKS,
        LabelKind.CONFLICT,
        LabelKind.BODY,
        LabelKind.GUIDELINES,
        LabelKind.CONTENTS,
        LabelKind.KEYWORDS,
        LabelKind.CONTRIBUTIONS,
        LabelKind.DATA,
    ]
)


@dataclass(frozen=True, slots=True)
class LanguageBlock:
    """A block: numbers of lines in the issue.

    Args:
        start: the first line of its head: codes, title, names, affiliations.
        abstract: the first line of the abstract; ``keywords`` if there is none.
        keywords: the line of the label of keywords; the line after the abstract if there is none.
        end: the line after the keywords.
        language: its language.
        is_labelled: whether the abstract has a label.
    """

    start: int
    abstract: int
    keywords: int
    end: int
    language: str
    is_labelled: bool

    def head(self, text: IssueText) -> Sequence[PrintedLine]:
        """The lines of its head."""
        return text.lines[self.start : self.abstract]


def find_blocks(text: IssueText, skipped: frozenset[int]) -> list[LanguageBlock]:
    """The blocks of an issue, in order.

    Args:
        text: the issue.
        skipped: the numbers of the lines of contents pages.
    """
    found: list[LanguageBlock] = []
    floor = 0
    for keywords in keyword_lines(text, skipped):
        block = _block(text, keywords, floor, skipped)
        if block:
            found.append(block)
        floor = text.paragraph_end(keywords)
    return found


def keyword_lines(text: IssueText, skipped: frozenset[int]) -> Iterator[int]:
    """The lines with the label of keywords, without those in guidelines for authors."""
    in_guidelines = False
    for n in range(len(text.lines)):
        kind = text.kind(n)
        if kind is LabelKind.GUIDELINES and n not in skipped:
            label = text.labels[n]
            in_guidelines = in_guidelines or bool(label and label.is_whole)
        elif kind in (LabelKind.SRSTI, LabelKind.UDC, LabelKind.BODY, LabelKind.ABSTRACT):
            in_guidelines = in_guidelines and kind in (LabelKind.BODY,)
        elif kind is LabelKind.KEYWORDS and not in_guidelines and n not in skipped:
            yield n


def _block(
    text: IssueText, keywords: int, floor: int, skipped: frozenset[int]
) -> LanguageBlock | None:
    label = text.labels[keywords]
    abstract = _abstract_label(text, keywords, floor)
    if abstract is None:
        abstract = _abstract_above(text, keywords, floor)
        is_labelled = False
    else:
        is_labelled = True
    if abstract is None or label is None:
        return None
    start = _head_start(text, abstract, floor, skipped)
    end = text.paragraph_end(keywords)
    own = " ".join(line.text for line in text.lines[abstract:end])
    language = language_of(own) or label.language or "en"
    return LanguageBlock(start, abstract, keywords, end, language, is_labelled)


def _abstract_label(text: IssueText, keywords: int, floor: int) -> int | None:
    """The line with the label of the abstract above the keywords."""
    for n in range(keywords - 1, max(floor, keywords - FARTHEST) - 1, -1):
        kind = text.kind(n)
        if kind is LabelKind.ABSTRACT:
            return n
        if kind in _BARRIERS:
            return None
    return None


def _abstract_above(text: IssueText, keywords: int, floor: int) -> int | None:
    """The first line of an abstract without label: the running text above the keywords."""
    lines = text.lines[max(floor, keywords - FARTHEST) : keywords]
    found = keywords
    for paragraph in reversed(paragraphs_of_head(lines)):
        first = keywords - ((lines[-1] is paragraph[-1] and len(paragraph)) or 0)
        first = found - len(paragraph)
        if is_footnote(paragraph[0].text) and len(paragraph) == 1:
            found = first
            continue
        if any(text.kind(n) in _BARRIERS for n in range(first, found)):
            break
        if not _is_prose(paragraph):
            break
        found = first
    if found == keywords:
        return None
    while found < keywords and is_footnote(text.lines[found].text):
        found += 1
    return found


def paragraphs_of_head(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """The paragraphs of the head of a block; a change of the type begins one too."""
    found: list[list[PrintedLine]] = []
    for paragraph in paragraphs(lines):
        current: list[PrintedLine] = []
        if found and _is_one_heading(found[-1][-1], paragraph[0]):
            current = found.pop()
        for line in paragraph:
            if current and _look(current[-1]) != _look(line) and not goes_on(current[-1], line):
                found.append(current)
                current = []
            current.append(line)
        found.append(current)
    return found


def _is_one_heading(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line of a page continues a heading, although it begins a paragraph."""
    last = before.parts[-1] if before.parts else before
    is_adjacent = last.page == line.page is not None and line.line == last.line + 1
    is_alike = _look(before) == _look(line) and True in _look(line)
    is_open = not before.text.rstrip().endswith((".", "!", "?"))
    return is_adjacent and is_alike and is_open and before.heading == line.heading


def _look(line: PrintedLine) -> tuple[bool, bool]:
    return stands_out(line), is_in_capitals(line.text)


def _is_prose(paragraph: Sequence[PrintedLine]) -> bool:
    """Whether a paragraph is running text: long, with sentences, without e-mail."""
    text = " ".join(line.text for line in paragraph)
    if stands_out(paragraph[0]) or is_in_capitals(text) or EMAIL.search(text):
        return False
    if len(text) > PROSE:
        return True
    is_sentence = bool(re.search(r"[.!?]\s*$", text)) and len(text) > 60
    is_rest = text[:1].islower() and len(text) > 20
    is_many = len(_SENTENCE_ENDS.findall(text)) > 1
    return (is_sentence and (is_many or not has_institution(text))) or is_rest


def _head_start(text: IssueText, abstract: int, floor: int, skipped: frozenset[int]) -> int:
    """The first line of the head above an abstract."""
    start = abstract
    for n in range(abstract - 1, max(floor, abstract - HIGHEST) - 1, -1):
        if _ends_head(text, n) or n in skipped or _is_date_above_names(text, n, abstract):
            break
        start = n
    return _after_dates(text, start, abstract)


def _ends_head(text: IssueText, n: int) -> bool:
    """Whether a line cannot be in the head of a block."""
    line = text.lines[n]
    label = text.labels[n]
    if label and label.kind in _BARRIERS:
        return True
    if len(line.text) > PROSE and not stands_out(line) and not is_in_capitals(line.text):
        return True
    if has_leaders(line.text) or section_label(text.lines[_paragraph_start(text, n)].text):
        return True
    if (line.bullet and not is_footnote(line.text)) or is_author_data(line.text):
        return True
    is_identifier = label and label.kind in (
        LabelKind.SRSTI,
        LabelKind.UDC,
        LabelKind.JEL,
        LabelKind.EMAIL,
    )
    is_address = len(line.text) < 80 and ("10." in line.text or "doi" in line.text.lower())
    if is_identifier or is_address or is_footnote(line.text) or has_institution(line.text):
        return False
    return is_bibliographic(line.text) and not has_dates(line, text.known_labels)


def is_author_data(text: str) -> bool:
    """Whether a line describes an author after an article: name, position, e-mail."""
    return bool(EMAIL.search(text)) and len(text) > 70 and bool(re.search(r"[–—(]|\s-", text))


def _is_date_above_names(text: IssueText, n: int, abstract: int) -> bool:
    """Whether dates stand above all names: they belong to the article before."""
    if not has_dates(text.lines[n], text.known_labels):
        return False
    below = (line.text for line in text.lines[n + 1 : abstract] if "\t" not in line.text)
    return any(read_byline(one, lambda name: name.has_initials) for one in below)


def _paragraph_start(text: IssueText, n: int) -> int:
    while n and text.lines[n].gap is Gap.NONE:
        n -= 1
    return n


def _after_dates(text: IssueText, start: int, abstract: int) -> int:
    """The start without dates at its top: they belong to the article before."""
    while start < abstract and has_dates(text.lines[start], text.known_labels):
        start += 1
    return start
