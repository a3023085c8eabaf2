"""Text files, with or without Markdown: a line of the file is a printed line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from jatsx import InputFile, UnreadableSource
from jatsx_draft.printed import Gap, PrintedLine
from jatsx_draft.sources.markdown import without_markup

LARGEST: Final = 20_000_000
"""The maximum number of bytes of a file. The text of an issue has about one million."""

_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_BULLET = re.compile(r"([-*+•●▪·])\s+(?=\S)")
_RULE = re.compile(r"(?:[-*_=~]\s?){3,}\Z")
_TABLE_RULE = re.compile(r"[|\s:-]*-{2,}[|\s:-]*\Z")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]")
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def lines(path: InputFile) -> Iterator[PrintedLine]:
    """The printed lines of a text file.

    Raises:
        OSError: the file cannot be read.
        UnreadableSource: it is too large, not in UTF-8 or UTF-16, or not text.
    """
    state = _State(str(path))
    for number, line in enumerate(re.split("\r\n|[\n\r]", _text(path)), 1):
        yield from state.printed(line, number)


def _text(path: InputFile) -> str:
    """The text of a file.

    Raises:
        OSError: the file cannot be read.
        UnreadableSource: it is too large, not in UTF-8 or UTF-16, or not text.
    """
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise UnreadableSource("draft-file-large", limit=str(LARGEST // 1_000_000))
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), "utf-8")
    try:
        text = content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise UnreadableSource("draft-file-encoding") from None
    if _CONTROL.search(text):
        raise UnreadableSource("draft-file-binary")
    return text


@dataclass(slots=True)
class _State:
    """Where the source is: the page, and what was before the next line.

    A form feed begins a page. A file without one has no pages.
    """

    file: str
    page: int | None = None
    gap: Gap = field(default=Gap.PAGE)

    def printed(self, written: str, number: int) -> Iterator[PrintedLine]:
        """The printed lines of a line of the file: one, or none for an empty line."""
        for n, piece in enumerate(written.split("\f")):
            if n:
                self.page = (self.page or 1) + 1
                self.gap = Gap.PAGE
            line = _line(piece, self.file, number)
            if line is None:
                self.gap = Gap.PARAGRAPH if self.gap is Gap.NONE else self.gap
            else:
                is_apart = line.heading is not None or line.bullet
                gap = Gap.PARAGRAPH if self.gap is Gap.NONE and is_apart else self.gap
                yield replace(line, gap=gap, page=self.page)
                self.gap = Gap.NONE if line.heading is None else Gap.PARAGRAPH


def _line(written: str, file: str, number: int) -> PrintedLine | None:
    text = written.rstrip()
    if not text.strip() or _RULE.match(text.strip()) or _is_table_rule(text):
        return None
    heading = _HEADING.match(text)
    if heading:
        text = text[heading.end() :].rstrip("# ")
    is_footnote = "@" in text  # the star before an e-mail is the mark of an author
    bullet = None if heading or is_footnote else _BULLET.match(text.lstrip())
    if bullet:
        text = text.lstrip()[bullet.end() :]
    plain, spans = without_markup(_cells(text))
    level = len(heading[1]) if heading else None
    mark = bullet[1] if bullet else ""
    if not plain.strip():
        return None
    return PrintedLine(plain, file, number, spans=spans, heading=level, bullet=mark)


def _is_table_rule(text: str) -> bool:
    return "|" in text and bool(_TABLE_RULE.match(text))


def _cells(text: str) -> str:
    """The cells of a row of a Markdown table, separated by tabs; other lines unchanged."""
    inner = text.strip()
    if len(inner) < len("|a|") or not (inner.startswith("|") and inner.endswith("|")):
        return text
    return "\t".join(cell.strip() for cell in inner[1:-1].split("|"))
