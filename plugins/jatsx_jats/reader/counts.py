"""The counts: ``counts``."""

from __future__ import annotations

from jatsx import ReaderNotes
from jatsx.model import Counts
from jatsx_jats.article_meta import COUNTS
from jatsx_jats.reader.tree import JatsElement

LENGTH = 9
"""The maximum number of digits of a count."""


def counts(meta: JatsElement, notes: ReaderNotes) -> Counts:
    """The counts that are numbers."""
    read: dict[str, int] = {}
    for group in meta.take_all("counts"):
        for name, tag in COUNTS.items():
            for element in group.find(tag):
                written = element.attributes.get("count", "").strip()
                is_number = written.isascii() and written.isdigit() and len(written) <= LENGTH
                if is_number and name not in read:
                    element.is_taken = True
                    element.attribute("count")
                    notes.record(("counts", name), element)
                    read[name] = int(written)
    return Counts(**read)
