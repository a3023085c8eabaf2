"""Tables: rows of cells as lines, and columns that have a language each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from jatsx_draft.letters import language_of
from jatsx_draft.printed import MarkedSpan, PrintedLine

SHORTEST_COLUMN: Final = 100
"""The minimum number of characters of a column whose language is told."""


def has_language_columns(rows: Sequence[Sequence[Sequence[PrintedLine]]]) -> bool:
    """Whether each column of a table is in another language: heads of articles side by side."""
    if len(rows) < 2 or len(rows[0]) < 2 or any(len(row) != len(rows[0]) for row in rows):
        return False
    columns = [
        " ".join(line.text for cell in column for line in cell)
        for column in zip(*rows, strict=True)
    ]
    languages = {language_of(column) for column in columns}
    is_long = all(len(column) >= SHORTEST_COLUMN for column in columns)
    return is_long and len(languages) == len(columns)


def row_of(cells: list[list[PrintedLine]]) -> Iterator[PrintedLine]:
    """The cells of a row as one line, separated by tabs; a single cell with text by itself."""
    filled = [cell for cell in cells if cell]
    if len(filled) == 1:
        yield from filled[0]
        return
    text = ""
    spans: list[MarkedSpan] = []
    for position, cell in enumerate(cells):
        text += "\t" if position else ""
        for line in cell:
            spans += (
                replace(span, start=span.start + len(text), end=span.end + len(text))
                for span in line.spans
            )
            text += f"{line.bullet} {line.text}" if line.bullet and position else line.text
    first = next((cell[0] for cell in cells if cell), None)
    if first is not None:
        bullet = first.bullet if cells[0] else ""
        yield replace(first, text=text, spans=tuple(spans), bullet=bullet)
