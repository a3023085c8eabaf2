"""A printed line: what every source of print gives, whatever file it was read from.

A source (text, DOCX, PDF) gives the lines in reading order: columns one after the other, without
running heads and page numbers, empty lines left out. The text has no markup: ``**Keywords:**`` is
``Keywords:`` with a span that was bold. Nothing else is changed: words divided at the end of a line
stay divided, and are joined later, where the words of the whole issue are known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from jatsx import InputFile, Place


class TextMark(StrEnum):
    """How characters were set, or that they were a link."""

    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    ITALIC = "italic"
    BOLD = "bold"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """Some characters of a line and their mark.

    Args:
        start: the position of the first character in the text.
        end: the position after the last one.
        mark: how they were set.
        target: the address of a link.
    """

    start: int
    end: int
    mark: TextMark
    target: str = ""


class Gap(StrEnum):
    """What is between a line and the line before it."""

    NONE = "none"
    """Nothing: the line follows the line before it."""
    PARAGRAPH = "paragraph"
    """A new paragraph begins: an empty line, an indent, or a paragraph of a DOCX file."""
    PAGE = "page"
    """A new page or column begins. Whether the paragraph goes on is not known."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it is printed. In DOCX a paragraph is a line, divided at its line breaks.

    Args:
        text: the text without markup and without the mark of a list; cells of a table are
            separated by tabs. A soft hyphen (U+00AD) at the end is one that the source knows to
            divide a word; a hyphen may or may not belong to the word.
        file: the name of the file.
        line: the number of the line in the file, from 1; in PDF, on the page.
        page: the number of the page in the file, from 1; None if the file has no pages.
        gap: what is between this line and the one before it.
        spans: the marked characters, in order; they may overlap.
        heading: the level of a heading, from 1; None if the source does not say that it is one.
        bullet: the mark of a list before the text: ``-``, ``1.``; also one that a word processor
            counts itself.
        folio: the number printed on the page, if the source found it.
        parts: the lines of the page that were joined to this one; sources leave it empty.
    """

    text: str
    file: str
    line: int
    page: int | None = None
    gap: Gap = Gap.NONE
    spans: tuple[MarkedSpan, ...] = ()
    heading: int | None = None
    bullet: str = ""
    folio: str = ""
    parts: tuple[PrintedLine, ...] = ()

    @property
    def place(self) -> Place:
        """The place of the line."""
        if self.page is None:
            return Place(self.file, self.line)
        return Place(self.file, self.line, cell=f"p{self.page}")


class PrintSource(Protocol):
    """A module or object that reads one type of file."""

    def lines(self, path: InputFile) -> Iterator[PrintedLine]:
        """The printed lines of a file.

        Raises:
            OSError: the file cannot be read.
            UnreadableSource: it has no printed text: it is damaged, encrypted, a scan, or the
                library that reads it is not installed.
        """
