"""The sources of print: a module for each type of file, each with a function ``lines``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Final

from jatsx import InputFile
from jatsx_draft.printed import PrintedLine, PrintSource

MODULES: Final[Mapping[str, str]] = {
    ".txt": "text",
    ".md": "text",
    ".docx": "docx",
    ".pdf": "pdf",
}
"""The module that reads files with an ending."""


def printed_lines(path: InputFile) -> Iterator[PrintedLine]:
    """The printed lines of a file, read by the source for its ending.

    Raises:
        OSError: the file cannot be read.
        UnreadableSource: it has no printed text.
    """
    module = import_module(f"jatsx_draft.sources.{MODULES.get(path.suffix.lower(), 'text')}")
    source: PrintSource = module
    yield from source.lines(path)
