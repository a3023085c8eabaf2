"""The same print in other forms: without markup, as DOCX, as PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from benchmarks.draft.prints.docx import docx_file
from benchmarks.draft.prints.pdf import pdf_file
from benchmarks.draft.prints.plain import plain_file
from jatsx_draft.sources import printed_lines

MAKERS: Final[Mapping[str, Callable[..., None]]] = {
    ".docx": docx_file,
    ".pdf": pdf_file,
    ".txt": plain_file,
}
"""The function that writes the lines of a print into a file, by the ending of the file."""


def made(path: Path, folder: Path, ending: str) -> Path:
    """The print as a file with this ending, which is written into the folder.

    Raises:
        OSError: a file cannot be read or written.
        UnreadableSource: the file has no printed text.
    """
    target = folder / f"{path.stem}{ending}"
    MAKERS[ending](list(printed_lines(path)), target)
    return target
