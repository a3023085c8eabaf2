"""The printed lines of a PDF file with a text layer.

Columns are read one after the other; running heads and page numbers are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from jatsx import InputFile
from jatsx_draft.printed import Gap, PrintedLine
from jatsx_draft.sources.pdf.columns import Block, blocks, gutter, has_gutter
from jatsx_draft.sources.pdf.document import pages
from jatsx_draft.sources.pdf.heads import Page, without_heads
from jatsx_draft.sources.pdf.paragraphs import leading, paragraph_starts
from jatsx_draft.sources.pdf.segments import row_text, segments

_BULLET = re.compile(r"([•●▪·◦‣])\s+(?=\S)")


def lines(path: InputFile) -> Iterator[PrintedLine]:
    """The printed lines of a PDF file.

    Raises:
        OSError: the file cannot be read.
        UnreadableSource: it is damaged or encrypted, it is a scan, it is too large, or pypdfium2
            is not installed.
    """
    found = without_heads([list(segments(page)) for page in pages(path)])
    gutters = _gutters(found)
    for number, (page, place) in enumerate(zip(found, gutters, strict=True), 1):
        yield from _page_lines(page, str(path), number, place)


def _gutters(found: Sequence[Page]) -> list[float | None]:
    """The gutter of each page. A page with few lines has the gutter of the others."""
    own = [gutter(page.parts) for page in found]
    places = [place for place in own if place is not None]
    usual = median(places) if places else None
    return [
        usual if place is None and usual and has_gutter(page.parts, usual) else place
        for page, place in zip(found, own, strict=True)
    ]


def _page_lines(page: Page, file: str, number: int, place: float | None) -> Iterator[PrintedLine]:
    count = 0
    found = list(blocks(page.parts, place)) if page.parts else []
    usual = leading(block.lines for block in found)
    for block in found:
        for line in _block_lines(block, usual, file, number):
            count += 1
            gap = Gap.PAGE if count == 1 else line.gap
            yield replace(line, line=count, gap=gap, folio=page.folio)


def _block_lines(block: Block, usual: float, file: str, page: int) -> Iterator[PrintedLine]:
    starts = paragraph_starts(block.lines, usual)
    edge = max(row.right for row in block.lines)
    for position, (row, begins) in enumerate(zip(block.lines, starts, strict=True)):
        text, spans = row_text(row, edge)
        gap = Gap.PARAGRAPH if begins else Gap.NONE
        if not position and block.is_column:
            gap = Gap.PAGE
        bullet = _BULLET.match(text)
        if bullet:
            gap = Gap.PARAGRAPH if gap is Gap.NONE else gap
            text = text[bullet.end() :]
            spans = tuple(
                replace(span, start=max(span.start - bullet.end(), 0), end=span.end - bullet.end())
                for span in spans
                if span.end > bullet.end()
            )
        mark = bullet[1] if bullet else ""
        yield PrintedLine(text, file, 0, page, gap, spans, bullet=mark)
