"""A print as text without markup: no headings, no bold type, no raised numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.draft.prints.paragraphs import paragraphs
from jatsx_draft.printed import PrintedLine


def plain_file(lines: Sequence[PrintedLine], path: Path) -> None:
    """Writes the text of the lines, with an empty line between paragraphs."""
    texts = ("\n".join(line.text for line in lines) for lines in paragraphs(lines))
    path.write_text("\n\n".join(texts) + "\n", "utf-8")
