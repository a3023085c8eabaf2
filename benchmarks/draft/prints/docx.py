"""A print as DOCX, as a word processor saves it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from docx import Document as new_document
from docx.document import Document
from docx.text.paragraph import Paragraph

from benchmarks.draft.prints.paragraphs import Run, paragraphs, runs
from jatsx_draft.printed import PrintedLine, TextMark

_DEEPEST_HEADING: Final = 9


def docx_file(lines: Sequence[PrintedLine], path: Path) -> None:
    """Writes the paragraphs, with headings, lists, bold and italic type and raised numbers."""
    document = new_document()
    for paragraph in paragraphs(lines):
        _add(document, paragraph)
    document.save(str(path))


def _add(document: Document, lines: Sequence[PrintedLine]) -> None:
    first = lines[0]
    if first.heading:
        added = document.add_heading("", min(first.heading, _DEEPEST_HEADING))
    else:
        added = document.add_paragraph(style="List Bullet" if first.bullet else None)
    for position, line in enumerate(lines):
        if position:
            added.add_run().add_break()
        for run in runs(line):
            _add_run(added, run)


def _add_run(paragraph: Paragraph, run: Run) -> None:
    added = paragraph.add_run(run.text)
    if TextMark.BOLD in run.marks:
        added.bold = True
    if TextMark.ITALIC in run.marks:
        added.italic = True
    if TextMark.SUPERSCRIPT in run.marks:
        added.font.superscript = True
    if TextMark.SUBSCRIPT in run.marks:
        added.font.subscript = True
