"""The lines of an issue, with the labels that were found in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from jatsx_draft.joining import Joiner
from jatsx_draft.labels import USUAL, Label, Labels
from jatsx_draft.printed import Gap, PrintedLine, TextMark
from jatsx_draft.words.labels import LabelKind

PROSE: Final = 330
"""A line or paragraph with more characters is running text, not a title or an affiliation."""

_PAGE_AT_END = re.compile(r"(?:[.…·_\s]{3,}|\t\s*|\s)(\d{1,4})\s*\Z")
_LEADERS = re.compile(r"[.…·_\s]{4,}\d{1,4}\s*\Z")
SECTION = re.compile(
    r"(?<!\w)(?:(\d{1,2}|[IVX]{1,4})\s*[-–.]?\s*(?:бөлім|тарау)\b"
    r"|(?:section|part|раздел|часть|секция|бөлім)\s+(\d{1,2}|[IVX]{1,4})\b)\.?:?",
    re.IGNORECASE,
)
"""The label of a section with its number."""

_SECTION_AT_END = re.compile(rf"(?:{SECTION.pattern})\s*\Z", re.IGNORECASE)

_BIBLIOGRAPHIC = re.compile(
    r"https?://|www\.|//|\bpp?\.\s?\d|[СсCc]\.\s?\d|\bvol\b|\bno\.\s?\d|№\s?\d|\bdoi\b|–\s?\d+\s?[сpбsр]\."
    r"|\bedn\b|ISBN|ISSN|\b(?:Т|Вып|вып|т)\.\s?\d|Retrieved|Режим доступа|Электрон",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d-])(?:1[89]|20)\d\d(?!\d)")


@dataclass(frozen=True, eq=False)
class IssueText:
    """The printed lines of an issue, in reading order, and the labels that are looked for."""

    lines: Sequence[PrintedLine]
    known_labels: Labels = USUAL

    @cached_property
    def labels(self) -> Sequence[Label | None]:
        """The label of each line."""
        return [self.known_labels.of(line.text) for line in self.lines]

    @cached_property
    def joiner(self) -> Joiner:
        """Joins lines to texts."""
        return Joiner(self.lines)

    def kind(self, n: int) -> LabelKind | None:
        """The kind of the label of a line."""
        label = self.labels[n]
        return label.kind if label else None

    def text(self, lines: Iterable[PrintedLine]) -> str:
        """The text of lines."""
        return self.joiner.text(line.text for line in lines)

    def paragraph_end(self, n: int) -> int:
        """The number of the line after the paragraph that contains a line."""
        end = n + 1
        while end < len(self.lines) and self.lines[end].gap is Gap.NONE and not self.labels[end]:
            end += 1
        return end


def page_at_end(text: str) -> tuple[str, str] | None:
    """A line of contents: its text without leaders, and the page at its end.

    >>> page_at_end("Rivers and cities ..... 5"), page_at_end("Rivers and cities. Section 5")
    (('Rivers and cities', '5'), None)
    """
    if _SECTION_AT_END.search(text):
        return None
    found = _PAGE_AT_END.search(text.rstrip())
    if not found or not re.search(r"[^\W\d]{2}", text[: found.start()]):
        return None
    return text[: found.start()].rstrip(" .…·_\t"), found[1]


def has_leaders(text: str) -> bool:
    """Whether a line ends with dots and a page."""
    return bool(_LEADERS.search(text.rstrip()))


def section_label(text: str) -> tuple[str, int] | None:
    """The number of a section, and where the text after its label begins."""
    found = SECTION.match(text.lstrip())
    return (found[1] or found[2], found.end() + len(text) - len(text.lstrip())) if found else None


def is_bibliographic(text: str) -> bool:
    """Whether a line looks like a part of a reference."""
    if re.match(r"\s*\[?\d{1,3}[\].)]\s", text):
        return True
    return bool(_BIBLIOGRAPHIC.search(text)) or (bool(_YEAR.search(text)) and ". " in text)


def is_marked(line: PrintedLine, mark: TextMark) -> bool:
    """Whether nearly all of a line has a mark."""
    length = sum(span.end - span.start for span in line.spans if span.mark is mark)
    return length >= 0.8 * len(line.text.strip()) > 0


def stands_out(line: PrintedLine) -> bool:
    """Whether a line is a heading, or is set in bold."""
    return line.heading is not None or is_marked(line, TextMark.BOLD)
