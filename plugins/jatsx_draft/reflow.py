"""Lines as they are broken on the page, joined to lines of whole paragraphs.

Text that was exported from a word processor has a line for each paragraph; PDF and text that was
copied from it have a line for each line of the page. Everything else reads the first kind. A short
line, such as a name by itself, is not joined to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from jatsx_draft.issue_text import has_leaders, is_marked
from jatsx_draft.joining import HYPHENS, SOFT, Joiner
from jatsx_draft.labels import Labels
from jatsx_draft.letters import CAPITALS, is_in_capitals
from jatsx_draft.patterns import is_footnote, marks_at_start
from jatsx_draft.printed import Gap, MarkedSpan, PrintedLine, TextMark

LONGEST: Final = 200
"""A longer line is not one of the page."""

MOST_LINES: Final = 200
"""The maximum number of lines of a paragraph."""

FEWEST: Final = 20
"""The minimum number of lines whose width is told."""

FULL: Final = 0.55
"""The share of the usual width that a line has if the paragraph goes on after it."""

_NUMBERED = re.compile(r"\s*\[?\d{1,3}[\].)]\s")
_AUTHOR = re.compile(rf"[^\W\d_][^\s,.;]+,?\s+(?:[{CAPITALS}]\w?\.)")
_COMPLETE = re.compile(r"[.\])»”\"\d]$|://\S+$")
_DIVIDED = re.compile(rf"[^\W\d_][{HYPHENS}{SOFT}]\Z")


def reflowed(lines: Sequence[PrintedLine], labels: Labels) -> Sequence[PrintedLine]:
    """The lines of paragraphs, if the lines are those of a page; else the lines themselves."""
    width = _width(lines)
    if width is None:
        return lines
    joiner = Joiner(lines)
    return [_joined(group, joiner) for group in _groups(lines, labels, width)]


def _width(lines: Sequence[PrintedLine]) -> int | None:
    """The usual number of characters of a line; None if some lines are paragraphs."""
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < FEWEST:
        return None
    long = sum(length > LONGEST for length in lengths)
    return None if long * LONGEST > len(lengths) else lengths[int(0.9 * len(lengths))]


def _groups(
    lines: Sequence[PrintedLine], labels: Labels, width: int
) -> Iterator[list[PrintedLine]]:
    """The lines of each paragraph."""
    current: list[PrintedLine] = []
    for line in lines:
        is_full = len(current) == MOST_LINES
        if is_full or (current and not _follows(current[-1], line, labels, width)):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _follows(before: PrintedLine, line: PrintedLine, labels: Labels, width: int) -> bool:
    """Whether a line continues the paragraph of the line before it."""
    above = labels.of(before.text)
    if above and above.is_whole:
        return False
    is_divided = bool(_DIVIDED.search(before.text.rstrip()))
    if line.bullet or line.heading != before.heading or has_leaders(before.text):
        return False
    if not is_divided and _ends_bold_type(before, line):
        return False
    if line.gap is Gap.PAGE:
        is_open = before.text.rstrip().endswith((",", ":", "(", "–"))
        return is_divided or is_open or line.text.lstrip()[:1].islower()
    if line.gap is Gap.PARAGRAPH:
        return is_divided and _is_rest(before, line) and not is_footnote(line.text)
    if is_footnote(line.text) or _NUMBERED.match(line.text) or "\t" in line.text + before.text:
        return False
    label = labels.of(line.text)
    if (label and not label.is_whole) or marks_at_start(line.text):
        return False
    if _AUTHOR.match(line.text) and _COMPLETE.search(before.text.rstrip()):
        return False
    is_full = len(before.text.strip()) >= FULL * width
    return is_full or is_divided or line.text.lstrip()[:1].islower()


def _ends_bold_type(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line in bold type is followed by one that begins in other type."""
    begins_bold = any(span.mark is TextMark.BOLD and span.start == 0 for span in line.spans)
    return is_marked(before, TextMark.BOLD) and not begins_bold


def _is_rest(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line may be the rest of a divided word."""
    first = line.text.lstrip()[:1]
    return first.islower() or (is_in_capitals(before.text) and is_in_capitals(line.text))


def _joined(group: Sequence[PrintedLine], joiner: Joiner) -> PrintedLine:
    """One line of a paragraph, which knows its lines."""
    if len(group) == 1:
        return group[0]
    text, spans = "", []
    for line in group:
        text = joiner.joined(text, line.text.strip()) if text else line.text.strip()
        offset = len(text) - len(line.text.strip())
        spans += [
            MarkedSpan(offset + one.start, offset + one.end, one.mark, one.target)
            for one in line.spans
        ]
    return replace(group[0], text=text, spans=tuple(spans), parts=tuple(group))
