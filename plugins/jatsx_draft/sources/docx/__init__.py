"""The printed lines of a DOCX file. A paragraph is a line, divided at its line breaks.

Headers and footers are left out. A footnote follows the paragraph that refers to it. A table whose
cells have a paragraph each is read by rows; any other table lays out the page, and is read cell by
cell.
"""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import InputFile
from jatsx_draft.printed import PrintedLine
from jatsx_draft.sources.docx.body import Body
from jatsx_draft.sources.docx.package import opened


def lines(path: InputFile) -> Iterator[PrintedLine]:
    """The printed lines of a DOCX file.

    Raises:
        OSError: the file cannot be read.
        UnreadableSource: it is not a DOCX file, it is too large, or python-docx is not installed.
    """
    yield from Body(opened(path), str(path)).lines()
